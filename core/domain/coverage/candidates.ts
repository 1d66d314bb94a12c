import { type Closeness, compareValues } from './closeness.ts'
import { areSynonyms } from './synonyms.ts'
import type { Value } from './value.ts'

/** Below this, an equal count says nothing where it counts other things. */
export const SMALL = 10
/** Values further apart than this factor measure different things. */
const FARTHEST = 20
/** Nouns that stand for anybody or anything counted. */
const ANYTHING = /^(peopl|person|folk|guy|bloke|lad|men|women|thing|other|more)$/

/** Whether two lists of stems name one thing, also by a synonym. */
export const shareNoun = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((noun) => right.some((other) => noun === other || areSynonyms(noun, other)))

/** Whether a value counts things, as far as one knows. */
export const counts = ({ measure }: Value): boolean => measure === 'count' || measure === 'bare'

/** Whether a count does not say of what. */
export const isLoose = ({ nouns, measure }: Value): boolean =>
  measure === 'bare' || nouns.every((noun) => ANYTHING.test(noun))

/** Whether two counts may count the same: alike nouns, or none on one side. */
const countAlike = (expected: Value, said: Value) =>
  !counts(expected) || !counts(said) || isLoose(expected) || isLoose(said) || shareNoun(expected.nouns, said.nouns)

/** Whether both values stand at the same end of a change. */
export const sameRole = (expected: Value, said: Value): boolean => expected.role !== null && said.role === expected.role

const otherRole = (expected: Value, said: Value) =>
  expected.role !== null && said.role !== null && expected.role !== said.role

/** How a value said compares with the one expected, where both can mean the same; null where they cannot. */
export function compared(expected: Value, said: Value): Closeness | null {
  const closeness = compareValues(expected, said)
  if (closeness === null || closeness === 'other') return closeness
  if (!countAlike(expected, said) && expected.raw < SMALL) return null
  // "To a third" says as much as "by two thirds".
  if (!otherRole(expected, said) || said.fraction) return closeness
  // "From eight to twenty-five" for "25 to 8": the value is right, its place is not.
  return expected.measure === said.measure && expected.role !== 'by' && said.role !== 'by' ? 'other' : null
}

const isFar = (expected: Value, said: Value) => {
  const factor = said.value / expected.value
  return factor > FARTHEST || factor < 1 / FARTHEST
}

/** Whether a value said can be another one in the place of the expected. */
export function mayReplace(expected: Value, said: Value): boolean {
  if (expected.measure === 'bare' && expected.role === null) return false
  if (said.role === 'by' && expected.role !== null && expected.role !== 'by') return false
  if (expected.role === 'by' && said.role !== null && said.role !== 'by') return false
  if (otherRole(expected, said)) return compareValues(expected, said) !== 'other'
  if (counts(expected)) {
    if (said.raw === 1 && said.nouns[0] !== expected.nouns[0]) return false
    if (!countAlike(expected, said) && !sameRole(expected, said)) return false
  } else if (said.measure === 'bare' && said.role === null && said.raw !== expected.raw) return false
  if (expected.raw === said.raw || expected.value <= 0 || said.value <= 0) return true
  return !/^(time|money|percent|count|bare)$/.test(expected.measure) || !isFar(expected, said)
}
