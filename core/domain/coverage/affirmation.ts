import type { Density } from './density.ts'
import type { Sought } from './fit.ts'
import type { Token } from './token.ts'

/** Words that say that there was something, or more than enough of it. */
const THERE_IS = /^(had|have|has|got|still|always|plenty|lots|enough|needs|needed|must)$/
/** Words that end, wish or fear what stands with them, or take it back. */
const GONE =
  /^(left|missing|gone|few|only|least|ended|stopped|over|if|would|want|wanted|could|might|may|should|worried|afraid|until|before|no|hardly|barely)$/
/** How far before a noun these stand, and how far around it a denial. */
const REACH = 4
const DENIAL_REACH = 8
/** The least share of a point in what it denies and the answer affirms, and the least share of all that it denies. */
const LEAST_AFFIRMED = 0.07
const LEAST_OF_DENIED = 0.3
/** Where so much of the point is said, most of what it denies is affirmed by being said without a denial. */
const WELL_SAID = 0.45
const MOST_OF_DENIED = 0.6
/** "Instead of" and "rather than" name what was otherwise, not what was not. */
const COMPARES = /^(instead|rather)$/

/** Whether an answer says that there was what a point denies: "we had plenty of chairs" for "no chairs". */
export function isAffirmed(
  sought: readonly Sought[],
  index: number,
  densities: readonly Density[],
  tokens: readonly Token[],
): boolean {
  const { point, matches } = sought[index]!
  if (point.tokens.some(({ text }) => COMPARES.test(text))) return false
  const weights = new Map(
    point.terms.flatMap(({ negated, raw, weight }, term) => (negated && raw === null ? [[term, weight] as const] : [])),
  )
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  // Denied once, it is denied, whatever is said of it elsewhere.
  if (all === 0 || matches.some(({ term, negated }) => negated && weights.has(term))) return false
  const density = densities[index]!
  return tokens.some((token, at) => {
    const thereIs = THERE_IS.test(token.text)
    if (!thereIs && density.at(at) < WELL_SAID) return false
    const around = tokens.slice(Math.max(0, at - DENIAL_REACH), at + DENIAL_REACH)
    if (around.some((near) => near.negator || near.negated || GONE.test(near.text))) return false
    const said = new Set<number>()
    for (const { term, from } of matches)
      if (weights.has(term) && from > at && from <= at + REACH && tokens[from]!.clause === token.clause) said.add(term)
    const share = [...said].reduce((sum, term) => sum + weights.get(term)!, 0)
    if (share < LEAST_AFFIRMED || share < (thereIs ? LEAST_OF_DENIED : MOST_OF_DENIED) * all) return false
    const here = density.at(at + 1)
    return !densities.some((other, i) => i !== index && other.at(at + 1) > here) && density.away(at + 1) <= here
  })
}
