import FolderInput from 'lucide-react/icons/folder-input'
import { DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './backups.module.css'
import settings from './settings.module.css'
import { useLastingFocus } from './use-lasting-focus.ts'
import type { Restore } from './use-restore.ts'

/** Takes a backup file, by choice or dropped, and shows how its check goes. */
export function ChooseBackup({ restore }: { readonly restore: Restore }) {
  const { step, fromFile, cancel } = restore
  const root = useLastingFocus<HTMLDivElement>()
  const isBusy = step.state === 'sending' || step.state === 'checking'
  const words = { sending: 'Copying', checking: 'Checking' }
  return (
    <div ref={root} tabIndex={-1} className={settings.controls}>
      {step.state === 'refused' && (
        <div role="alert" className={styles.refused}>
          <strong>{step.error.title}</strong>
          <span>
            {step.subject}: {step.error.detail}
          </span>
        </div>
      )}
      {isBusy ? (
        <ProgressBar label={`${words[step.state]} ${step.subject}`} value={step.progress} onCancel={cancel} />
      ) : (
        <DropZone
          aria-label="Drop a backup file here"
          className={cx(styles.drop)}
          onDrop={async ({ items }) => {
            const file = items.find((item): item is FileDropItem => item.kind === 'file')
            if (file) void fromFile(await file.getFile())
          }}
        >
          <FileTrigger
            acceptedFileTypes={['.zip']}
            aria-label="Backup file"
            onSelect={(files) => files?.[0] && void fromFile(files[0])}
          >
            <Button icon={<FolderInput />}>Choose a backup file…</Button>
          </FileTrigger>
          <Text slot="label" className={cx(styles.quiet)}>
            or drop it here
          </Text>
        </DropZone>
      )}
    </div>
  )
}
