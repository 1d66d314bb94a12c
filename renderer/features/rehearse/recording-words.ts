import type { LiveHearing } from '#contract/attempts'
import { assertNever } from '#domain/errors'
import type { RecordingState } from './recording-state.ts'

/** The state of a recording in a few words; empty where there is nothing to say. */
export function recordingWords(state: RecordingState, hearing: LiveHearing['state'] = 'off'): string {
  switch (state.kind) {
    case 'idle':
    case 'refused':
    case 'kept':
      return ''
    case 'thinking':
      return 'Time to think'
    case 'arming':
      return 'Waiting for the microphone…'
    case 'recording':
      if (!state.hasSignal) return 'Recording, but no sound arrives'
      return hearing === 'behind' || hearing === 'stopped'
        ? 'Recording; the rest is written down afterwards'
        : 'Recording'
    case 'paused':
      return 'Paused'
    case 'finishing':
      return 'Saving…'
    case 'writing':
      return 'Writing down the last words…'
    default:
      return assertNever(state)
  }
}
