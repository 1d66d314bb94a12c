import type { Steps } from '#domain/steps'

export interface Watch {
  readonly signal: AbortSignal
  /** A fraction, 0-1. */
  report(fraction: number): void
}

/** Time, and a way to let others have theirs: `pause` resolves when they had their turn. */
export interface Turns {
  now(): number
  pause(): Promise<void>
}

/** How long steps may hold everything else up. Milliseconds. */
const SLICE_MS = 12

/** Does all steps in slices, so that the app answers meanwhile; throws the signal's reason when it is aborted. */
export async function inSlices<T>(steps: Steps<T>, { now, pause }: Turns, watch?: Watch): Promise<T> {
  let since = now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (now() - since < SLICE_MS) continue
    watch?.report(step.value)
    await pause()
    watch?.signal.throwIfAborted()
    since = now()
  }
}
