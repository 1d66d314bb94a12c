import { isAffirmed } from './affirmation.ts'
import { isDenied, SETS_ASIDE } from './denial.ts'
import { densityOf } from './density.ts'
import type { Contradiction } from './features.ts'
import type { Sought } from './fit.ts'
import { isReversed } from './reversal.ts'
import type { Span } from './spans.ts'
import type { Token } from './token.ts'

/** How far before what was said a negation still belongs to it, in words of the same clause. */
const REACH = 3
/** Less than this much of a point was hardly said, so a stray negation means nothing. */
const LEAST_SAID = 0.25

const negates = (tokens: readonly Token[]) => tokens.some((token) => token.negator)

/** Whether a negator leaves something aside rather than denies; so does "not" where a clause begins: "not by date". */
const setsAside = (tokens: readonly Token[], at: number) =>
  SETS_ASIDE.test(tokens[at]!.text) || (tokens[at]!.text === 'not' && tokens[at - 1]?.clause !== tokens[at]!.clause)

/** Whether what was said of a point holds a negation and the point none, or the other way round. */
function isNegated(point: readonly Token[], tokens: readonly Token[], spans: readonly Span[]): boolean {
  const own = [...point.keys()].filter((at) => point[at]!.negator)
  // What is left aside can as well be left unsaid.
  if (own.length > 0 && own.every((at) => setsAside(point, at))) return false
  const said = spans.map(({ from, to }) => {
    const clauses = new Set(tokens.slice(from, to).map((token) => token.clause))
    return tokens.filter((token, i) => i >= from - REACH && i < to && clauses.has(token.clause))
  })
  return own.length > 0 !== said.some(negates)
}

const TESTS = [isDenied, isReversed, isAffirmed]

/** Where a point was said and how much of it (0-1). */
type Said = { spans: readonly Span[]; said: number }

/** For each point whether an answer speaks against it: "we never coupled", "bugs rose" for "fewer bugs". */
export function contradictionsOf(
  sought: readonly Sought[],
  sightings: readonly Said[],
  tokens: readonly Token[],
): Contradiction[] {
  const densities = sought.map(densityOf)
  return sought.map((each, index) => {
    const { spans, said } = sightings[index]!
    if (TESTS.some((test) => test(sought, index, densities, tokens))) return 'opposite'
    return said >= LEAST_SAID && isNegated(each.point.tokens, tokens, spans) ? 'negated' : 'none'
  })
}
