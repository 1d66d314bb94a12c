import type { PointCoverage } from '../coverage/coverage.ts'
import { rarityOf, type StoryIndex } from './story-index.ts'

/** How many stories are judged to find out which one was told. */
export const CANDIDATES = 12
/** A story is clearly the one when it has this many times the evidence of the next. */
const CLEAR_MARGIN = 1.3
/** Less evidence than this is chance: about three words that hardly another story has. */
const LEAST_EVIDENCE = 6
/** So near the best, the planned story is taken to be the one. */
const TIE = 0.9

export interface Weighed {
  readonly storyId: string
  /** How much of what was said points to it. */
  readonly evidence: number
}

/**
 * The words that were said of some point, each once, by how rare they are among stories. The share of points that was
 * said does not tell stories apart: a loose answer says half the points of many; and every word fits a long story.
 */
export function evidenceOf(coverage: readonly PointCoverage[], index: StoryIndex): number {
  const said = new Map<string, number>()
  for (const { reasoning } of coverage)
    for (const match of reasoning.matches) {
      const word = match.said.toLowerCase()
      said.set(word, Math.max(said.get(word) ?? 0, rarityOf(index, match.term)))
    }
  return [...said.values()].reduce((sum, rarity) => sum + rarity, 0)
}

/** Stories by evidence, best first; the planned story wins where it is as good. `isClear`: the first one was surely told. */
export function rankStories<T extends Weighed>(
  stories: readonly T[],
  plannedId: string | null,
): { ranked: T[]; isClear: boolean } {
  const sorted = stories.toSorted((a, b) => b.evidence - a.evidence)
  const most = sorted[0]?.evidence ?? 0
  const planned = sorted.find(({ storyId, evidence }) => storyId === plannedId && evidence >= TIE * most)
  const ranked = planned ? [planned, ...sorted.filter((story) => story !== planned)] : sorted
  const [first, second] = ranked
  const isClear =
    first !== undefined &&
    first.evidence >= LEAST_EVIDENCE &&
    (first === planned || first.evidence >= CLEAR_MARGIN * (second?.evidence ?? 0))
  return { ranked, isClear }
}
