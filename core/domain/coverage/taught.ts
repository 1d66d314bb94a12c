import type { Answer } from './answer.ts'
import { findMatches, type Match } from './match.ts'
import { bestSpan, type Span, saidShare } from './spans.ts'
import { type PointTerms, pointTerms } from './terms.ts'
import type { Wording } from './wording.ts'

/** A wording is told again when this share of its words is said in one place. */
const TOLD_AGAIN = 0.7
/** Words of a counter-example may lie this many times further apart than they did, and some tokens more. */
const SPREAD = 1.5
const SLACK = 3

/** A wording that an answer tells again, where, and how much of it (0-1). */
export type Retelling = { text: string; span: Span; said: number }

/** What an answer tells again of what a user taught about a point. */
export type Taught = { accepted: Retelling | null; rejected: readonly Retelling[] }

const affirmed = (point: PointTerms, span: Span) =>
  [...span.said].every(([term, match]) => point.terms[term]!.negated === match.negated)

function retell(text: string, point: PointTerms, answer: Answer): Retelling | null {
  const span = bestSpan(point.terms, findMatches(point, answer))
  if (!span) return null
  const said = saidShare(point.terms, [span])
  const isTight = span.to - span.from <= SPREAD * point.tokens.length + SLACK
  return said >= TOLD_AGAIN && isTight && affirmed(point, span) ? { text, span, said } : null
}

const overlap = (left: Span, right: Span) => left.from < right.to && right.from < left.to

type Lesson = Pick<Wording, 'kind' | 'text'>

/** Looks in an answer for what was taught about each point; `story` are the texts of the points. */
export function recall(lessons: readonly (readonly Lesson[])[], story: readonly string[], answer: Answer): Taught[] {
  const texts = lessons.flat().map(({ text }) => text)
  // The story tells how rare a word is.
  const terms = texts.length === 0 ? [] : pointTerms([...texts, ...story])
  let next = 0
  return lessons.map((own) => {
    const told = own.map(({ kind, text }) => ({ kind, retelling: retell(text, terms[next++]!, answer) }))
    const of = (kind: Wording['kind']) =>
      told.flatMap((each) => (each.kind === kind && each.retelling ? [each.retelling] : []))
    const rejected = of('rejected')
    // Whoever rejects the words that an accepted wording was found in means these words.
    const accepted = of('accepted')
      .filter(({ span }) => !rejected.some((other) => overlap(span, other.span)))
      .reduce<Retelling | null>((best, each) => (best && best.said >= each.said ? best : each), null)
    return { accepted, rejected }
  })
}

/** The matches that lie outside of some counter-examples. */
export const outside = (matches: readonly Match[], rejected: readonly Retelling[]): readonly Match[] =>
  rejected.length === 0
    ? matches
    : matches.filter((match) => !rejected.some(({ span }) => match.from >= span.from && match.to <= span.to))
