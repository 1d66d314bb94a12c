import type { Word, WordSpan } from '../transcript.ts'
import type { CoverageStatus, FactFinding, PointCoverage, WrongFact } from './coverage.ts'
import { decide, MODEL, type Model, probabilities } from './decide.ts'
import { type CoveragePoint, type Observation, observe } from './observe.ts'

export type { CoveragePoint } from './observe.ts'

/** Below this share of a point, words are no near miss but chance. */
const LEAST_CLOSEST = 0.15

const wrongFact = ({ fact, status, said, span }: FactFinding): WrongFact[] =>
  status === 'wrong' && span && said !== null ? [{ expected: fact.text, said, span }] : []

/** A verdict that a limit forced is as sure as the limits are: seven times in ten on the development set. */
const FORCED_CONFIDENCE = 0.7

function confidence({ features, limits }: Observation, status: CoverageStatus, model: Model): number {
  const forced = limits.wrong || limits.contradiction === 'opposite'
  return forced ? FORCED_CONFIDENCE : probabilities(features, model)[status]
}

/** A point whose opposite was said is wrong as a whole. */
function denial(point: CoveragePoint, spans: readonly WordSpan[], words: readonly Word[]): WrongFact[] {
  const [span] = spans
  if (!span) return []
  return [
    {
      expected: point.text,
      said: words
        .slice(span.from, span.to)
        .map((word) => word.text)
        .join(' '),
      span,
    },
  ]
}

/** The verdict on one point from what was observed of it. */
export function judge(
  point: CoveragePoint,
  observation: Observation,
  words: readonly Word[],
  model: Model,
): PointCoverage {
  const { features, limits, spans, facts } = observation
  const status = decide(features, limits, model)
  const missed = status === 'missed'
  const findings = facts.map(({ finding }) => finding)
  const values = limits.wrong && !missed ? findings.flatMap(wrongFact) : []
  return {
    pointId: point.id,
    status,
    confidence: confidence(observation, status, model),
    evidence: missed ? [] : [...spans],
    facts: findings,
    wrongFacts: limits.contradiction === 'opposite' ? denial(point, spans, words) : values,
    closest: missed && limits.said >= LEAST_CLOSEST ? (spans[0] ?? null) : null,
  }
}

/** For each point, in the same order, whether the words say it, on which words that rests, and which facts are wrong. */
export function coverPoints(points: readonly CoveragePoint[], words: readonly Word[]): PointCoverage[] {
  return observe(points, words).map((observation, i) => judge(points[i]!, observation, words, MODEL))
}
