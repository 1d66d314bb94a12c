import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { isReady } from './recording-state.ts'
import { REHEARSE_SHORTCUTS } from './shortcuts.ts'
import type { RehearsalRecording } from './use-recording.ts'

export interface StageKeys {
  readonly rehearsal: RehearsalRecording
  start(): void
  /** Escape where nothing is being recorded nor waited for. */
  onLeave(): void
}

/** The keys that record, pause, finish and discard; answers what the record button does. */
export function useStageKeys({ rehearsal, start, onLeave }: StageKeys): () => void {
  const { recording, state } = rehearsal
  const isRunning = state.kind === 'recording' || state.kind === 'paused'
  const isEnding = state.kind === 'finishing' || state.kind === 'writing'
  const press = () => {
    if (state.kind === 'thinking') recording.skipThinking()
    else if (state.kind === 'paused') recording.resume()
    else if (state.kind === 'recording') void rehearsal.finish()
    else if (isReady(state)) start()
  }
  const leave = () => (isReady(state) ? onLeave() : recording.cancel())
  useShortcuts(REHEARSE_SHORTCUTS, {
    'record-toggle': press,
    'record-finish': isRunning ? () => void rehearsal.finish() : null,
    'record-pause': isRunning ? (state.kind === 'paused' ? recording.resume : recording.pause) : null,
    'record-discard': isEnding ? null : isRunning ? () => void rehearsal.discard() : leave,
  })
  return press
}
