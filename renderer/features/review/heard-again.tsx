import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useJob } from '../shared/use-job.ts'
import styles from './transcription-status.module.css'

/** The second pass of a larger model over a transcript that is already there. */
export function HeardAgain({ jobId, progress }: { readonly jobId: string; readonly progress: number }) {
  const { job, cancel } = useJob(jobId)
  const shown = Math.max(progress, job?.progress ?? 0)
  const isWaiting = (job?.state ?? 'running') === 'waiting' || shown === 0
  const label = isWaiting ? 'Waiting to be heard once more by the larger model' : 'The larger model hears it once more'
  return (
    <div className={styles.status}>
      <ProgressBar label={label} value={isWaiting ? null : shown} onCancel={() => void cancel()} />
      <p role="status" className={styles.hint}>
        <span className="visually-hidden">{label}. </span>What you correct meanwhile is kept.
      </p>
    </div>
  )
}
