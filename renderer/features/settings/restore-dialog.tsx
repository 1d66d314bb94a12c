import type { RestorePreview } from '#contract/backups'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { formatBytes, formatMoment } from '../shared/format.ts'
import { consequences, countRows } from './backup-words.ts'
import styles from './backups.module.css'
import type { Restore } from './use-restore.ts'

/** Shows a checked backup beside what is here, and what restoring it does. */
export function RestoreDialog({ restore }: { readonly restore: Restore }) {
  const { step, dismiss, accept } = restore
  if (step.state === 'restoring') {
    return (
      <Dialog title="Putting the backup in place" size="sm" role="alertdialog" isOpen onClose={() => {}}>
        <ProgressBar label="Starbeat opens anew; this window follows" value={null} />
      </Dialog>
    )
  }
  if (step.state !== 'ready') return null
  const { preview, subject } = step
  const onClose = () => dismiss(preview.restoreId)
  return (
    <Dialog
      title={`Restore ${subject}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Leave everything as it is</Button>
          <Button variant="primary" autoFocus onPress={() => void accept(preview.restoreId, subject)}>
            Restore
          </Button>
        </>
      }
    >
      <Preview preview={preview} />
    </Dialog>
  )
}

function Preview({ preview }: { readonly preview: RestorePreview }) {
  const { madeAt, appVersion, backupBytes, backup, here } = preview
  return (
    <>
      <p className={styles.quiet}>
        Made on {formatMoment(madeAt)}
        {appVersion !== null && ` by Starbeat ${appVersion}`}, {formatBytes(backupBytes)}. Every file in it was checked.
      </p>
      <table className={styles.counts}>
        <thead>
          <tr>
            <td />
            <th scope="col">In the backup</th>
            <th scope="col">Here now</th>
          </tr>
        </thead>
        <tbody>
          {countRows(backup, here).map(([name, then, now]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{then}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.consequences}>
        {consequences(preview).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
