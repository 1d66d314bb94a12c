import { Fragment } from 'react'
import { Dialog } from '../../../ui/dialog.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { COMPARE_SHORTCUTS } from '../../compare/shortcuts.ts'
import { HISTORY_SHORTCUTS } from '../../history/shortcuts.ts'
import { IMPORT_SHORTCUTS } from '../../import/shortcuts.ts'
import { PRACTICE_SHORTCUTS } from '../../practice/shortcuts.ts'
import { REHEARSE_SHORTCUTS } from '../../rehearse/shortcuts.ts'
import { EXPORT_SHORTCUTS, PICK_SHORTCUTS, REPORT_SHORTCUTS } from '../../review/shortcuts.ts'
import styles from './shortcut-list.module.css'
import { SHORTCUT_GROUPS, SHORTCUTS, type Shortcut } from './shortcuts.ts'

const TABLES: readonly Readonly<Record<string, Shortcut>>[] = [
  SHORTCUTS,
  IMPORT_SHORTCUTS,
  REHEARSE_SHORTCUTS,
  REPORT_SHORTCUTS,
  EXPORT_SHORTCUTS,
  PICK_SHORTCUTS,
  HISTORY_SHORTCUTS,
  COMPARE_SHORTCUTS,
  PRACTICE_SHORTCUTS,
]
const all = TABLES.flatMap((table) => Object.values(table))
const groups = SHORTCUT_GROUPS.map((name) => ({ name, entries: all.filter((entry) => entry.group === name) }))

/** Every key of the app, by screen. */
export function ShortcutList() {
  return (
    <div className={styles.groups}>
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ name, entries }) => (
          <section key={name} className={styles.group}>
            <h3 className={styles.name}>{name}</h3>
            <dl>
              {entries.map((entry) => (
                <div key={entry.label} className={styles.entry}>
                  <dt>{entry.label}</dt>
                  <dd className={styles.keys}>
                    {entry.keys.map((keys, index) => (
                      <Fragment key={keys}>
                        {index > 0 && <span className={styles.or}>or</span>}
                        <Kbd keys={keys} />
                        <span className="visually-hidden">{keys.replaceAll('+', ' ')}</span>
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </div>
  )
}

export interface ShortcutDialogProps {
  readonly isOpen: boolean
  onClose(): void
}

/** The list of keys in a dialog, opened by `?`. */
export function ShortcutDialog({ isOpen, onClose }: ShortcutDialogProps) {
  return (
    <Dialog title="Keyboard shortcuts" size="lg" isReading isOpen={isOpen} onClose={onClose}>
      <ShortcutList />
    </Dialog>
  )
}
