import type { CoverageStatus } from './coverage.ts'
import { FEATURES, type Features } from './features.ts'

/** An ordinal model: the weighted sum of the features against two thresholds. */
export type Model = { weights: Features; partial: number; covered: number }

/** Fitted on the development set by `bench/coverage.ts`, which prints them. */
export const MODEL: Model = {
  weights: { said: 1.2, strongest: 2, facts: 1.5 } as never,
  partial: 3.2,
  covered: 5,
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** The probability of each status. */
export function probabilities(features: Features, model: Model): Record<CoverageStatus, number> {
  const sum = FEATURES.reduce((total, name) => total + model.weights[name] * features[name], 0)
  const covered = logistic(sum - model.covered)
  const atLeastPartial = Math.max(covered, logistic(sum - model.partial))
  return { covered, partial: atLeastPartial - covered, missed: 1 - atLeastPartial }
}

/** The middle verdict: the one with least expected distance from the truth, since partial lies between the others. */
export function decide(features: Features, model: Model): CoverageStatus {
  const { covered, missed } = probabilities(features, model)
  if (missed >= 0.5) return 'missed'
  return covered >= 0.5 && features.wrong === 0 ? 'covered' : 'partial'
}
