import type { PointCoverage } from '#domain/coverage/coverage'
import { type Doubt, doubtOf, type Opinion, type PointJudge, withOpinion } from '#domain/coverage/opinion'
import type { Point } from '#domain/story'
import type { Word } from '#domain/transcript'

export interface Opinions {
  /**
   * Verdicts with the opinions of the stronger judge that are known; what it has not been asked yet is asked in the
   * background, one by one, and `changed` tells when there is something new; null asks nothing. Without a judge nothing
   * changes.
   */
  applied(
    points: readonly Point[],
    verdicts: readonly PointCoverage[],
    words: readonly Word[],
    changed: (() => void) | null,
  ): readonly PointCoverage[]
  /** Stops asking. */
  close(): void
}

type Known = Map<string, Opinion | null>

/** Asks the stronger judge, if there is one, about verdicts of low confidence, once for the same point and words. */
export function createOpinions(deps: { judge: PointJudge | null; logError(error: unknown): void }): Opinions {
  const { judge } = deps
  const known: Known = new Map()
  const asked = new Set<string>()
  const stop = new AbortController()
  let queue: Promise<unknown> = Promise.resolve()

  async function ask(by: PointJudge, key: string, doubt: Doubt): Promise<boolean> {
    try {
      stop.signal.throwIfAborted()
      const opinion = await by.judge(doubt.point, doubt.spans, stop.signal)
      known.set(key, opinion)
      return opinion !== null
    } catch (error) {
      // What failed is not asked again before the next start.
      if (!stop.signal.aborted) deps.logError(error)
      return false
    }
  }

  return {
    applied(points, verdicts, words, changed) {
      if (!judge) return verdicts
      const waiting: [string, Doubt][] = []
      const settled = verdicts.map((verdict, i) => {
        const doubt = doubtOf(points[i]!, verdict, words)
        if (!doubt) return verdict
        const key = JSON.stringify(doubt)
        const opinion = known.get(key)
        if (opinion) return withOpinion(verdict, opinion)
        if (!changed || asked.has(key)) return verdict
        waiting.push([key, doubt])
        asked.add(key)
        return verdict
      })
      for (const [key, doubt] of waiting)
        queue = queue.then(async () => {
          if (await ask(judge, key, doubt)) changed?.()
        })
      return settled
    },
    close: () => stop.abort(),
  }
}
