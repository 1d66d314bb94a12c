import type { EventHub } from '../app/events.ts'
import type { Jobs } from '../app/jobs.ts'
import type { AttemptStore, AudioStore, PutAside } from '../ports/stores.ts'

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
  /** True for the attempts and banks that are being deleted at this moment: too late to bring them back. */
  isGoing(id: string): boolean
  /** Resolves when nothing is being deleted. */
  settled(): Promise<void>
}

const keyOf = ({ kind, id, at }: PutAside): string => `${kind} ${id} ${at}`

/** Deletes for good, sound first, what users put aside and can no longer bring back. What fails waits for the next look. */
export function createPurge(deps: {
  store: Pick<AttemptStore, 'putAside' | 'ofBank' | 'purge'>
  audio: AudioStore
  jobs: Jobs
  /** Nothing is deleted while somebody records. */
  isRecording(): boolean
  /** The recording is being written in its other form: it goes at a later look. */
  isRewriting(attemptId: string): boolean
  events: EventHub
  /** Calls again and again; the answer ends it. */
  every(ms: number, run: () => void): () => void
  logError(error: unknown): void
}): Purge {
  const { store, audio } = deps
  /** At how many looks each was found put aside. Counted by look, as a clock may be set. */
  let looks: ReadonlyMap<string, number> = new Map()
  const going = new Set<string>()
  let working = Promise.resolve()

  const isInUse = (attemptId: string) =>
    deps.isRewriting(attemptId) ||
    (['transcription', 'second-pass'] as const).some((kind) => deps.jobs.of(attemptId, kind))
  const attemptsOf = ({ kind, id }: PutAside) => (kind === 'bank' ? store.ofBank(id) : [id])

  async function purge(isDue: (aside: PutAside) => boolean): Promise<void> {
    if (deps.isRecording()) return
    const stored = await audio.sizes()
    const doomed = store
      .putAside()
      .filter((aside) => isDue(aside) && (aside.kind !== 'audio' || stored.has(aside.id)))
      .map((aside) => ({ aside, attemptIds: attemptsOf(aside) }))
      .filter(({ attemptIds }) => !attemptIds.some(isInUse))
    if (doomed.length === 0 || deps.isRecording()) return
    for (const { aside, attemptIds } of doomed) for (const id of [aside.id, ...attemptIds]) going.add(id)
    try {
      const gone: PutAside[] = []
      for (const { aside, attemptIds } of doomed) if (await silence(attemptIds)) gone.push(aside)
      store.purge(gone)
    } finally {
      going.clear()
    }
    deps.events.emit('storage.changed', {})
  }

  /** False when some of the sound stays: then its row stays, too. */
  async function silence(attemptIds: readonly string[]): Promise<boolean> {
    try {
      for (const attemptId of attemptIds) await audio.delete(attemptId)
      return true
    } catch (error) {
      deps.logError(error)
      return false
    }
  }

  async function look(): Promise<void> {
    looks = new Map(
      store.putAside().map((aside) => {
        const key = keyOf(aside)
        return [key, (looks.get(key) ?? 0) + 1]
      }),
    )
    await purge((aside) => (looks.get(keyOf(aside)) ?? 0) > UNDO_LOOKS)
  }

  const inTurn = (work: () => Promise<void>) => {
    working = working.then(work).catch(deps.logError)
    return working
  }

  return {
    all: () => inTurn(() => purge(() => true)),
    watch: () => deps.every(LOOK_EVERY_MS, () => void inTurn(look)),
    isGoing: (id) => going.has(id),
    settled: () => working,
  }
}
