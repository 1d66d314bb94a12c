import type { Fact, Part } from '../story.ts'
import type { Word, WordSpan } from '../transcript.ts'
import { prepareAnswer } from './answer.ts'
import { contradictionOf } from './contradiction.ts'
import { LEAST_WRONG, type Limits } from './decide.ts'
import { type FactReading, readFact } from './facts.ts'
import type { Features } from './features.ts'
import { generality } from './generality.ts'
import { weakestIdea } from './ideas.ts'
import { findMatches } from './match.ts'
import { contestedShare, isInOrder, type Sighting } from './neighbours.ts'
import { unitOf } from './numbers.ts'
import { bestSpans, type Span, saidShare } from './spans.ts'
import { pointTerms } from './terms.ts'
import type { Quantity, Token } from './token.ts'
import { tokenize } from './tokens.ts'

/** A point to look for, with the facts that must be said right. */
export type CoveragePoint = { id: string; part: Part; text: string; facts: readonly Fact[] }

/** What an answer shows of one point, before any verdict. */
export type Observation = {
  features: Features
  limits: Limits
  spans: readonly WordSpan[]
  facts: readonly FactReading[]
}

/** How far from a point's words its facts are looked for, in tokens: for other values, and for the right ones. */
const NEAR = 5
const WIDE = 14
const GENERAL_REACH = 6
/** A term that was said as clearly as this counts as the word of a fact. */
const CLEAR = 0.75
/** An answer that speaks against this share of what it touches, and this many points, tells another story. */
const DISTRUST_SHARE = 0.5
const DISTRUST_POINTS = 3
const TOUCHED = 0.25
/** Evidence reaches this many tokens further to the edge of its clause, so that it reads as a phrase. */
const EDGE = 4

const within = (spans: readonly Span[], slack: number) => (token: number) =>
  spans.some(({ from, to }) => token >= from - slack && token < to + slack)

/** The token up to `EDGE` further in a direction (1 or −1) that still belongs to the clause of the one at `at`. */
function clauseEdge(tokens: readonly Token[], at: number, direction: 1 | -1): Token {
  let edge = at
  for (let step = 1; step <= EDGE; step++) {
    const next = tokens[at + step * direction]
    if (next?.clause !== tokens[at]!.clause) break
    edge = at + step * direction
  }
  return tokens[edge]!
}

/** The words of some spans, in order, out to the edges of near clauses; spans that touch become one. */
function wordSpans(tokens: readonly Token[], spans: readonly Span[]): WordSpan[] {
  const found = spans
    .map(({ from, to }) => ({ from: clauseEdge(tokens, from, -1).from, to: clauseEdge(tokens, to - 1, 1).to }))
    .sort((a, b) => a.from - b.from)
  return found.reduce<WordSpan[]>((merged, span) => {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push(span)
    return merged
  }, [])
}

/** How much of a point's words was said, 0-1, its numbers and units left out where it has other words. */
function wordsSaid({ point: { terms }, spans, said }: Sighting): number {
  const words = terms.map((term) => ({ ...term, weight: term.raw !== null || unitOf(term.text) ? 0 : term.weight }))
  const total = words.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? said : saidShare(words, spans) / total
}

const quantitiesOf = ({ point }: Sighting) => point.tokens.flatMap((token) => token.quantity ?? [])

function readFacts(
  facts: readonly Fact[],
  sighting: Sighting,
  tokens: readonly Token[],
  story: readonly Quantity[],
  words: readonly Word[],
) {
  const { point, spans } = sighting
  const scope = {
    tokens,
    near: within(spans, NEAR),
    wide: within(spans, WIDE),
    used: new Set<number>(),
    isSaid: (stem: string) =>
      point.terms.some(
        (term, i) => term.stem === stem && spans.some((span) => (span.said.get(i)?.likeness ?? 0) >= CLEAR),
      ),
    takenElsewhere: (said: Quantity) =>
      story.some((other) => other.raw === said.raw && other.dimension === said.dimension),
  }
  const say = (span: WordSpan) =>
    words
      .slice(span.from, span.to)
      .map((word) => word.text)
      .join(' ')
      .replace(/[.,;:!?]+$/, '')
  return facts.map((fact) => readFact(fact, scope, say))
}

/** The share of the values of a point's facts that were said, around zero; zero where it has none. */
function factScore(facts: readonly FactReading[]): number {
  if (facts.length === 0) return 0
  return facts.reduce((sum, { credit }) => sum + credit, 0) / facts.length - 0.5
}

/** Collects what an answer shows of every point of a story. */
export function observe(points: readonly CoveragePoint[], words: readonly Word[]): Observation[] {
  const tokens = tokenize(words)
  const answer = prepareAnswer(tokens)
  const sightings = pointTerms(points.map(({ text }) => text)).map((point): Sighting => {
    const spans = bestSpans(point.terms, findMatches(point, answer))
    return { point, spans, said: saidShare(point.terms, spans) }
  })
  const story = sightings.flatMap(quantitiesOf)
  const contradictions = sightings.map(({ point, spans, said }) => contradictionOf(point, tokens, spans, said))
  const against = contradictions.filter((contradiction) => contradiction !== 'none').length
  const touched = sightings.filter(({ said }) => said >= TOUCHED).length
  const distrusted = against >= DISTRUST_POINTS && against >= DISTRUST_SHARE * touched
  return sightings.map((sighting, index) => {
    const { point, spans, said } = sighting
    const facts = readFacts(points[index]!.facts, sighting, tokens, story, words)
    return {
      features: {
        weakest: weakestIdea(point, spans),
        facts: factScore(facts),
        general: generality(tokens.filter((_, i) => within(spans, GENERAL_REACH)(i))),
        contested: contestedShare(sightings, index),
        inOrder: isInOrder(sightings, index) ? 1 : 0,
      },
      limits: {
        said: wordsSaid(sighting),
        wrong: said >= LEAST_WRONG && facts.some(({ finding }) => finding.status === 'wrong'),
        contradiction: contradictions[index]!,
        distrusted,
      },
      spans: wordSpans(tokens, spans),
      facts,
    }
  })
}
