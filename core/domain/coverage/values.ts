import { areSynonyms } from './synonyms.ts'
import type { Quantity } from './token.ts'

/** Below this, a count of things is exact or wrong. */
const SMALL_COUNT = 20
/** A number this small without a unit says nothing about one with a unit. */
const SMALL_BARE = 10
const NEAR = 0.12
const NEAR_WHEN_HEDGED = 0.2
/** Values further apart than this factor measure different things. */
const FARTHEST = 20
const SAME = 0.005

const ratio = (left: number, right: number) => Math.abs(left - right) / Math.max(Math.abs(right), 1e-9)

/** How well a value said stands for the value expected. */
export type Closeness = 'right' | 'approximate' | 'other'

/** Compares a value said with the one expected: right, near enough for a listener, or another. */
export function compareValues(expected: Quantity, said: Quantity): Closeness {
  const bare = expected.dimension === 'bare' || said.dimension === 'bare'
  const [want, got] = bare ? [expected.raw, said.raw] : [expected.value, said.value]
  if (want === got || ratio(got, want) < SAME) return 'right'
  const exact = expected.dimension === 'count' && want < SMALL_COUNT
  const sameUnit = expected.value / expected.raw === said.value / said.raw
  const smallWhole =
    sameUnit && expected.raw < SMALL_COUNT && Number.isInteger(expected.raw) && Number.isInteger(said.raw)
  if (!exact && !smallWhole && ratio(got, want) <= (said.hedged ? NEAR_WHEN_HEDGED : NEAR)) return 'approximate'
  if (said.fraction && ratio(got, want) <= 2 * NEAR) return 'approximate'
  // "A quarter of what we paid" for "down 73%": a fraction may tell what is left instead of what went.
  if (said.fraction && expected.dimension === 'percent' && ratio(got, 100 - want) <= NEAR) return 'approximate'
  return 'other'
}

/** Whether two quantities can be the same at all: of one dimension, or one of them bare. */
export const sameDimension = (left: Quantity, right: Quantity): boolean =>
  left.dimension === right.dimension || left.dimension === 'bare' || right.dimension === 'bare'

/** Whether two lists of stems name one thing, also by a synonym. */
export const shareNoun = (left: readonly string[], right: readonly string[]) =>
  left.some((noun) => right.some((other) => noun === other || areSynonyms(noun, other)))

/** Whether two quantities measure the same thing, so that another value contradicts. */
export function sameMeasure(expected: Quantity, said: Quantity): boolean {
  if (expected.dimension === 'bare' || said.dimension === 'bare') return false
  if (expected.dimension !== said.dimension) return false
  const factor = expected.value === 0 || said.value === 0 ? 1 : said.value / expected.value
  if (factor > FARTHEST || factor < 1 / FARTHEST) return false
  return expected.dimension !== 'count' || shareNoun(expected.nouns, said.nouns)
}

/** Whether an equal value stands for the expected one; a small number may as well count something else. */
export function isBound(expected: Quantity, said: Quantity, near: boolean): boolean {
  if (expected.raw > SMALL_COUNT) return true
  if (shareNoun(expected.nouns, said.nouns)) return true
  if (expected.dimension !== said.dimension && expected.raw < SMALL_BARE) return false
  const otherThing = expected.nouns.length > 0 && said.nouns.length > 0
  return near && !otherThing
}
