import { type RefObject, useEffect } from 'react'
import type { BackupInfo } from '#contract/backups'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { backupSubject } from './backup-words.ts'
import { useRemoveBackup } from './use-backups.ts'
import { giveLostFocus } from './use-lasting-focus.ts'

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

/** The dialog gives the focus back in the frame after it went; what is lost then goes home. */
function HomeAfterwards({ home }: Pick<RemoveBackupProps, 'home'>) {
  useEffect(() => () => void requestAnimationFrame(() => giveLostFocus(home.current)), [home])
  return null
}
