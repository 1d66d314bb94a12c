import { ANTONYMS } from './antonyms.ts'
import type { Density } from './density.ts'
import type { Sought } from './fit.ts'
import type { Token } from './token.ts'

/** A noun belongs to a word of direction at most this many tokens away, in the point and in the answer. */
const LINK = 4
/** The point's own word this near says what the opposite word stands for. */
const OWN_NEAR = 6
const CLEAR = 0.7
const LEAST_AROUND = 0.2
/** Elsewhere hardly more of the point may be said. */
const MOST_AWAY = 1.1

/** Whether an answer says the opposite of a point of the same thing: "complaints rose" for "fewer complaints". */
export function isReversed(
  { point, matches }: Sought,
  index: number,
  densities: readonly Density[],
  tokens: readonly Token[],
): boolean {
  const density = densities[index]!
  return ANTONYMS.some(([own, other]) => {
    const places = [...point.tokens.keys()].filter((at) => own.has(point.tokens[at]!.stem) && !point.tokens[at]!.negated)
    if (places.length === 0 || point.tokens.some(({ stem }) => other.has(stem))) return false
    if (tokens.some(({ stem, negated }, at) => own.has(stem) && !negated && density.at(at) >= LEAST_AROUND)) return false
    const belongs = (term: number) =>
      point.terms[term]!.raw === null && places.some((at) => at !== point.terms[term]!.position && Math.abs(at - point.terms[term]!.position) <= LINK)
    return tokens.some((token, at) => {
      if (!other.has(token.stem) || token.negated) return false
      if (tokens.some(({ stem, clause }, i) => Math.abs(i - at) <= OWN_NEAR && clause === token.clause && own.has(stem))) return false
      const linked = matches.some(
        ({ term, from, likeness }) =>
          from !== at && Math.abs(from - at) <= LINK && tokens[from]!.clause === token.clause && likeness >= CLEAR && belongs(term),
      )
      if (!linked) return false
      const around = density.at(at)
      if (around < LEAST_AROUND || density.away(at) > MOST_AWAY * around) return false
      return !densities.some((each, i) => i !== index && each.at(at) > around)
    })
  })
}
