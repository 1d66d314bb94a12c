/** The words of a text without case and punctuation, so that "Don’t" is "dont" and "two-week" two words. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}%$€£]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))

/** How many words of the right text must be inserted, deleted or replaced to make what was heard: at least so many. */
export function wordErrors(right: readonly string[], heard: readonly string[]): number {
  let start = 0
  while (start < right.length && start < heard.length && right[start] === heard[start]) start++
  let end = 0
  const rest = Math.min(right.length, heard.length) - start
  while (end < rest && right.at(-1 - end) === heard.at(-1 - end)) end++
  return distance(right.slice(start, right.length - end), heard.slice(start, heard.length - end))
}

/** Levenshtein's distance, a row at a time. */
function distance(right: readonly string[], heard: readonly string[]): number {
  let row = Array.from({ length: heard.length + 1 }, (_, index) => index)
  for (const [i, word] of right.entries()) {
    const next = [i + 1]
    for (const [j, other] of heard.entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (word === other ? 0 : 1)))
    row = next
  }
  return row[heard.length]!
}
