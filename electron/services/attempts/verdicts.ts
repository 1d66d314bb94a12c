import { coverPoints } from '#domain/coverage/cover'
import type { PointCoverage } from '#domain/coverage/coverage'
import type { Wording } from '#domain/coverage/wording'
import type { Story } from '#domain/story'
import type { Transcript } from '#domain/transcript'
import type { WordingStore } from '../ports/stores.ts'

export interface Verdicts {
  /** Judges the points of a story in an attempt by everything that was learned about them. */
  taught(attemptId: string, story: Story, transcript: Transcript): PointCoverage[]
  /** The same without what was learned from this very attempt. */
  untaught(attemptId: string, story: Story, transcript: Transcript): PointCoverage[]
}

/** Verdicts of one attempt that are kept: taught and untaught. */
const KEPT = 2
/** Attempts whose verdicts are kept: those in view, not a whole history. */
const KEPT_ATTEMPTS = 50

/**
 * Judges an attempt once as long as neither its points nor its words nor what was learned changes: lists and reports
 * read the same many times.
 */
export function createVerdicts(deps: { wordings: WordingStore; judge?: typeof coverPoints }): Verdicts {
  const { wordings: store, judge = coverPoints } = deps
  const remembered = new Map<string, { key: string; coverage: PointCoverage[] }[]>()

  function verdicts(attemptId: string, story: Story, transcript: Transcript, learned: readonly Wording[]) {
    const byPoint = Map.groupBy(learned, ({ pointId }) => pointId)
    const points = story.points.map((point) => ({ ...point, wordings: byPoint.get(point.id) ?? [] }))
    const key = JSON.stringify([
      points.map(({ id, part, text, facts, wordings }) => [id, part, text, facts, wordings.map(({ id }) => id)]),
      transcript.words.map((word) => word.text),
    ])
    const kept = remembered.get(attemptId) ?? []
    const known = kept.find((each) => each.key === key)
    if (known) return known.coverage
    const coverage = judge(points, transcript.words)
    remembered.delete(attemptId)
    remembered.set(attemptId, [{ key, coverage }, ...kept].slice(0, KEPT))
    const [oldest] = remembered.keys()
    if (remembered.size > KEPT_ATTEMPTS && oldest !== undefined) remembered.delete(oldest)
    return coverage
  }

  return {
    taught: (attemptId, story, transcript) => verdicts(attemptId, story, transcript, store.ofStory(story.id)),
    untaught: (attemptId, story, transcript) => {
      const learned = store.ofStory(story.id).filter((wording) => wording.attemptId !== attemptId)
      return verdicts(attemptId, story, transcript, learned)
    },
  }
}
