import Archive from 'lucide-react/icons/archive'
import Download from 'lucide-react/icons/download'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { Backups } from '#contract/backups'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Switch } from '../../ui/switch.tsx'
import { formatBytes, formatMoment } from '../shared/format.ts'
import { wholeBytes } from './backup-words.ts'
import styles from './backups.module.css'
import settings from './settings.module.css'
import { saveBackup, useMakeBackup, useRemoveBackup } from './use-backups.ts'
import { useLastingFocus } from './use-lasting-focus.ts'

/** Makes one file of everything, and offers the last one that was made. */
export function MakeBackup({ view }: { readonly view: Backups }) {
  const [includesModels, setIncludesModels] = useState(true)
  const { progress, make, cancel } = useMakeBackup()
  const remove = useRemoveBackup()
  const root = useLastingFocus<HTMLDivElement>()
  const { sizes } = view
  const last = view.backups.find(({ kind }) => kind === 'whole')
  return (
    <div ref={root} tabIndex={-1} className={settings.controls}>
      <dl className={settings.facts}>
        <dt>Stories and reports</dt>
        <dd className="figures">{formatBytes(sizes.databaseBytes)}</dd>
        <dt>Recordings</dt>
        <dd className="figures">{formatBytes(sizes.audioBytes)}</dd>
        <dt>Speech models</dt>
        <dd className="figures">{formatBytes(sizes.modelBytes)}</dd>
        <dt>Free on this disk</dt>
        <dd className="figures">{formatBytes(sizes.freeBytes)}</dd>
      </dl>
      {progress === null ? (
        <>
          {sizes.modelBytes > 0 && (
            <Switch isSelected={includesModels} onChange={setIncludesModels}>
              With the speech models
            </Switch>
          )}
          <div className={styles.row}>
            <Button variant="primary" icon={<Archive />} onPress={() => void make(includesModels)}>
              Make a backup
            </Button>
            <span className={styles.quiet}>about {wholeBytes(view, includesModels)}</span>
          </div>
        </>
      ) : (
        <ProgressBar label="Writing the backup and reading it back" value={progress} onCancel={cancel} />
      )}
      {last && progress === null && (
        <div className={styles.row}>
          <span className={styles.about}>
            The last one, of {formatMoment(last.createdAt)}, also lies in your data folder ({formatBytes(last.bytes)}).
          </span>
          <Button size="sm" icon={<Download />} onPress={() => saveBackup(last.name)}>
            Save again
          </Button>
          <IconButton
            label="Delete the last backup from the data folder"
            size="sm"
            onPress={() => void remove(last.name)}
          >
            <Trash />
          </IconButton>
        </div>
      )}
    </div>
  )
}
