import { spanText, type Word, type WordSpan } from '../transcript.ts'
import type { Basis, CoverageStatus, FactFinding, PointCoverage, WrongFact } from './coverage.ts'
import { decide, probabilities, type VerdictModel } from './decide.ts'
import { MODEL } from './model.ts'
import { type Observation, observe } from './observe.ts'
import { reasonsOf } from './reasoning.ts'
import { type CoveragePoint, type Sighting, type Survey, survey } from './survey.ts'

export type { CoveragePoint } from './survey.ts'

/** Below this share of a point, and told in fewer clauses than this, words are no near miss but chance. */
const LEAST_CLOSEST = 0.15
const LEAST_TOLD = 0.25

const wrongFact = ({ fact, status, said, span }: FactFinding): WrongFact[] =>
  status === 'wrong' && span && said !== null ? [{ expected: fact.text, said, span }] : []

/** A verdict that a limit forced is as sure as the limits are: seven times in ten on the development set. */
const FORCED_CONFIDENCE = 0.7
/** Words that the user accepted before are theirs to judge. */
const ACCEPTED_CONFIDENCE = 0.95

function confidence({ features, limits }: Observation, status: CoverageStatus, model: VerdictModel): number {
  if (limits.accepted && !limits.wrong) return ACCEPTED_CONFIDENCE
  const forced = limits.wrong || limits.contradiction === 'opposite'
  return forced ? FORCED_CONFIDENCE : probabilities(features, model)[status]
}

/** With this much of a missed point said, squared, a negation that it does not have denies it. */
const WELL_SAID = 0.36

const isDenied = ({ features, limits }: Observation, missed: boolean): boolean =>
  !limits.accepted &&
  (limits.contradiction === 'opposite' || (missed && limits.contradiction === 'negated' && features.said >= WELL_SAID))

/** A point whose opposite was said is wrong as a whole. */
function denial(point: CoveragePoint, spans: readonly WordSpan[], words: readonly Word[]): WrongFact[] {
  const [span] = spans
  if (!span) return []
  return [{ expected: point.text, said: spanText(words, span), span }]
}

/** What decided, and the taught words that did. */
function basisOf(observation: Observation, { taught }: Sighting, missed: boolean): readonly [Basis, string | null] {
  const { limits } = observation
  if (limits.wrong && !missed) return ['wrong-fact', null]
  if (taught.accepted) return ['accepted-wording', taught.accepted.text]
  if (isDenied(observation, missed)) return ['opposite', null]
  const [rejected] = taught.rejected
  return missed && rejected ? ['rejected-wording', rejected.text] : ['said', null]
}

/** The verdict on the point at `index` from what was observed of it. */
export function judge(
  point: CoveragePoint,
  observation: Observation,
  { sightings, tokens, words }: Survey,
  index: number,
  model: VerdictModel,
): PointCoverage {
  const { said, features, limits, spans, facts } = observation
  const status = decide(features, limits, model)
  const missed = status === 'missed'
  const sighting = sightings[index]!
  const findings = facts.map(({ finding }) => finding)
  const values = limits.wrong && !missed ? findings.flatMap(wrongFact) : []
  return {
    pointId: point.id,
    status,
    confidence: confidence(observation, status, model),
    evidence: missed ? [] : [...spans],
    facts: findings,
    wrongFacts: isDenied(observation, missed) ? denial(point, spans, words) : values,
    closest: missed && (said >= LEAST_CLOSEST || features.told >= LEAST_TOLD) ? (spans[0] ?? null) : null,
    reasoning: reasonsOf(sighting, point.text, tokens, words, ...basisOf(observation, sighting, missed)),
  }
}

/** For each point, in the same order, whether the words say it, on which words that rests, and which facts are wrong. */
export function coverPoints(points: readonly CoveragePoint[], words: readonly Word[]): PointCoverage[] {
  const found = survey(points, words)
  return observe(found, MODEL.fit).map((observation, i) => judge(points[i]!, observation, found, i, MODEL.verdict))
}
