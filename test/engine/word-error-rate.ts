import { wordErrors } from '#domain/transcript/word-errors'

/** Words as the standard scoring of speech recognition compares them: lower case, no punctuation, digits for small numbers. */
export function normalWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('%', ' percent')
    .replaceAll(/[^\p{L}\p{N}.' ]+/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[.']+|[.']+$/g, ''))
    .filter((word) => word !== '')
    .map((word) => NUMBERS[word] ?? word)
}

const NUMBERS: Readonly<Record<string, string>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)]),
)

/** Word error rate: the least insertions, deletions and substitutions, divided by the number of words said. */
export const wordErrorRate = (said: readonly string[], heard: readonly string[]): number =>
  wordErrors(said, heard) / said.length
