import type { RecordingState } from './recording-state.ts'
import { recordingWords } from './recording-words.ts'

/** Tells screen readers how the recording stands. */
export function RecordingAnnouncer({ state }: { readonly state: RecordingState }) {
  return (
    <p role="status" className="visually-hidden">
      {recordingWords(state)}
    </p>
  )
}
