import type { LiveHearing } from '#contract/attempts'
import type { RecordingState } from './recording-state.ts'
import { recordingWords } from './recording-words.ts'

export interface RecordingAnnouncerProps {
  readonly state: RecordingState
  readonly hearing: LiveHearing['state']
}

/** Tells screen readers how the recording stands. */
export function RecordingAnnouncer({ state, hearing }: RecordingAnnouncerProps) {
  return (
    <p role="status" className="visually-hidden">
      {recordingWords(state, hearing)}
    </p>
  )
}
