import { compared, counts, mayReplace, SMALL, sameRole, shareNoun } from './candidates.ts'
import {
  type Bindable,
  type Bound,
  bindTold,
  byRank,
  type Claim,
  claimsOf,
  explainedBetter,
  LEAST_OTHER,
} from './claims.ts'
import type { Value } from './value.ts'

/** The least that the words around must say where it is not even clear that the same is counted. */
const LEAST_LOOSE = 0.4
/** What a number right but for its unit, and each right value of the point nearby (tokens) add to that. */
const SAME_NUMBER = 0.3
const BESIDE = 0.15
const BESIDE_REACH = 12
/** A value is explained by what it is right for with this much of the strength with which it would be wrong. */
const EXPLAINS = 0.4
/** A value that may replace one of another point as likely as this is neither's. */
const TIED = 0.95
/** A value is not a point's where the words of another weigh more, times this: one that awaits such a value, and any. */
const RIVAL = 0.8
const BYSTANDER = 0.35
/** Words swapped must speak this much more for it than as they stand. */
const SWAP_MARGIN = 0.05

const isNear = (left: Value, right: Value) => Math.abs(left.from - right.from) <= BESIDE_REACH

/** What the right values of a point near a value add to the words there. */
const besides = (bound: ReadonlyMap<Value, Bound>, value: Value) =>
  BESIDE * [...bound.values()].filter(({ said }) => isNear(said, value)).length

const sameNumber = (expected: Value, said: Value) => (expected.raw === said.raw && said.raw > SMALL ? SAME_NUMBER : 0)

/** Whether the other end of a change is right: "12 down to 9" for "12 to 3". */
const hasPartner = (bound: ReadonlyMap<Value, Bound>, value: Value) =>
  [...bound.values()].some(({ said }) => said.role !== null && said.measure === value.measure && isNear(said, value))

/** Whether the words around a value place it with a point firmly enough to call it wrong there. */
function isPlaced(
  { point, expected, said, strength }: Claim,
  points: readonly Bindable[],
  bound: readonly ReadonlyMap<Value, Bound>[],
): boolean {
  const around = (at: number) => points[at]!.support.around(said) + besides(bound[at]!, said)
  const awaits = (at: number) =>
    points[at]!.values.some(
      (value) => !bound[at]!.has(value) && compared(value, said) === 'other' && mayReplace(value, said),
    )
  const here = around(point) + sameNumber(expected, said)
  if (points.some((_, other) => other !== point && around(other) * (awaits(other) ? RIVAL : BYSTANDER) > here))
    return false
  const paired = sameRole(expected, said) && hasPartner(bound[point]!, said)
  const loose = counts(expected) && !shareNoun(expected.nouns, said.nouns) && !paired
  return strength >= (loose || expected.measure === 'often' ? LEAST_LOOSE : LEAST_OTHER)
}

/** Adds the other values that stand where an expected one should, each for one point only. */
function bindOthers(points: readonly Bindable[], claims: readonly Claim[], bound: Map<Value, Bound>[]): void {
  const told = claims.filter(({ closeness }) => closeness !== 'other')
  const isExplained = (claim: Claim) =>
    told.some(
      (other) =>
        other.said.from === claim.said.from && other.strength >= EXPLAINS * claim.strength && used.has(claim.said.from),
    ) ||
    told.some(
      (other) => other.point === claim.point && other.expected === claim.expected && !explainedBetter(other, told),
    )
  const others = claims
    .filter(({ closeness }) => closeness === 'other')
    .map((claim) => {
      const more = besides(bound[claim.point]!, claim.said) + sameNumber(claim.expected, claim.said)
      return { ...claim, strength: claim.strength + more }
    })
    .sort(byRank)
  const usedBy = bound.map((of) => new Set([...of.values()].map(({ said }) => said.from)))
  const used = new Set(usedBy.flatMap((places) => [...places]))
  const isTied = ({ point, said, strength }: Claim) =>
    others.some(
      (other) =>
        other.point !== point &&
        other.said === said &&
        !bound[other.point]!.has(other.expected) &&
        other.strength >= TIED * strength,
    )
  const gone = new Set<number>()
  // Twice, since what was as likely another point's is clear once that point has its own.
  for (const claim of [...others, ...others]) {
    const { point, expected, said } = claim
    if (bound[point]!.has(expected) || usedBy[point]!.has(said.from) || gone.has(said.from)) continue
    if (isExplained(claim) || isTied(claim) || !isPlaced(claim, points, bound)) continue
    bound[point]!.set(expected, { closeness: 'other', said })
    usedBy[point]!.add(said.from)
    gone.add(said.from)
  }
}

/** "24 % on the mats and 7 % on the floor" for the other way round: both values are wrong. */
function markSwapped({ values, support }: Bindable, bound: Map<Value, Bound>): void {
  for (const [i, first] of values.entries())
    for (const second of values.slice(i + 1)) {
      const [a, b] = [bound.get(first), bound.get(second)]
      if (!a || !b || a.closeness === 'other' || b.closeness === 'other' || first.measure !== second.measure) continue
      const straight = support.linked(first, a.said) + support.linked(second, b.said)
      const crossed = support.linked(first, b.said) + support.linked(second, a.said)
      if (crossed <= straight + SWAP_MARGIN) continue
      bound.set(first, { closeness: 'other', said: b.said })
      bound.set(second, { closeness: 'other', said: a.said })
    }
}

/** For each point what became of each of its values; a value said stands for one expected value of a point only. */
export function bindValues(points: readonly Bindable[], said: readonly Value[]): Map<Value, Bound>[] {
  const claims = claimsOf(points, said)
  const bound = bindTold(
    points,
    claims.filter(({ closeness }) => closeness !== 'other'),
  )
  bindOthers(points, claims, bound)
  for (const [index, point] of points.entries()) markSwapped(point, bound[index]!)
  return bound
}
