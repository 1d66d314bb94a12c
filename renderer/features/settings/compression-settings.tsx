import type { StoredRecordings } from '#contract/history'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Switch } from '../../ui/switch.tsx'
import { formatBytes, plural } from '../shared/format.ts'
import { useJob } from '../shared/use-job.ts'
import { useSetSettings, useSettings } from '../shared/use-settings.ts'
import { refusedLine, storedLine } from './clean-up-words.ts'
import styles from './settings.module.css'
import { useStoredRecordings } from './use-clean-up.ts'

/** Whether recordings are compressed, and what lies on the disk already. */
export function CompressionSettings() {
  const settings = useSettings()
  const setSettings = useSetSettings()
  const { stored, compressAll, unpackAll } = useStoredRecordings()
  if (!settings || !stored) return null
  const { plain, compressed, job } = stored
  const canCompress = plain.count > 0 && (settings.compressAudio || compressed.count > 0)
  const canUnpack = compressed.count > 0 && !settings.compressAudio
  return (
    <>
      <Switch isSelected={settings.compressAudio} onChange={(compressAudio) => setSettings({ compressAudio })}>
        Store recordings compressed (FLAC, lossless)
      </Switch>
      <p className={styles.quiet}>
        The same sound in about half the space. Each recording is compared with its original, sample by sample, before
        the original goes. {storedLine(stored)} {stored.refusedCount > 0 && refusedLine(stored.refusedCount)}
      </p>
      {job ? (
        <Rewriting job={job} />
      ) : (
        (canCompress || canUnpack) && (
          <div className={styles.row}>
            {canCompress && (
              <Button onPress={compressAll}>
                Compress {plural(plain.count, 'recording')} ({formatBytes(plain.bytes)})
              </Button>
            )}
            {canUnpack && <Button onPress={unpackAll}>Unpack {plural(compressed.count, 'recording')}</Button>}
          </div>
        )
      )}
    </>
  )
}

function Rewriting({ job: { jobId, kind, progress } }: { readonly job: NonNullable<StoredRecordings['job']> }) {
  const { job, cancel } = useJob(jobId)
  const label = kind === 'compress' ? 'Compressing recordings' : 'Unpacking recordings'
  return <ProgressBar label={label} value={job?.progress ?? progress} onCancel={() => void cancel()} />
}
