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
export function wordErrorRate(said: readonly string[], heard: readonly string[]): number {
  let row = heard.map((_, index) => index + 1)
  row.unshift(0)
  said.forEach((word, i) => {
    const next = [i + 1]
    heard.forEach((other, j) => {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (word === other ? 0 : 1)))
    })
    row = next
  })
  return row.at(-1)! / said.length
}
