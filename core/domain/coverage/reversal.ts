import { ANTONYMS } from './antonyms.ts'
import type { Density } from './density.ts'
import type { Sought } from './fit.ts'
import { readValues } from './said-values.ts'
import type { PointTerms } from './terms.ts'
import type { Token } from './token.ts'

/** A noun belongs to a word of direction at most this many tokens away, in the point and in the answer. */
const LINK = 4
/** The point's own word this near says what the opposite word stands for. */
const OWN_NEAR = 6
const CLEAR = 0.7
/** Told of by the list of what stays as it was. */
const KEPT = 'remain'
const LEAST_AROUND = 0.2
/** Elsewhere hardly more of the point may be said. */
const MOST_AWAY = 1.1

/** Places of a point that tell a change without a verb for it: "5 people to 2". */
const changesIn = (point: PointTerms) =>
  readValues(point.tokens).flatMap(({ role, from }) => (role === 'from' ? [from] : []))

/** Whether an answer says the opposite of a point of the same thing: "complaints rose" for "fewer complaints". */
export function isReversed(
  sought: readonly Sought[],
  index: number,
  densities: readonly Density[],
  tokens: readonly Token[],
): boolean {
  const { point, matches } = sought[index]!
  const density = densities[index]!
  const changes = changesIn(point)
  return ANTONYMS.some(([own, other]) => {
    const stated = [...point.tokens.keys()].filter(
      (at) => own.has(point.tokens[at]!.stem) && !point.tokens[at]!.negated,
    )
    const places = other.has(KEPT) ? [...stated, ...changes] : stated
    if (places.length === 0 || point.tokens.some(({ stem }) => other.has(stem))) return false
    // Counted, since a subject may look like a word of direction: "falls rose" for "falls dropped".
    const saysOwn = (at: number) =>
      stated.length > 0 &&
      tokens.filter(
        ({ stem, clause, negated }, i) =>
          Math.abs(i - at) <= OWN_NEAR && clause === tokens[at]!.clause && !negated && own.has(stem),
      ).length >= stated.length
    if (tokens.some(({ stem }, at) => own.has(stem) && saysOwn(at) && density.at(at) >= LEAST_AROUND)) return false
    const belongs = (term: number) => {
      const { position, raw } = point.terms[term]!
      return raw === null && places.some((at) => at !== position && Math.abs(at - position) <= LINK)
    }
    const isLinked = (at: number) =>
      matches.some(
        ({ term, from, likeness }) =>
          from !== at &&
          Math.abs(from - at) <= LINK &&
          tokens[from]!.clause === tokens[at]!.clause &&
          likeness >= CLEAR &&
          belongs(term),
      )
    const isPlaced = (at: number) => {
      const around = density.at(at)
      if (around < LEAST_AROUND || density.away(at) > MOST_AWAY * around) return false
      const speaksOf = ({ stem }: Token) => own.has(stem) || other.has(stem)
      return !densities.some((each, i) => i !== index && each.at(at) > around && sought[i]!.point.tokens.some(speaksOf))
    }
    return tokens.some(
      (token, at) => other.has(token.stem) && !token.negated && !saysOwn(at) && isLinked(at) && isPlaced(at),
    )
  })
}
