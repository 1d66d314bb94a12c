import type { Fact } from '../story.ts'
import { readValues } from './said-values.ts'
import type { PointTerms } from './terms.ts'
import { tokenizeText } from './tokens.ts'
import type { Value } from './value.ts'

/** The values that a fact of a point names, as they stand in the point, so that what surrounds them is known. */
export function valuesOf(fact: Fact, text: string, { tokens }: PointTerms, values: readonly Value[]): Value[] {
  const begin = text.indexOf(fact.text)
  const words = [...text.matchAll(/\S+/g)]
  const inside = (word: number) => {
    const from = words[word]?.index ?? Number.POSITIVE_INFINITY
    return from < begin + fact.text.length && from + words[word]![0].length > begin
  }
  const found = begin < 0 ? [] : values.filter(({ from }) => inside(tokens[from]!.from))
  return withoutDoubts(found.length > 0 ? found : readValues(tokenizeText(fact.text)))
}

/** The values of a point. */
export const valuesIn = ({ tokens }: PointTerms): Value[] => withoutDoubts(readValues(tokens))

/** A number that may as well be a time of day is expected as what it surely is. */
const withoutDoubts = (values: readonly Value[]): Value[] =>
  values.filter(
    (value) =>
      !values.some(
        (other) => other !== value && other.from <= value.from && value.to <= other.to && outranks(other, value),
      ),
  )

const outranks = (other: Value, value: Value) =>
  (other.measure === 'clock' && value.measure !== 'often') || (other.measure === 'weekday' && value.measure === 'often')
