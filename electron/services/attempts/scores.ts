import type { Assessment } from '#domain/coverage/assessment'
import type { Score } from '#domain/coverage/score'
import type { EventHub } from '../app/events.ts'
import type { Turns } from '../app/slices.ts'
import type { AttemptStore, KnownScore, ScoreStore, StoryStore } from '../ports/stores.ts'
import type { Reports } from './reports.ts'

export interface Scores {
  /** The score of the newest attempt of each story that can have one, by story. */
  newest(): ReadonlyMap<string, Score | null>
  /** The scores of a story's attempts, by attempt; those that can have none are left out. */
  ofStory(storyId: string): ReadonlyMap<string, Score | null>
  /** Has everything judged that is not known, in the background; answers how much that is. */
  catchUp(): number
  /** Stops judging; resolves when nothing is written any more. */
  close(): Promise<void>
}

/** How long judging may hold everything else up. Milliseconds. */
const SLICE_MS = 12
/** How often lists are told that more is known. Milliseconds. */
const TELL_EVERY_MS = 1000

/**
 * Knows how attempts scored. What is not known, or rests on what has changed since, is judged: as much as a slice holds
 * at once, so that a list shows the newest answer as it is, the rest in the background; meanwhile lists show the scores
 * of before, and `scores.changed` tells when to read again.
 */
export function createScores(
  deps: Turns & {
    store: ScoreStore
    attempts: AttemptStore
    stories: StoryStore
    reports: Pick<Reports, 'assess'>
    events: EventHub
    logError(error: unknown): void
  },
): Scores {
  const { store, now } = deps
  let waiting = new Set<string>()
  let working: Promise<void> | null = null
  let isClosed = false
  /** More is known than those who wait for the background were told. */
  let isUntold = false

  /** Judges for as long as a slice lasts, and keeps that in one go: each write waits for the disk. */
  function judgeSlice(attemptIds: Iterable<string>): ReadonlyMap<string, Assessment> {
    const judged = new Map<string, Assessment>()
    const since = now()
    for (const attemptId of attemptIds) {
      waiting.delete(attemptId)
      const attempt = deps.attempts.get(attemptId)
      const story = attempt && deps.stories.get(attempt.storyId)?.story
      if (attempt && story) judged.set(attemptId, deps.reports.assess(attempt, story))
      if (now() - since >= SLICE_MS) break
    }
    if (judged.size > 0) store.save(judged)
    return judged
  }

  async function judgeAll(): Promise<void> {
    let toldAt = now()
    for (;;) {
      await deps.pause()
      if (isClosed) return
      if (judgeSlice(waiting).size > 0) isUntold = true
      if (waiting.size > 0 && now() - toldAt < TELL_EVERY_MS) continue
      const isNews = isUntold
      isUntold = false
      if (isNews) deps.events.emit('scores.changed', {})
      if (waiting.size === 0) return
      toldAt = now()
    }
  }

  function judgeInBackground(): void {
    working ??= judgeAll()
      .catch((error) => {
        // What could not be judged is asked for again by the next list.
        waiting.clear()
        deps.logError(error)
      })
      .finally(() => {
        working = null
        if (waiting.size > 0 && !isClosed) judgeInBackground()
      })
  }

  /** What is looked at now comes first, in the order of `known`. */
  function settled(known: readonly KnownScore[]): ReadonlyMap<string, Score | null> {
    const unknown = known.filter(({ isCurrent }) => !isCurrent).map(({ attemptId }) => attemptId)
    waiting = new Set([...unknown, ...waiting])
    const judged = judgeSlice(unknown)
    // Whoever was told that they are waited for is not the one who reads now.
    if (working && judged.size > 0) isUntold = true
    if (waiting.size > 0) judgeInBackground()
    return new Map(
      known.map(({ attemptId, score }) => [
        attemptId,
        judged.get(attemptId)?.score ?? (judged.has(attemptId) ? null : score),
      ]),
    )
  }

  return {
    newest() {
      const known = store.newest()
      const scores = settled([...known.values()])
      return new Map([...known].map(([storyId, { attemptId }]) => [storyId, scores.get(attemptId) ?? null]))
    },
    catchUp() {
      waiting = new Set([...waiting, ...store.outdated()])
      if (waiting.size > 0) judgeInBackground()
      return waiting.size
    },
    ofStory: (storyId) => settled([...store.ofStory(storyId).values()]),
    async close() {
      isClosed = true
      await working
    },
  }
}
