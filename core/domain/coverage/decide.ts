import type { CoverageStatus } from './coverage.ts'
import { type Contradiction, FEATURES, type Features } from './features.ts'

/** A weighted sum of the features and what to add: the log-odds that a question is answered with yes. */
export type Question = { weights: Features; bias: number }

/**
 * Two questions, each with its own weights: was anything of the point said, and was all of it? A missing fact answers
 * the second, not the first, so that one scale with two thresholds would do neither well.
 */
export type VerdictModel = { some: Question; whole: Question }

/**
 * What limits a verdict whatever the model says. `distrusted`: the answer contradicts much of the story; `hypothetical`:
 * it says what one could do; `accepted`: it says the point in words that its user accepted.
 */
export type Limits = {
  wrong: boolean
  contradiction: Contradiction
  distrusted: boolean
  hypothetical: boolean
  accepted: boolean
}

/** With less than this, a value nearby is not about the point. */
export const LEAST_WRONG = 0.2

/**
 * A verdict must have words to show. Told in fewer clauses than this, as the alignment expects it, and with less than
 * this share of its words said, a point cannot get it, however well the rest of the story is told.
 */
const LEAST_TOLD = { partial: 0.03, covered: 0.25 }
const LEAST_SAID = { partial: 0.17, covered: 0.3 }
/** Where clauses fit the other points less than this, no story is told, and less than this share of words proves nothing. */
const NO_STORY = { othersFit: -0.8, said: 0.6 }

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

const yes = ({ weights, bias }: Question, features: Features) =>
  logistic(FEATURES.reduce((sum, name) => sum + weights[name] * features[name], bias))

/** The probability of each status. */
export function probabilities(features: Features, model: VerdictModel): Record<CoverageStatus, number> {
  const some = yes(model.some, features)
  const covered = Math.min(some, yes(model.whole, features))
  return { covered, partial: some - covered, missed: 1 - some }
}

/** The middle verdict: the one least far from the truth on average, since partial lies between the others. */
function middle({ covered, missed }: Record<CoverageStatus, number>): CoverageStatus {
  if (missed >= 0.5) return 'missed'
  return covered >= 0.5 ? 'covered' : 'partial'
}

/** The verdict on one point. A wrong fact makes it partial, the opposite missed, a doubt at most partial; the user's own words cover it. */
export function decide(features: Features, limits: Limits, model: VerdictModel): CoverageStatus {
  if (limits.accepted) return limits.wrong ? 'partial' : 'covered'
  if (limits.contradiction === 'opposite') return 'missed'
  if (limits.wrong) return 'partial'
  if (features.told < LEAST_TOLD.partial && features.said < LEAST_SAID.partial ** 2) return 'missed'
  const status = middle(probabilities(features, model))
  const unproven = features.told < LEAST_TOLD.covered && features.said < LEAST_SAID.covered ** 2
  const alone = features.othersFit < NO_STORY.othersFit && features.said < NO_STORY.said ** 2
  const doubtful = unproven || alone || limits.contradiction === 'negated' || limits.distrusted || limits.hypothetical
  return status === 'covered' && doubtful ? 'partial' : status
}
