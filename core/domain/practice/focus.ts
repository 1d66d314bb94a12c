import type { Point, TargetBand } from '../story.ts'

/** No answer is meant to be shorter than this. Milliseconds. */
const LEAST_MS = 10_000
/** How long the answer to a follow-up question may be, which is about no point of the story. Milliseconds. */
const FOLLOW_UP_TARGET: TargetBand = { minMs: 15_000, maxMs: 60_000 }

const wordsOf = (points: readonly Pick<Point, 'text'>[]): number =>
  points.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0)

/** How long an answer should take that is about some points of a story only: their share of its words, at least 10 s. */
export function focusTarget(
  target: TargetBand,
  points: readonly Pick<Point, 'id' | 'text'>[],
  focus: readonly string[],
): TargetBand {
  const own = points.filter(({ id }) => focus.includes(id))
  if (own.length === 0) return FOLLOW_UP_TARGET
  const share = wordsOf(own) / Math.max(1, wordsOf(points))
  const minMs = Math.max(LEAST_MS, Math.round(target.minMs * share))
  return { minMs, maxMs: Math.max(2 * LEAST_MS, minMs, Math.round(target.maxMs * share)) }
}
