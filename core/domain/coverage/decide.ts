import type { CoverageStatus } from './coverage.ts'
import { type Contradiction, FEATURES, type Features } from './features.ts'

/** An ordinal model: the weighted sum of the features against two thresholds. */
export type Model = { weights: Features; partial: number; covered: number }

/** Fitted on the development set by `bench/coverage.ts`, which prints them. */
export const MODEL: Model = {
  weights: { weakest: 2.32, facts: 1.83, general: -0.66, contested: -0.49, inOrder: 1.35 },
  partial: 0.82,
  covered: 1.98,
}

/** What limits a verdict whatever the model says; `distrusted`: the answer contradicts much of the story. */
export type Limits = { said: number; wrong: boolean; contradiction: Contradiction; distrusted: boolean }

/** With less of a point than this in the words, there is nothing to show as evidence that it was covered. */
const LEAST_COVERED = 0.35
/** With less than this there is nothing to show at all: its place in the story alone does not make a point half said. */
const LEAST_PARTIAL = 0.15
/** With less than this, a value nearby is not about the point. */
export const LEAST_WRONG = 0.2

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** The probability of each status. */
export function probabilities(features: Features, model: Model): Record<CoverageStatus, number> {
  const sum = FEATURES.reduce((total, name) => total + model.weights[name] * features[name], 0)
  const covered = logistic(sum - model.covered)
  const atLeastPartial = Math.max(covered, logistic(sum - model.partial))
  return { covered, partial: atLeastPartial - covered, missed: 1 - atLeastPartial }
}

/** The middle verdict: the one least far from the truth on average, since partial lies between the others. */
function middle({ covered, missed }: Record<CoverageStatus, number>): CoverageStatus {
  if (missed >= 0.5) return 'missed'
  return covered >= 0.5 ? 'covered' : 'partial'
}

/** The verdict on one point. A wrong fact makes it partial, the opposite missed, a doubt at most partial. */
export function decide(features: Features, limits: Limits, model: Model): CoverageStatus {
  if (limits.contradiction === 'opposite') return 'missed'
  if (limits.wrong) return 'partial'
  if (limits.said < LEAST_PARTIAL) return 'missed'
  const status = middle(probabilities(features, model))
  const doubtful = limits.said < LEAST_COVERED || limits.contradiction === 'negated' || limits.distrusted
  return status === 'covered' && doubtful ? 'partial' : status
}
