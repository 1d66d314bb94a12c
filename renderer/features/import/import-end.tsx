import { Button } from '../../ui/button.tsx'
import { plural } from '../shared/format.ts'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import styles from './import-end.module.css'
import { usePendingImports } from './pending-imports.tsx'
import { waitingIn } from './queue.ts'
import { reasonOf } from './queue-strip.tsx'
import { heldText } from './round.ts'
import type { Import } from './use-import.ts'
import type { Previews } from './use-previews.ts'

export interface ImportEndProps {
  readonly previews: Previews
  readonly importing: Import
}

/** After all documents were accepted: those that could not be, each with the reason. */
export function ImportEnd({ previews, importing }: ImportEndProps) {
  const { queue } = usePendingImports()
  const left = waitingIn(queue)
  const accepted = queue.documents.filter((document) => document.state === 'accepted').length
  useShortcuts(SHORTCUTS, { back: importing.leave })
  return (
    <Screen
      title={`${plural(accepted, 'document')} imported`}
      trail="Import"
      actions={
        <Button variant="primary" onPress={importing.leave}>
          Go to the Library
        </Button>
      }
    >
      <div className={styles.page}>
        <h2 className={styles.title}>Not imported</h2>
        <ul className={styles.list} aria-label="Not imported">
          {left.map((document) => {
            const held = importing.held.get(document.id)
            return (
              <li key={document.id} className={styles.row}>
                <span className={styles.words}>
                  <span className={styles.name}>{document.fileName}</span>
                  <span className={styles.reason}>{held ? heldText(held) : reasonOf(previews, document)}</span>
                </span>
                <Button size="sm" onPress={() => importing.reopen(document.id)}>
                  Look at it
                </Button>
              </li>
            )
          })}
        </ul>
      </div>
    </Screen>
  )
}
