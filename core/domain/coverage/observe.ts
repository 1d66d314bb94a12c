import type { Fact, Part } from '../story.ts'
import type { Word, WordSpan } from '../transcript.ts'
import { OPPOSITES } from './english.ts'
import { type FactReading, type FactScope, readFact } from './facts.ts'
import type { Features } from './features.ts'
import { prepareAnswer } from './answer.ts'
import { findMatches } from './match.ts'
import { bestSpans, type Span, saidShare } from './spans.ts'
import { type PointTerms, pointTerms, type Term } from './terms.ts'
import { type Quantity, type Token, tokenize, tokenizeText } from './tokens.ts'

/** A point to look for, with the facts that must be said right. */
export type CoveragePoint = { id: string; part: Part; text: string; facts: readonly Fact[] }

/** What an answer shows of one point, before any verdict. */
export type Observation = { features: Features; spans: readonly Span[]; evidence: WordSpan[]; facts: FactReading[] }

const NEAR_TOKENS = 5
const WIDE_TOKENS = 14

/** The share of what was said that is denied where the point affirms it, or the other way round. */
function deniedShare(terms: readonly Term[], spans: readonly Span[]): number {
  let denied = 0
  let all = 0
  for (const { said } of spans)
    for (const [index, match] of said) {
      const term = terms[index]!
      all += term.weight
      if (term.negated !== match.negated) denied += term.weight
    }
  return all === 0 ? 0 : denied / all
}

const within = (spans: readonly Span[], slack: number) => (token: number) =>
  spans.some(({ from, to }) => token >= from - slack && token < to + slack)

/** Whether the spans hold a word of the opposite direction ("rose" for "reduced") and none of the point's own. */
function turned(point: PointTerms, tokens: readonly Token[], spans: readonly Span[]): boolean {
  const near = within(spans, 3)
  const said = tokens.filter((_, i) => near(i)).map((token) => token.text)
  const wanted = point.tokens.map((token) => token.text)
  return OPPOSITES.some((pair) =>
    pair.some((own, side) => {
      const other = pair[1 - side]!
      return (
        wanted.some((word) => own.has(word) || own.has(word.replace(/(e?d|s|ing)$/, ''))) &&
        !wanted.some((word) => other.has(word)) &&
        said.some((word) => other.has(word)) &&
        !said.some((word) => own.has(word))
      )
    }),
  )
}

const expectedBy = (points: readonly CoveragePoint[]): Quantity[][] =>
  points.map((point) => tokenizeText(point.text).flatMap((token) => token.quantity ?? []))

function evidenceOf(tokens: readonly Token[], spans: readonly Span[]): WordSpan[] {
  const found = spans
    .map(({ from, to }) => ({ from: tokens[from]!.from, to: tokens[to - 1]!.to }))
    .sort((a, b) => a.from - b.from)
  return found.reduce<WordSpan[]>((merged, span) => {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
    return merged
  }, [])
}

/** How many of a span's tokens a stronger point claims too, as a share. */
function contestedShare(mine: Span | undefined, strength: number, others: readonly { span: Span | undefined; strength: number }[]) {
  if (!mine) return 0
  let contested = 0
  const matched = [...mine.said.values()]
  for (const match of matched)
    if (others.some(({ span, strength: theirs }) => span && theirs > strength && [...span.said.values()].some((m) => m.from === match.from)))
      contested++
  return contested / matched.length
}

/** Collects what an answer shows of every point of a story. */
export function observe(points: readonly CoveragePoint[], words: readonly Word[]): Observation[] {
  const tokens = tokenize(words)
  const answer = prepareAnswer(tokens)
  const prepared = pointTerms(points.map((point) => point.text))
  const expected = expectedBy(points)
  const say = (span: WordSpan) => words.slice(span.from, span.to).map((word) => word.text).join(' ')
  const found = prepared.map((point) => {
    const spans = bestSpans(point.terms, findMatches(point, answer))
    return { spans, said: saidShare(point.terms, spans), strongest: spans[0] ? saidShare(point.terms, spans.slice(0, 1)) : 0 }
  })
  const middle = (index: number) => {
    const span = found[index]?.spans[0]
    return span && found[index]!.said >= 0.4 ? (span.from + span.to) / 2 : null
  }
  return points.map((point, index) => {
    const { spans, said, strongest } = found[index]!
    const { terms } = prepared[index]!
    const elsewhere = expected.flatMap((quantities, other) => (other === index ? [] : quantities))
    const scope: FactScope = {
      tokens,
      near: within(spans, NEAR_TOKENS),
      wide: within(spans, WIDE_TOKENS),
      takenElsewhere: (quantity) =>
        [...elsewhere, ...expected[index]!].some((other) => other.raw === quantity.raw && other.dimension === quantity.dimension),
    }
    const facts = point.facts.map((fact) => readFact(fact, scope, say))
    const credit = facts.reduce((sum, fact) => sum + fact.credit, 0) / Math.max(1, facts.length)
    const others = found.filter((_, other) => other !== index)
    const at = spans[0] ? (spans[0].from + spans[0].to) / 2 : null
    const before = Math.max(-1, ...points.map((_, i) => (i < index ? (middle(i) ?? -1) : -1)))
    const after = Math.min(Infinity, ...points.map((_, i) => (i > index ? (middle(i) ?? Infinity) : Infinity)))
    return {
      features: {
        said,
        strongest,
        facts: facts.length === 0 ? 0 : credit - 0.5,
        wrong: facts.some(({ finding }) => finding.status === 'wrong') ? 1 : 0,
        opposite: Math.max(deniedShare(terms, spans), turned(prepared[index]!, tokens, spans) ? 1 : 0),
        support: others.reduce((sum, other) => sum + other.said, 0) / Math.max(1, others.length),
        order: at === null ? 0 : 1 - Math.abs(at / Math.max(1, tokens.length) - (index + 0.5) / points.length),
        contested: contestedShare(spans[0], strongest, others.map((other) => ({ span: other.spans[0], strength: other.strongest }))),
        inOrder: at !== null && before <= at && at <= after ? 1 : 0,
      },
      spans,
      evidence: evidenceOf(tokens, spans),
      facts,
    }
  })
}
