import type { WordSpan } from '../transcript.ts'
import { align } from './align.ts'
import { LEAST_WRONG, type Limits } from './decide.ts'
import { evidenceSpans } from './evidence.ts'
import type { FactReading } from './facts.ts'
import type { Features } from './features.ts'
import { type FitModel, logOdds } from './fit.ts'
import { generality, isHypothetical } from './generality.ts'
import { unitOf } from './numbers.ts'
import { type Span, saidShare, within } from './spans.ts'
import type { Sighting, Survey } from './survey.ts'
import { toldShare } from './terms.ts'
import type { Token } from './token.ts'

/** What an answer shows of one point, before any verdict; `said` is the share (0-1) of its words, numbers left out. */
export type Observation = {
  said: number
  features: Features
  limits: Limits
  spans: readonly WordSpan[]
  facts: readonly FactReading[]
}

const GENERAL_REACH = 6
const HYPOTHETICAL_REACH = 2
/** Few general words among many prove nothing about an answer. */
const TALK_DOUBT = 5
/** An answer that speaks against this share of what it touches, and this many points, tells another story. */
const DISTRUST_SHARE = 0.5
const DISTRUST_POINTS = 3
const TOUCHED = 0.25
/** Told in more clauses than this is told, not told better. */
const MOST_TOLD = 2
/** Brings log-odds to the size of the other features. */
const ODDS_SCALE = 0.25
/** A clause that fits better than this (in scaled log-odds) falls short of nothing. */
const FITTING = 0.1
/** A point takes no more tokens to tell than this, however long its notes are. */
const LONG_POINT = 16
/** Speech takes this many times the words of its notes; longer answers tell no more. */
const LONG_ENOUGH = 1.25
/** Log-odds beyond this are those of words read out; they tell no more. */
const SURE = 3
/** The log-odds where there is no clause at all. */
const NO_CLAUSE = -6

/** How much of a point's words was said, 0-1, its numbers and units left out where it has other words. */
function wordsSaid({ point: { terms }, spans, said }: Sighting): number {
  const words = terms.map((term) => ({ ...term, weight: term.raw !== null || unitOf(term.text) ? 0 : term.weight }))
  const total = words.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? said : saidShare(words, spans) / total
}

/** The tokens in and near (`reach` tokens) some spans. */
function around(tokens: readonly Token[], spans: readonly Span[], reach: number): readonly Token[] {
  const isNear = within(spans, reach)
  return tokens.filter((_, at) => isNear(at))
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The share of the values of some facts that were said, around zero; zero where there are none. */
const factScore = (facts: readonly FactReading[]) =>
  facts.length === 0 ? 0 : mean(facts.map(({ credit }) => credit)) - 0.5

const argMax = (values: readonly number[]) => values.reduce((best, value, i) => (value > values[best]! ? i : best), 0)

function isDistrusted({ contradictions, sightings }: Survey): boolean {
  const against = contradictions.filter((contradiction) => contradiction !== 'none').length
  const touched = sightings.filter(({ said }) => said >= TOUCHED).length
  return against >= DISTRUST_POINTS && against >= DISTRUST_SHARE * touched
}

/** Weighs what a survey found of every point of the story, given how clauses fit points. */
export function observe(survey: Survey, model: FitModel): Observation[] {
  const { parts, tokens, clauses, sightings, contradictions, facts } = survey
  const odds = survey.fits.map((row) => row.map((fit) => logOdds(fit, model)))
  const telling = align(odds)
  const bestFits = odds.map((row) => Math.min(SURE, Math.max(NO_CLAUSE, ...row)))
  const against = mean(contradictions.map((contradiction) => (contradiction === 'none' ? 0 : 1)))
  const pointTokens = sightings.reduce((sum, { point }) => sum + Math.min(LONG_POINT, point.tokens.length), 0)
  const talk = generality(tokens, TALK_DOUBT)
  const distrusted = isDistrusted(survey)
  return sightings.map((sighting, index) => {
    const { spans, point } = sighting
    const said = toldShare(point, sighting.said)
    const told = telling[index]!
    const clause = argMax(told)
    const times = Math.min(
      MOST_TOLD,
      told.reduce((sum, value) => sum + value, 0),
    )
    return {
      said: wordsSaid(sighting),
      features: {
        facts: factScore(facts[index]!),
        factLost: facts[index]!.some(({ credit }) => credit < 1) ? 1 : 0,
        general: generality(around(tokens, spans, GENERAL_REACH)),
        told: times,
        unfit: Math.max(0, FITTING - ODDS_SCALE * (odds[index]![clause] ?? NO_CLAUSE)),
        said: said ** 2,
        othersFit: ODDS_SCALE * mean(bestFits.filter((_, i) => i !== index)),
        against: against * times,
        room: (1 - said) * (Math.min(LONG_ENOUGH, tokens.length / Math.max(1, pointTokens)) - 1),
        talk,
      },
      limits: {
        wrong: sighting.said >= LEAST_WRONG && facts[index]!.some(({ finding }) => finding.status === 'wrong'),
        contradiction: contradictions[index]!,
        distrusted,
        hypothetical: parts[index] !== 'learning' && isHypothetical(around(tokens, spans, HYPOTHETICAL_REACH)),
        accepted: sighting.taught.accepted !== null,
      },
      spans: evidenceSpans(tokens, sighting, clauses[clause] ?? null),
      facts: facts[index]!,
    }
  })
}
