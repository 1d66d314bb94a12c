/** Silence of this length is said. */
export const NO_SIGNAL_MS = 3000

// A muted or dead microphone gives zeros or a few bits of hum; the quietest room on a live one is louder than this.
const QUIET_DB = -70
const SOUND_DB = -62

/** What the watch knows: since when nothing was heard, and whether that has been said. */
export interface SignalState {
  readonly quietSinceMs: number | null
  readonly hasSignal: boolean
}

/** At the start a microphone has the benefit of the doubt. */
export const startSignal = (nowMs: number): SignalState => ({ quietSinceMs: nowMs, hasSignal: true })

/**
 * The next state after a block with this peak, or after a tick without any block (`null`), which counts as silence.
 * A signal that was missed is back only with a clear sound, so that hum does not make the warning flicker.
 */
export function watchSignal(state: SignalState, peakDb: number | null, nowMs: number): SignalState {
  const threshold = state.hasSignal ? QUIET_DB : SOUND_DB
  if (peakDb !== null && peakDb > threshold) return { quietSinceMs: null, hasSignal: true }
  const quietSinceMs = state.quietSinceMs ?? nowMs
  const hasSignal = state.hasSignal && nowMs - quietSinceMs < NO_SIGNAL_MS
  return { quietSinceMs, hasSignal }
}
