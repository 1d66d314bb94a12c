import { type Closeness, compareValues } from './closeness.ts'
import type { Support } from './support.ts'
import { areSynonyms } from './synonyms.ts'
import type { Value } from './value.ts'

/** What a point expects and how the answer speaks for it; `near` tells whether tokens stand where it is told. */
export type Bindable = {
  values: readonly Value[]
  support: Support
  near: (token: number) => boolean
}

/** What was said in place of an expected value. */
export type Bound = { closeness: Closeness; said: Value }

/** Below this, an equal count says nothing where it counts other things. */
const SMALL = 10
/** The least that the words around must say of a point for a value to stand for one of its own. */
const LEAST_RIGHT = 0.12
const LEAST_OTHER = 0.22
const LEAST_LOOSE = 0.4
/** Another point explains a value with this much of the support that the point itself has. */
const EXPLAINS = 0.6
/** A value is not a point's where the words of another weigh more, times this: one that awaits such a value, and any. */
const RIVAL = 0.8
const BYSTANDER = 0.35
/** What a shared noun and each right value of the point nearby (tokens) add to the words around a value. */
const SAME_NOUN = 0.5
const BESIDE = 0.15
const BESIDE_REACH = 12
/** Values further apart than this factor measure different things. */
const FARTHEST = 20
/** Words swapped must speak this much more for it than as they stand. */
const SWAP_MARGIN = 0.05
/** Nouns that stand for anybody or anything counted. */
const ANYTHING = /^(peopl|person|folk|guy|bloke|lad|men|women|thing|other|more|altogeth|total)$/

/** Whether two lists of stems name one thing, also by a synonym. */
export const shareNoun = (left: readonly string[], right: readonly string[]) =>
  left.some((noun) => right.some((other) => noun === other || areSynonyms(noun, other)))

const counts = ({ measure }: Value) => measure === 'count' || measure === 'bare'
const isLoose = ({ nouns, measure }: Value) => measure === 'bare' || nouns.every((noun) => ANYTHING.test(noun))

/** Whether two counts may count the same: alike nouns, or none on one side. */
const countAlike = (expected: Value, said: Value) =>
  !counts(expected) || !counts(said) || isLoose(expected) || isLoose(said) || shareNoun(expected.nouns, said.nouns)

const rolesAgree = (expected: Value, said: Value) =>
  expected.role === null || said.role === null || expected.role === said.role

/** How a value said compares where both can mean the same; null where they cannot. */
function compared(expected: Value, said: Value): Closeness | null {
  const closeness = compareValues(expected, said)
  if (closeness === null || closeness === 'other') return closeness
  if (!countAlike(expected, said) && expected.raw < SMALL) return null
  if (rolesAgree(expected, said)) return closeness
  return expected.measure === said.measure && expected.role !== 'by' && said.role !== 'by' ? 'other' : null
}

/** Whether a value said can be another one in the place of the expected. */
function mayReplace(expected: Value, said: Value): boolean {
  if (expected.measure === 'bare' && expected.role === null) return false
  if (said.role === 'by' && expected.role !== null && expected.role !== 'by') return false
  if (expected.role === 'by' && said.role !== null && said.role !== 'by') return false
  if (expected.role !== null && said.role !== null && expected.role !== said.role) return compareValues(expected, said) !== 'other'
  if (expected.measure === 'count' || expected.measure === 'bare') {
    if (said.raw === 1 && said.nouns[0] !== expected.nouns[0]) return false
    if (!countAlike(expected, said)) return false
  } else if (said.measure === 'bare' && said.role === null && said.raw !== expected.raw) return false
  if (expected.raw === said.raw || expected.value <= 0 || said.value <= 0) return true
  if (!/^(time|money|percent|count|bare)$/.test(expected.measure)) return true
  const factor = said.value / expected.value
  return factor <= FARTHEST && factor >= 1 / FARTHEST
}

/** Whether an equal value is meant: a small number may as well count something else. */
function isMeant(expected: Value, said: Value, { near, support }: Bindable): boolean {
  const placed = near(said.from) || support.around(said) >= LEAST_RIGHT
  if (!counts(expected) || expected.nouns.length === 0 || shareNoun(expected.nouns, said.nouns)) return placed
  if (expected.raw < SMALL) return placed && isLoose(said) && support.for(expected, said) >= LEAST_OTHER
  return placed
}

type Claim = { point: number; expected: Value; said: Value; closeness: Closeness; strength: number }

const RANK: Record<Closeness, number> = { right: 0, approximate: 1, other: 2 }
const byRank = (a: Claim, b: Claim) => RANK[a.closeness] - RANK[b.closeness] || b.strength - a.strength

/** Everything that the values of an answer may stand for, as right ones, approximate ones, others. */
function claimsOf(points: readonly Bindable[], said: readonly Value[]): Claim[] {
  return points.flatMap((point, index) =>
    point.values.flatMap((expected) =>
      said.flatMap((value): Claim[] => {
        const closeness = compared(expected, value)
        if (closeness === null) return []
        if (closeness === 'other' ? !mayReplace(expected, value) : !isMeant(expected, value, point)) return []
        const noun = counts(expected) && shareNoun(expected.nouns, value.nouns) ? SAME_NOUN : 0
        return [{ point: index, expected, said: value, closeness, strength: point.support.for(expected, value) + noun }]
      }),
    ),
  )
}

/** What the right values of a point near a place add to the words there. */
const besides = (bound: ReadonlyMap<Value, Bound>, { from }: Value) =>
  BESIDE * [...bound.values()].filter(({ said }) => Math.abs(said.from - from) <= BESIDE_REACH).length

/** Whether the other end of a change is right: "12 down to 9" for "12 to 3". */
const hasPartner = (bound: ReadonlyMap<Value, Bound>, { from, measure }: Value) =>
  [...bound.values()].some(({ said }) => said.role !== null && said.measure === measure && Math.abs(said.from - from) <= BESIDE_REACH)

/** For each point what became of each of its values; a value said stands for one expected value only. */
export function bindValues(points: readonly Bindable[], said: readonly Value[]): Map<Value, Bound>[] {
  const claims = claimsOf(points, said)
  const told = claims.filter(({ closeness }) => closeness !== 'other')
  const bound = bindTold(points, told)
  const around = (point: number, value: Value) =>
    points[point]!.support.around(value) + besides(bound[point]!, value)
  const awaits = (point: number, value: Value) =>
    points[point]!.values.some((expected) => !bound[point]!.has(expected) && compared(expected, value) === 'other' && mayReplace(expected, value))
  const isPlaced = ({ point, expected, said: value, strength }: Claim) => {
    const here = around(point, value)
    const drowned = points.some((_, other) => other !== point && around(other, value) * (awaits(other, value) ? RIVAL : BYSTANDER) > here)
    const paired = value.role !== null && value.role === expected.role && hasPartner(bound[point]!, value)
    const loose = counts(expected) && !shareNoun(expected.nouns, value.nouns) && !paired
    return !drowned && strength >= (loose || expected.measure === 'often' ? LEAST_LOOSE : LEAST_OTHER)
  }
  const others = claims
    .filter(({ closeness }) => closeness === 'other')
    .map((claim) => ({ ...claim, strength: claim.strength + besides(bound[claim.point]!, claim.said) }))
    .sort(byRank)
  const usedBy = bound.map((of) => new Set([...of.values()].map(({ said: value }) => value.from)))
  const used = new Set(usedBy.flatMap((places) => [...places]))
  for (const claim of others) {
    const { point, expected, said: value } = claim
    if (bound[point]!.has(expected) || usedBy[point]!.has(value.from)) continue
    const explained = used.has(value.from) && told.some((other) => other.said.from === value.from && other.strength >= EXPLAINS * claim.strength)
    const saidElsewhere = told.some((other) => other.point === point && other.expected === expected && !explainedBetter(other, told))
    if (explained || saidElsewhere || !isPlaced(claim)) continue
    bound[point]!.set(expected, { closeness: 'other', said: value })
    used.add(value.from)
    usedBy[point]!.add(value.from)
  }
  for (const [index, point] of points.entries()) markSwapped(point, bound[index]!)
  return bound
}

/** The right and nearly right values; those of two points may be one ("12 teams"), those of one point not. */
function bindTold(points: readonly Bindable[], told: readonly Claim[]): Map<Value, Bound>[] {
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

/** Whether a value is rather what another point expects. */
const explainedBetter = (claim: Claim, told: readonly Claim[]) =>
  told.some((other) => other.point !== claim.point && other.said.from === claim.said.from && RANK[other.closeness] <= RANK[claim.closeness] && other.strength > claim.strength)

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
