import type { CueLevel } from '../attempt.ts'
import { readinessOf, type Score } from '../coverage/score.ts'
import type { TargetBand } from '../story.ts'
import { RATINGS, type Rating, type RatingReason } from './rating.ts'

/** Below this share of the points the story was forgotten. */
export const AGAIN_BELOW = 0.5
/** From this share on it was remembered well. */
export const GOOD_FROM = 0.75
/** From this share on nearly everything was said. */
export const EASY_FROM = 0.95
/** An answer this many times too long, or too short, is another answer. */
export const FAR_OFF = 1.5

/** What a rating is proposed from. */
export interface Answer {
  readonly score: Score
  readonly durationMs: number
  readonly target: TargetBand
  readonly cueLevel: CueLevel
}

/** Reading is not remembering: the most that an answer can deserve with the story in view. */
const MOST: Readonly<Record<CueLevel, Rating>> = { full: 'hard', keywords: 'good', 'off-book': 'easy' }

const rankOf = (rating: Rating): number => RATINGS.indexOf(rating)
const lower = (a: Rating, b: Rating): Rating => (rankOf(a) < rankOf(b) ? a : b)
/** One step worse, but never `again`: the wrong length is no forgetting. */
const stepDown = (rating: Rating): Rating => lower(rating, RATINGS[Math.max(1, rankOf(rating) - 1)]!)

function byCoverage(readiness: number): Rating {
  if (readiness < AGAIN_BELOW) return 'again'
  if (readiness < GOOD_FROM) return 'hard'
  return readiness < EASY_FROM ? 'good' : 'easy'
}

/** Milliseconds beyond the target (positive) or short of it (negative). */
function offTarget(durationMs: number, { minMs, maxMs }: TargetBand): number {
  if (durationMs > maxMs) return durationMs - maxMs
  return Math.min(0, durationMs - minMs)
}

const isFarOff = (durationMs: number, { minMs, maxMs }: TargetBand): boolean =>
  durationMs > maxMs * FAR_OFF || durationMs < minMs / FAR_OFF

/** The rating that an answer deserves, and why; null where the story has no points to say. */
export function proposeRating(answer: Answer): { rating: Rating; reasons: RatingReason[] } | null {
  const { score, durationMs, target, cueLevel } = answer
  const readiness = readinessOf(score)
  if (readiness === null) return null
  const covered = byCoverage(readiness)
  const offMs = offTarget(durationMs, target)
  const reasons: RatingReason[] = [{ kind: 'coverage', readiness }]
  let rating = lower(covered, MOST[cueLevel])
  if (score.wrongFacts > 0) {
    rating = lower(rating, 'hard')
    reasons.push({ kind: 'wrong-facts', count: score.wrongFacts })
  }
  if (isFarOff(durationMs, target)) rating = stepDown(rating)
  else if (offMs !== 0) rating = lower(rating, 'good')
  if (isFarOff(durationMs, target) || (offMs !== 0 && covered === 'easy')) reasons.push({ kind: 'length', offMs })
  if (cueLevel !== 'off-book') reasons.push({ kind: 'cues', cueLevel })
  return { rating, reasons }
}
