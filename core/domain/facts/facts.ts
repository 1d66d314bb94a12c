import type { Fact, FactKind } from '../story.ts'
import { FACT_PATTERNS, holdsName, holdsQuantity, NAME_PATTERN } from './patterns.ts'

interface Found extends Fact {
  from: number
  to: number
}

// "Phase 2", "Spring Boot 3", "PR #4": a number that only tells which one.
const TELLS_WHICH =
  /(?:\b(?:phase|week|day|month|stage|step|part|story|question|section|chapter|level|version|sprint|round|option|tier|grade|room|ward|team|line|no\.|v)\s?|#)$/i
const AFTER_NAME = /\p{Lu}[\p{L}.-]*\s$/u

/** The facts of a point, in reading order; each `text` stands in it verbatim. */
export function findFacts(text: string): Fact[] {
  const found: Found[] = []
  for (const { kind, pattern, sign } of holdsQuantity(text) ? FACT_PATTERNS : []) {
    if (sign && !sign.test(text)) continue
    for (const match of text.matchAll(pattern)) claim(found, text, kind, match[0], match.index)
  }
  for (const match of holdsName(text) ? text.matchAll(NAME_PATTERN) : []) {
    claim(found, text, 'name', match[0], match.index)
  }
  return found.sort((a, b) => a.from - b.from).map(({ kind, text: words }) => ({ kind, text: words }))
}

function claim(found: Found[], text: string, kind: FactKind, words: string, from: number): void {
  const to = from + words.length
  if (found.some((other) => from < other.to && other.from < to)) return
  if (kind === 'number' && tellsWhich(text.slice(0, from), words)) return
  found.push({ kind, text: words.trim(), from, to })
}

function tellsWhich(before: string, words: string): boolean {
  if (TELLS_WHICH.test(before)) return /^\d/.test(words)
  return AFTER_NAME.test(before) && /^\d+(?:\.\d+)*$/.test(words)
}

/** Classifies words that are already known to be a fact. */
export function factOf(text: string): Fact {
  const candidates = FACT_PATTERNS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, length: match[0].length })),
  )
  const [longest] = candidates.sort((a, b) => b.length - a.length)
  return { kind: longest?.kind ?? 'name', text }
}
