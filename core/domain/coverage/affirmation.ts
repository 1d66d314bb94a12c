import type { Density } from './density.ts'
import type { Sought } from './fit.ts'
import type { Token } from './token.ts'

/** Words that say that there was something, or more than enough of it. */
const THERE_IS = /^(had|have|has|got|still|always|plenty|lots|enough|needs|needed|must)$/
const GONE = /^(left|missing|gone|few|only|least|ended|stopped|over|if|would|want|wanted)$/
/** How far before a noun these stand, and how far around it a denial. */
const REACH = 4
const DENIAL_REACH = 8
/** The least share of a point in what it denies and the answer affirms, and the least share of all that it denies. */
const LEAST_AFFIRMED = 0.07
const LEAST_OF_DENIED = 0.3
/** "Instead of" and "rather than" name what was otherwise, not what was not. */
const COMPARES = /^(instead|rather)$/

/** Whether an answer says that there was what a point denies: "we had plenty of chairs" for "no chairs". */
export function isAffirmed(
  { point, matches }: Sought,
  index: number,
  densities: readonly Density[],
  tokens: readonly Token[],
): boolean {
  if (point.tokens.some(({ text }) => COMPARES.test(text))) return false
  const weights = new Map(
    point.terms.flatMap(({ negated, raw, weight }, term) => (negated && raw === null ? [[term, weight] as const] : [])),
  )
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return false
  const density = densities[index]!
  return tokens.some((token, at) => {
    if (!THERE_IS.test(token.text)) return false
    const around = tokens.slice(Math.max(0, at - DENIAL_REACH), at + DENIAL_REACH)
    if (around.some((near) => near.negator || near.negated || GONE.test(near.text))) return false
    const said = new Set<number>()
    for (const { term, from } of matches)
      if (weights.has(term) && from > at && from <= at + REACH && tokens[from]!.clause === token.clause) said.add(term)
    const share = [...said].reduce((sum, term) => sum + weights.get(term)!, 0)
    if (share < LEAST_AFFIRMED || share < LEAST_OF_DENIED * all) return false
    const here = density.at(at + 1)
    return !densities.some((other, i) => i !== index && other.at(at + 1) > here) && density.away(at + 1) <= here
  })
}
