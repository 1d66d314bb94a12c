import { compared, counts, isLoose, mayReplace, SMALL, sameRole, shareNoun } from './candidates.ts'
import type { Closeness } from './closeness.ts'
import type { Support } from './support.ts'
import type { Value } from './value.ts'

/** What a point expects and how the answer speaks for it; `near` tells whether a token stands where it is told. */
export type Bindable = {
  values: readonly Value[]
  support: Support
  near: (token: number) => boolean
}

/** What was said in place of an expected value. */
export type Bound = { closeness: Closeness; said: Value }

/** What may stand for what; `strength` weighs the words around it. */
export type Claim = Bound & { point: number; expected: Value; strength: number }

/** The least that the words around must say of a point for a value to stand for one of its own, right or not. */
const LEAST_RIGHT = 0.12
export const LEAST_OTHER = 0.22
/** What a shared noun adds to that. */
const SAME_NOUN = 0.5

const RANK: Record<Closeness, number> = { right: 0, approximate: 1, other: 2 }
/** Right values first, then nearly right ones, each the strongest first. */
export const byRank = (a: Claim, b: Claim) => RANK[a.closeness] - RANK[b.closeness] || b.strength - a.strength

/** Whether an equal value is meant: a small number may as well count something else. */
function isMeant(expected: Value, said: Value, { near, support }: Bindable): boolean {
  const placed = near(said.from) || support.around(said) >= LEAST_RIGHT
  if (!placed || !counts(expected)) return placed
  if (expected.nouns.length === 0) return expected.raw >= SMALL || isLoose(said) || sameRole(expected, said)
  if (expected.raw >= SMALL || shareNoun(expected.nouns, said.nouns)) return true
  return isLoose(said) && support.for(expected, said) >= LEAST_OTHER
}

/** Everything that the values of an answer may stand for, as right ones, approximate ones, others. */
export function claimsOf(points: readonly Bindable[], said: readonly Value[]): Claim[] {
  return points.flatMap((point, index) =>
    point.values.flatMap((expected) =>
      said.flatMap((value): Claim[] => {
        const closeness = compared(expected, value)
        if (closeness === null) return []
        if (closeness === 'other' ? !mayReplace(expected, value) : !isMeant(expected, value, point)) return []
        const noun = counts(expected) && shareNoun(expected.nouns, value.nouns) ? SAME_NOUN : 0
        const strength = point.support.for(expected, value) + noun
        return [{ point: index, expected, said: value, closeness, strength }]
      }),
    ),
  )
}

/** Whether a value is rather what another point expects. */
export const explainedBetter = (claim: Claim, told: readonly Claim[]) =>
  told.some(
    (other) =>
      other.point !== claim.point &&
      other.said.from === claim.said.from &&
      RANK[other.closeness] <= RANK[claim.closeness] &&
      other.strength > claim.strength,
  )

/** The right and nearly right values; those of two points may be one ("12 teams"), those of one point not. */
export function bindTold(points: readonly Bindable[], told: readonly Claim[]): Map<Value, Bound>[] {
  const bound = points.map(() => new Map<Value, Bound>())
  const used = points.map(() => new Set<number>())
  for (const claim of [...told].sort(byRank)) {
    const { point, expected, said, closeness } = claim
    if (bound[point]!.has(expected) || used[point]!.has(said.from)) continue
    if (closeness === 'approximate' && explainedBetter(claim, told)) continue
    bound[point]!.set(expected, { closeness, said })
    used[point]!.add(said.from)
  }
  return bound
}
