import type { Word } from '../transcript.ts'
import type { PointCoverage } from './coverage.ts'
import { decide, MODEL, type Model, probabilities } from './decide.ts'
import { type CoveragePoint, type Observation, observe } from './observe.ts'

export type { CoveragePoint } from './observe.ts'

const LEAST_CLOSEST = 0.15

/** The verdict on one point from what was observed of it. */
export function judge(point: CoveragePoint, { features, evidence, facts }: Observation, model: Model): PointCoverage {
  const status = decide(features, model)
  const missed = status === 'missed'
  const findings = facts.map(({ finding }) => finding)
  return {
    pointId: point.id,
    status,
    confidence: probabilities(features, model)[status],
    evidence: missed ? [] : evidence,
    facts: findings,
    wrongFacts: missed
      ? []
      : findings.flatMap(({ fact, status, said, span }) =>
          status === 'wrong' && span && said !== null ? [{ expected: fact.text, said, span }] : [],
        ),
    closest: missed && features.strongest >= LEAST_CLOSEST ? (evidence[0] ?? null) : null,
  }
}

/** For each point, in the same order, whether the words say it, on which words that rests, and which facts are wrong. */
export function coverPoints(points: readonly CoveragePoint[], words: readonly Word[]): PointCoverage[] {
  return observe(points, words).map((observation, i) => judge(points[i]!, observation, MODEL))
}
