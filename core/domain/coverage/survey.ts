import type { Fact, Part } from '../story.ts'
import type { Word } from '../transcript.ts'
import { prepareAnswer } from './answer.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { contradictionsOf } from './contradiction.ts'
import type { FactReading } from './facts.ts'
import type { Contradiction } from './features.ts'
import { type FitFeatures, fitFeatures } from './fit.ts'
import { findMatches } from './match.ts'
import { bestSpans, type Span, saidShare } from './spans.ts'
import { readFacts } from './story-facts.ts'
import { outside, recall, type Taught } from './taught.ts'
import { type PointTerms, pointTerms } from './terms.ts'
import type { Token } from './token.ts'
import { tokenize } from './tokens.ts'
import type { Wording } from './wording.ts'

/** A point to look for, with the facts that must be said right and what its user taught about it. */
export type CoveragePoint = {
  id: string
  part: Part
  text: string
  facts: readonly Fact[]
  wordings?: readonly Pick<Wording, 'kind' | 'text'>[]
}

/** A point, the places where it may have been said, how much of it they say (0-1), and what was taught about it. */
export type Sighting = { point: PointTerms; spans: readonly Span[]; said: number; taught: Taught }

/** All that an answer shows of the points of a story before anything is weighed; lists are by point. */
export type Survey = {
  parts: readonly Part[]
  words: readonly Word[]
  tokens: readonly Token[]
  clauses: readonly Clause[]
  sightings: readonly Sighting[]
  contradictions: readonly Contradiction[]
  facts: readonly (readonly FactReading[])[]
  fits: readonly (readonly FitFeatures[])[]
}

/** Looks for every point of a story in the words of an answer. */
export function survey(points: readonly CoveragePoint[], words: readonly Word[]): Survey {
  const tokens = tokenize(words)
  const answer = prepareAnswer(tokens)
  const clauses = clausesOf(tokens)
  const texts = points.map(({ text }) => text)
  const taught = recall(
    points.map(({ wordings }) => wordings ?? []),
    texts,
    answer,
  )
  const sought = pointTerms(texts).map((point, i) => ({
    point,
    matches: outside(findMatches(point, answer), taught[i]!.rejected),
  }))
  const sightings = sought.map(({ point, matches }, i): Sighting => {
    const spans = bestSpans(point.terms, matches)
    return { point, spans, said: saidShare(point.terms, spans), taught: taught[i]! }
  })
  return {
    parts: points.map(({ part }) => part),
    words,
    tokens,
    clauses,
    sightings,
    contradictions: contradictionsOf(sought, sightings, tokens),
    facts: readFacts(points, sought, sightings, tokens, words),
    fits: fitFeatures(sought, tokens, clauses),
  }
}
