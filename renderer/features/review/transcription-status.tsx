import type { Job } from '#contract/app'
import type { Report, TranscriptionState } from '#contract/attempts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { errorText } from '../shared/error-text.ts'
import { useJob } from '../shared/use-job.ts'
import styles from './transcription-status.module.css'
import { useTranscriptionObstacle } from './use-report.ts'

export interface TranscriptionStatusProps {
  readonly attempt: Report['attempt']
  readonly transcription: Exclude<TranscriptionState, { state: 'done' }>
  onTranscribe(): void
}

/** How the transcription stands, and what can be done about it. */
export function TranscriptionStatus({ attempt, transcription, onTranscribe }: TranscriptionStatusProps) {
  if (attempt.status === 'recording') {
    return <p className={styles.status}>This attempt is still being recorded.</p>
  }
  if (transcription.state === 'running') {
    return <Running jobId={transcription.jobId} progress={transcription.progress} />
  }
  return (
    <div className={styles.status} role={transcription.state === 'failed' ? 'alert' : undefined}>
      {transcription.state === 'failed' && <Failed code={transcription.code} />}
      <Start isRetry={transcription.state === 'failed'} onTranscribe={onTranscribe} />
    </div>
  )
}

function Running({ jobId, progress }: { readonly jobId: string; readonly progress: number }) {
  const { job, cancel } = useJob(jobId)
  const shown = Math.max(progress, job?.progress ?? 0)
  const label = progressWords(job?.state ?? 'running', shown)
  return (
    <div className={styles.status}>
      <ProgressBar label={`${label}…`} value={shown === 0 ? null : shown} onCancel={() => void cancel()} />
      <p role="status" className={styles.hint}>
        <span className="visually-hidden">{label}. </span>You can listen and tick points meanwhile.
      </p>
    </div>
  )
}

function progressWords(state: Job['state'], progress: number): string {
  if (state === 'waiting') return 'Waiting for another transcription'
  return progress === 0 ? 'Waking the speech engine' : 'Writing down what you said'
}

function Failed({ code }: { readonly code: Extract<TranscriptionState, { state: 'failed' }>['code'] }) {
  const { title, detail } = errorText(code)
  return (
    <p>
      <strong>{title}.</strong> {detail}
    </p>
  )
}

function Start({ isRetry, onTranscribe }: { readonly isRetry: boolean; onTranscribe(): void }) {
  const obstacle = useTranscriptionObstacle()
  if (!obstacle) {
    return (
      <>
        {!isRetry && <p>This recording is not transcribed yet. You can tick its points by hand, too.</p>}
        <Button variant={isRetry ? 'secondary' : 'primary'} onPress={onTranscribe}>
          {isRetry ? 'Try again' : 'Transcribe'}
        </Button>
      </>
    )
  }
  return (
    <>
      <p>
        {obstacle === 'model-missing'
          ? 'There is no speech model yet, so this recording cannot be transcribed. It is kept: add a model, then come back.'
          : 'The speech engine is not installed, so this recording cannot be transcribed. It is kept.'}{' '}
        Meanwhile listen to it and tick the points you said: choose the circle beside a point, or press C, P or M.
      </p>
      {obstacle === 'model-missing' && <LinkButton href="#/settings">Add a model in Settings</LinkButton>}
    </>
  )
}
