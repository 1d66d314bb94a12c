/** Something to be found again: by its exact text, else by its words. */
export interface Candidate {
  exact: string
  words: readonly string[]
}

/** A text's words in lower case, for comparing. */
export const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu) ?? []

/** Words that two texts share, from 0 (none) to 1 (all, as often). */
export function similarity(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    shared++
    left.set(word, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

/** For each of `wanted` the index of its match in `known`, or null; each known one is given away once. */
export function bestPairs(
  wanted: readonly Candidate[],
  known: readonly Candidate[],
  threshold: number,
): (number | null)[] {
  const pairs: (number | null)[] = wanted.map(() => null)
  const free = new Set(known.keys())
  const byText = new Map<string, number[]>()
  for (const [i, candidate] of known.entries()) addTo(byText, candidate.exact, i)
  for (const [i, candidate] of wanted.entries()) {
    const match = byText.get(candidate.exact)?.shift()
    if (match === undefined) continue
    pairs[i] = match
    free.delete(match)
  }
  for (const { i, k } of rivals(wanted, pairs, known, free, threshold)) {
    if (pairs[i] !== null || !free.has(k)) continue
    pairs[i] = k
    free.delete(k)
  }
  return pairs
}

// Only candidates that share one of their rarest words are compared, so that large banks stay fast.
function rivals(
  wanted: readonly Candidate[],
  pairs: readonly (number | null)[],
  known: readonly Candidate[],
  free: ReadonlySet<number>,
  threshold: number,
) {
  const holders = new Map<string, number[]>()
  for (const k of free) for (const word of new Set(known[k]!.words)) addTo(holders, word, k)
  const found: { i: number; k: number; score: number }[] = []
  for (const [i, candidate] of wanted.entries()) {
    if (pairs[i] !== null) continue
    const rare = [...new Set(candidate.words)]
      .filter((word) => holders.has(word))
      .sort((a, b) => holders.get(a)!.length - holders.get(b)!.length)
    const near = new Set(rare.slice(0, 12).flatMap((word) => holders.get(word)!.slice(0, 50)))
    for (const k of near) {
      const score = similarity(candidate.words, known[k]!.words)
      if (score >= threshold) found.push({ i, k, score })
    }
  }
  return found.sort((a, b) => b.score - a.score || a.i - b.i || a.k - b.k)
}

function addTo(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
