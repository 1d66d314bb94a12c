import type { Match } from './match.ts'
import type { PointTerms } from './terms.ts'
import type { Token } from './token.ts'
import type { Value } from './value.ts'

/** Words of a point this near to a value speak for it fully; from `FAR` on not at all. Tokens. */
const CLOSE = 4
const FAR = 18
/** What each cut between clauses takes away. */
const PER_CLAUSE = 0.85
/** In a point, the words this near to a value are its own and count double. */
const OWN_REACH = 4
const PARTS_LIST = /^(and|but|while|whereas|against|versus)$/

/** Numbers the stretches of a text that commas, "and", "but" … part. */
export function segmentsOf(tokens: readonly Token[]): number[] {
  let segment = 0
  return tokens.map((token, at) => {
    if (at > 0 && (PARTS_LIST.test(token.text) || token.clause !== tokens[at - 1]!.clause)) segment++
    return segment
  })
}

/** How strongly the words around values of an answer speak for one point (0-1 and more), and for one of its values. */
export type Support = {
  around: (said: Value) => number
  for: (expected: Value, said: Value) => number
  /** The share of the point in words that stand in the same stretch as both values do. */
  linked: (expected: Value, said: Value) => number
}

/** Weighs the matches of a point against the places of values in an answer. */
export function supportFor(
  { terms, tokens: written }: PointTerms,
  matches: readonly Match[],
  tokens: readonly Token[],
  segments: readonly number[],
): Support {
  const words = matches.filter(({ term }) => terms[term]!.raw === null)
  const ownSegments = segmentsOf(written)
  const nearness = (match: Match, { from, to }: Value) => {
    const distance = match.to <= from ? from - match.to + 1 : Math.max(0, match.from - to + 1)
    const cuts = Math.abs(tokens[match.from]!.clause - tokens[from]!.clause)
    return Math.max(0, Math.min(1, (FAR - distance) / (FAR - CLOSE))) * PER_CLAUSE ** cuts
  }
  const near = (said: Value): number[] => {
    const best = terms.map(() => 0)
    for (const match of words) {
      const weight = match.likeness * nearness(match, said)
      if (weight > best[match.term]!) best[match.term] = weight
    }
    return best
  }
  const known = new Map<Value, number[]>()
  const nearOf = (said: Value) => {
    const best = known.get(said) ?? near(said)
    known.set(said, best)
    return best
  }
  return {
    around: (said) => nearOf(said).reduce((sum, share, term) => sum + share * terms[term]!.weight, 0),
    for: (expected, said) =>
      nearOf(said).reduce((sum, share, term) => {
        const { weight, position } = terms[term]!
        const own = position >= expected.from - OWN_REACH && position < expected.to + OWN_REACH
        return sum + share * weight * (own ? 2 : 1)
      }, 0),
    linked: (expected, said) => {
      const shares = terms.map(() => 0)
      for (const { term, from, likeness } of words)
        if (segments[from] === segments[said.from] && ownSegments[terms[term]!.position] === ownSegments[expected.from])
          shares[term] = Math.max(shares[term]!, likeness)
      return shares.reduce((sum, share, term) => sum + share * terms[term]!.weight, 0)
    },
  }
}
