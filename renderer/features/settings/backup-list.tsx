import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { BackupInfo } from '#contract/backups'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { formatBytes, formatMoment } from '../shared/format.ts'
import { backupSubject } from './backup-words.ts'
import styles from './backups.module.css'
import { RemoveBackup } from './remove-backup.tsx'
import settings from './settings.module.css'
import { useLastingFocus } from './use-lasting-focus.ts'
import type { Restore } from './use-restore.ts'

export interface BackupListProps {
  readonly label: string
  readonly backups: readonly BackupInfo[]
  /** Said where there is none. */
  readonly none: string
  readonly restore: Restore
}

/** Backups in the data folder, newest first, each with the way back to it. */
export function BackupList({ label, backups, none, restore }: BackupListProps) {
  const [leaving, setLeaving] = useState<BackupInfo | null>(null)
  const root = useLastingFocus<HTMLDivElement>()
  const isBusy = restore.step.state === 'sending' || restore.step.state === 'checking'
  if (backups.length === 0) return <p className={settings.quiet}>{none}</p>
  return (
    <div ref={root} tabIndex={-1}>
      <ul className={styles.list} aria-label={label}>
        {backups.map((backup) => (
          <li key={backup.name} className={styles.item}>
            <span className={styles.about}>
              {formatMoment(backup.createdAt)}
              {backup.kind === 'before-update' && <span className={styles.badge}>before an update</span>}
            </span>
            <span className={`${styles.quiet} figures`}>{formatBytes(backup.bytes)}</span>
            <Button
              size="sm"
              isDisabled={isBusy}
              aria-label={`Restore ${backupSubject(backup)}`}
              onPress={() => void restore.fromStored(backup.name, backupSubject(backup))}
            >
              {backup.kind === 'set-aside' ? 'Go back…' : 'Restore…'}
            </Button>
            <IconButton label={`Delete ${backupSubject(backup)}`} size="sm" onPress={() => setLeaving(backup)}>
              <Trash />
            </IconButton>
          </li>
        ))}
      </ul>
      <RemoveBackup backup={leaving} home={root} onClose={() => setLeaving(null)} />
    </div>
  )
}
