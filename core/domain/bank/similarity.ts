/** Something to be found again: by one of its exact texts, best first, else by a name that only it has, else by its words. */
export interface Candidate {
  exact: readonly (string | null)[]
  name?: string
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
  const ranks = Math.max(0, ...wanted.slice(0, 1).map((candidate) => candidate.exact.length))
  for (let rank = 0; rank < ranks; rank++) pairSame(wanted, pairs, known, free, rank)
  for (const [i, k] of namesakes(wanted, pairs, known, free)) {
    if (similarity(wanted[i]!.words, known[k]!.words) < threshold / 2) continue
    pairs[i] = k
    free.delete(k)
  }
  for (const { i, k } of rivals(wanted, pairs, known, free, threshold)) {
    if (pairs[i] !== null || !free.has(k)) continue
    pairs[i] = k
    free.delete(k)
  }
  return pairs
}

/** Pairs what has the same text of a rank. */
function pairSame(
  wanted: readonly Candidate[],
  pairs: (number | null)[],
  known: readonly Candidate[],
  free: Set<number>,
  rank: number,
): void {
  const byText = new Map<string, number[]>()
  for (const k of free) {
    const text = known[k]!.exact[rank]
    if (text) addTo(byText, text, k)
  }
  for (const [i, candidate] of wanted.entries()) {
    const match = pairs[i] === null ? byText.get(candidate.exact[rank] ?? '')?.shift() : undefined
    if (match === undefined) continue
    pairs[i] = match
    free.delete(match)
  }
}

/** Pairs of one wanted and one known candidate that alone have a name. */
function namesakes(
  wanted: readonly Candidate[],
  pairs: readonly (number | null)[],
  known: readonly Candidate[],
  free: ReadonlySet<number>,
): [number, number][] {
  const ofName = (candidates: readonly Candidate[], isOpen: (at: number) => boolean) => {
    const holders = new Map<string, number[]>()
    for (const [at, { name }] of candidates.entries()) if (name !== undefined && isOpen(at)) addTo(holders, name, at)
    return holders
  }
  const named = ofName(known, (k) => free.has(k))
  return [...ofName(wanted, (i) => pairs[i] === null)].flatMap(([name, [i, ...others]]): [number, number][] => {
    const [k, ...rivals] = named.get(name) ?? []
    return k !== undefined && others.length + rivals.length === 0 ? [[i!, k]] : []
  })
}

// Only the candidates that share most of the rarest words are compared, so that large banks stay fast.
const RARE_WORDS = 12
const HOLDERS_OF_A_WORD = 50
const COMPARED = 12

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
    const shared = new Map<number, number>()
    for (const word of rare.slice(0, RARE_WORDS)) {
      for (const k of holders.get(word)!.slice(0, HOLDERS_OF_A_WORD)) shared.set(k, (shared.get(k) ?? 0) + 1)
    }
    const near = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COMPARED)
    for (const [k] of near) {
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
