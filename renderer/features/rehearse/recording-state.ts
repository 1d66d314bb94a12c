import { assertNever, type ErrorCode } from '#domain/errors'

/** Why a recording ended unasked: the microphone was unplugged, or what the core or the browser refused. */
export type Problem = 'unplugged' | ErrorCode

/** What was kept of a recording. */
export interface Kept {
  readonly attemptId: string
  readonly durationMs: number
  readonly problem: Problem | null
}

/** Where a rehearsal stands. Its one owner is recording.ts. */
export type RecordingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'thinking'; readonly endsAtMs: number }
  | { readonly kind: 'arming' }
  | { readonly kind: 'refused'; readonly code: ErrorCode }
  | { readonly kind: 'recording'; readonly attemptId: string; readonly hasSignal: boolean }
  | { readonly kind: 'paused'; readonly attemptId: string }
  | { readonly kind: 'finishing'; readonly attemptId: string }
  /** It is saved; the last words are being written down. */
  | { readonly kind: 'writing'; readonly attemptId: string }
  | { readonly kind: 'kept'; readonly kept: Kept }

export type RecordingEvent =
  | { readonly type: 'think'; readonly endsAtMs: number }
  | { readonly type: 'arm' }
  | { readonly type: 'began'; readonly attemptId: string }
  | { readonly type: 'refused'; readonly code: ErrorCode }
  | { readonly type: 'signal'; readonly hasSignal: boolean }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'finish' }
  | { readonly type: 'saved' }
  | { readonly type: 'finished'; readonly kept: Kept }
  | { readonly type: 'cancel' }

type Kind = RecordingState['kind']

/** True while something is being recorded that must not be lost. */
export const isOpen = (state: RecordingState): boolean =>
  state.kind === 'recording' || state.kind === 'paused' || state.kind === 'finishing'

/** True where a recording can be started. */
export const isReady = (state: RecordingState): boolean =>
  state.kind === 'idle' || state.kind === 'refused' || state.kind === 'kept'

/** The next state; the same object when the event does not fit the state, as with two presses of one key. */
export function nextState(state: RecordingState, event: RecordingEvent): RecordingState {
  const isIn = (...kinds: Kind[]) => kinds.includes(state.kind)
  switch (event.type) {
    case 'think':
      return isReady(state) ? { kind: 'thinking', endsAtMs: event.endsAtMs } : state
    case 'arm':
      return isReady(state) || isIn('thinking') ? { kind: 'arming' } : state
    case 'began':
      return isIn('arming') ? { kind: 'recording', attemptId: event.attemptId, hasSignal: true } : state
    case 'refused':
      return isIn('arming') ? { kind: 'refused', code: event.code } : state
    case 'signal':
      return state.kind === 'recording' && state.hasSignal !== event.hasSignal
        ? { ...state, hasSignal: event.hasSignal }
        : state
    case 'pause':
      return state.kind === 'recording' ? { kind: 'paused', attemptId: state.attemptId } : state
    case 'resume':
      return state.kind === 'paused' ? { kind: 'recording', attemptId: state.attemptId, hasSignal: true } : state
    case 'finish':
      return state.kind === 'recording' || state.kind === 'paused'
        ? { kind: 'finishing', attemptId: state.attemptId }
        : state
    case 'saved':
      return state.kind === 'finishing' ? { kind: 'writing', attemptId: state.attemptId } : state
    case 'finished':
      if (!isIn('finishing', 'writing')) return state
      return event.kept.problem ? { kind: 'kept', kept: event.kept } : { kind: 'idle' }
    case 'cancel':
      return isIn('thinking', 'arming', 'refused', 'kept') ? { kind: 'idle' } : state
    default:
      return assertNever(event)
  }
}
