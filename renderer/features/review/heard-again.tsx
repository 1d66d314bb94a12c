import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useJob } from '../shared/use-job.ts'
import styles from './transcription-status.module.css'

/** The second pass of a larger model over a transcript that is already there. */
export function HeardAgain({ jobId, progress }: { readonly jobId: string; readonly progress: number }) {
  const { job, cancel } = useJob(jobId)
  const shown = Math.max(progress, job?.progress ?? 0)
  const isWaiting = (job?.state ?? 'running') === 'waiting' || shown === 0
  return (
    <div className={styles.status}>
      <ProgressBar
        label={isWaiting ? 'Waiting to be heard once more by the larger model' : 'The larger model hears it once more'}
        value={isWaiting ? null : shown}
        onCancel={() => void cancel()}
      />
      <p className={styles.hint}>What you correct meanwhile is kept.</p>
    </div>
  )
}
