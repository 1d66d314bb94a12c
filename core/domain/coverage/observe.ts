import type { Fact, Part } from '../story.ts'
import type { Word, WordSpan } from '../transcript.ts'
import { deniedShare, isOpposite, negationDiffers } from './contradiction.ts'
import { weakestIdea } from './ideas.ts'
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

const within = (spans: readonly Span[], slack: number) => (token: number) =>
  spans.some(({ from, to }) => token >= from - slack && token < to + slack)

const VERB = /^(?:\w{2,}(?:ed|ing)|built|found|gave|held|took|wrote|made|led|won|cut|set|kept|drew|taught|brought|sent|ran|met|lost|broke|began|chose|told|spent|left|grew|rose|fell|got|had|went|came|put|own|let|became|sold|bought|paid|drove|stood|read|built)$/
const deedShare = (point: PointTerms, spans: readonly Span[]) => {
  let all = 0, said = 0
  for (const [i, term] of point.terms.entries()) if (VERB.test(term.text)) { all += term.weight; said += term.weight * Math.max(0, ...spans.map((s) => s.said.get(i)?.likeness ?? 0)) }
  return all === 0 ? saidShare(point.terms, spans) : said / all
}
const generality = (tokens: readonly Token[], spans: readonly Span[]) => {
  const near = within(spans, 6)
  const said = tokens.filter((_, i) => near(i)).map((token) => token.text)
  const present = said.filter((t) => /^(is|are|can|should|always|often|usually|people|think|believe|am|do|does|every|never)$/.test(t)).length
  const past = said.filter((t) => /^(was|were|did|had|went|made|took|got|found|gave|built|wrote|told|came|\w{2,}ed)$/.test(t)).length
  return (present - past) / (present + past + 1)
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
    
    const elsewhere = expected.flatMap((quantities, other) => (other === index ? [] : quantities))
    const scope: FactScope = {
      tokens,
      near: within(spans, NEAR_TOKENS),
      wide: within(spans, WIDE_TOKENS),
      used: new Set(),
      isSaid: (stem) => prepared[index]!.terms.some((term, i) => term.stem === stem && spans.some((span) => (span.said.get(i)?.likeness ?? 0) >= 0.75)),
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
        weakest: weakestIdea(prepared[index]!, spans),
        incomplete: facts.some((fact) => fact.credit < 1) ? 1 : 0,
        denied: deniedShare(prepared[index]!, spans) * strongest,
        opposite: isOpposite(prepared[index]!, tokens, spans) ? strongest : 0,
        negation: negationDiffers(prepared[index]!, tokens, spans) ? strongest : 0,
        deed: deedShare(prepared[index]!, spans),
        tight: spans[0] ? spans[0].said.size / (spans[0].to - spans[0].from + 2) : 0,
        general: generality(tokens, spans),
        answerNeg: tokens.filter((t) => t.negator).length / Math.max(1, tokens.length) * 20,
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
