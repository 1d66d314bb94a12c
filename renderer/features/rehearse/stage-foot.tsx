import type { LiveHearing } from '#contract/attempts'
import type { TargetBand } from '#domain/story'
import { Dock } from './dock.tsx'
import { StageNotice } from './stage-notice.tsx'
import type { RehearsalRecording } from './use-recording.ts'

export interface StageFootProps {
  readonly rehearsal: RehearsalRecording
  readonly hearing: LiveHearing['state']
  /** Why the model will not understand, in a sentence. */
  readonly languageGap: string | null
  readonly target: TargetBand
  onPress(): void
  onStart(): void
}

/** The foot of a stage: what went wrong, if anything, and the recording. */
export function StageFoot({ rehearsal, hearing, languageGap, target, onPress, onStart }: StageFootProps) {
  const { recording, state } = rehearsal
  return (
    <>
      <StageNotice
        state={state}
        hearing={hearing}
        languageGap={languageGap}
        onOpenReport={(attemptId) => void rehearsal.openReport(attemptId)}
        onRetry={onStart}
      />
      <Dock
        state={state}
        meter={recording.meter}
        target={target}
        onPress={onPress}
        onPause={recording.pause}
        onResume={recording.resume}
        onFinish={() => void rehearsal.finish()}
        onDiscard={() => void rehearsal.discard()}
        onCancel={recording.cancel}
      />
    </>
  )
}
