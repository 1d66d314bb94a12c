import type { RefObject } from 'react'
import type { BackupInfo } from '#contract/backups'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { backupSubject } from './backup-words.ts'
import { HomeAfterwards } from './home-afterwards.tsx'
import { useRemoveBackup } from './use-backups.ts'

export interface RemoveBackupProps {
  /** The backup that may go; null when none is asked about. */
  readonly backup: BackupInfo | null
  /** What the focus goes to when the button that opened the dialog has gone with its backup. */
  readonly home: RefObject<HTMLElement | null>
  onClose(): void
}

/** Asks before a backup is deleted: there is no way back. */
export function RemoveBackup({ backup, home, onClose }: RemoveBackupProps) {
  const remove = useRemoveBackup()
  const onRemove = () => {
    if (backup) void remove(backup.name)
    onClose()
  }
  return (
    <Dialog
      title={backup ? `Delete ${backupSubject(backup)}?` : ''}
      size="sm"
      role="alertdialog"
      isOpen={backup !== null}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            Keep it
          </Button>
          <Button variant="danger" onPress={onRemove}>
            Delete
          </Button>
        </>
      }
    >
      <HomeAfterwards home={home} />
      It is deleted for good; there is no way back to it then. What you see in Starbeat now stays as it is.
    </Dialog>
  )
}
