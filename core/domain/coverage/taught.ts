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

/** A wording of a point and the place where an answer tells it most; `said` is the share of it (0-1). */
export type Retelling = { text: string; point: PointTerms; span: Span; said: number; isWhole: boolean }

/** What an answer tells again of what a user taught about a point. */
export type Taught = { accepted: Retelling | null; rejected: readonly Retelling[] }

const affirmed = (point: PointTerms, span: Span) =>
  [...span.said].every(([term, match]) => point.terms[term]!.negated === match.negated)

function retell(text: string, story: readonly string[], answer: Answer): Retelling | null {
  const [point] = pointTerms([text, ...story])
  const span = point && bestSpan(point.terms, findMatches(point, answer))
  if (!point || !span) return null
  const said = saidShare(point.terms, [span])
  const isTight = span.to - span.from <= SPREAD * point.tokens.length + SLACK
  return { text, point, span, said, isWhole: said >= TOLD_AGAIN && isTight && affirmed(point, span) }
}

/** Looks in an answer for the wordings of a point; `story` are the texts of all points, which tell how rare a word is. */
export function recall(
  wordings: readonly Pick<Wording, 'kind' | 'text'>[] | undefined,
  story: readonly string[],
  answer: Answer,
): Taught {
  const told = (kind: Wording['kind']) =>
    (wordings ?? [])
      .filter((wording) => wording.kind === kind)
      .flatMap(({ text }) => retell(text, story, answer) ?? [])
      .filter(({ isWhole }) => isWhole)
  const accepted = told('accepted').reduce<Retelling | null>(
    (best, each) => (best && best.said >= each.said ? best : each),
    null,
  )
  return { accepted, rejected: told('rejected') }
}

/** The matches that lie outside of some counter-examples. */
export const outside = (matches: readonly Match[], rejected: readonly Retelling[]): readonly Match[] =>
  rejected.length === 0
    ? matches
    : matches.filter((match) => !rejected.some(({ span }) => match.from >= span.from && match.to <= span.to))
