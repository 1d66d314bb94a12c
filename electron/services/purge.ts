import type { EventHub } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { AttemptStore, AudioStore, Clock } from './ports.ts'

/** How often it is looked for what can go. Milliseconds. */
export const LOOK_EVERY_MS = 60_000
/**
 * So many looks later it goes. Looks are counted, not the time between: while the machine sleeps neither they nor the
 * messages with an Undo go on, of which the longest stays for four minutes (renderer/ui/toast.tsx).
 */
export const UNDO_LOOKS = 5

export interface Purge {
  /** Deletes for good what was put aside before this start. */
  all(): Promise<void>
  /** Looks from now on, until the answer is called. */
  watch(): () => void
  /** True for what is being deleted at this moment: too late to bring it back. */
  isGoing(attemptId: string): boolean
  /** Resolves when nothing is being deleted. */
  settled(): Promise<void>
}

/** Deletes for good, sound first, what users put aside and can no longer bring back. What fails waits for the next look. */
export function createPurge(deps: {
  store: AttemptStore
  audio: AudioStore
  jobs: Jobs
  /** Somebody records, or recordings are being rewritten: nothing is deleted meanwhile. */
  isBusy(): boolean
  events: EventHub
  now: Clock
  /** Calls again and again; the answer ends it. */
  every(ms: number, run: () => void): () => void
  logError(error: unknown): void
}): Purge {
  const { store, audio } = deps
  const looks: number[] = []
  const going = new Set<string>()
  let working = Promise.resolve()

  const isHeard = (attemptId: string) =>
    (['transcription', 'second-pass', 'compression'] as const).some((kind) => deps.jobs.of(attemptId, kind))

  async function purge(before: number): Promise<void> {
    const whole = store.removed(before)
    const stored = await audio.sizes()
    const silent = store.audioRemoved(before).filter((attemptId) => stored.has(attemptId))
    const doomed = [...whole, ...silent]
    if (doomed.length === 0 || deps.isBusy() || doomed.some(isHeard)) return
    for (const attemptId of doomed) going.add(attemptId)
    try {
      for (const attemptId of doomed) await audio.delete(attemptId)
      store.purgeRemoved(before)
    } finally {
      going.clear()
    }
    deps.events.emit('storage.changed', {})
  }

  const inTurn = (before: number) => {
    working = working.then(() => purge(before)).catch(deps.logError)
    return working
  }

  return {
    all: () => inTurn(Number.POSITIVE_INFINITY),
    watch: () =>
      deps.every(LOOK_EVERY_MS, () => {
        looks.push(deps.now())
        if (looks.length <= UNDO_LOOKS) return
        // The least, should somebody have set the clock back.
        void inTurn(Math.min(...looks))
        looks.shift()
      }),
    isGoing: (attemptId) => going.has(attemptId),
    settled: () => working,
  }
}
