import type { Fact, FactKind } from '../story.ts'
import { findAmounts } from './amounts.ts'
import { findNames } from './names.ts'
import type { Passage } from './rule.ts'
import { RULES } from './rules.ts'

interface Found {
  kind: FactKind
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
  const passage = readPassage(text)
  for (const { kind, find } of passage ? RULES : []) {
    find(passage!, (from, to) => {
      if ((kind === 'number' && tellsWhich(text, from, to)) || !claim(found, { kind, from, to })) return
      for (const amount of passage!.amounts) amount.taken ||= amount.from < to && from < amount.to
    })
  }
  findNames(text, (from, to) => claim(found, { kind: 'name', from, to }))
  return found
    .sort((a, b) => a.from - b.from)
    .map(({ kind, from, to }) => ({ kind, text: text.slice(from, to).trim() }))
}

/** Null when nothing in the text could be a quantity. */
function readPassage(text: string): Passage | null {
  const low = text.toLowerCase()
  const amounts = findAmounts(low)
  return amounts.length > 0 || low.includes('every ') ? { text, low, amounts } : null
}

function claim(found: Found[], { kind, from, to }: Found): boolean {
  if (found.some((other) => from < other.to && other.from < to)) return false
  found.push({ kind, from, to })
  return true
}

function tellsWhich(text: string, from: number, to: number): boolean {
  const before = text.slice(0, from)
  const words = text.slice(from, to)
  if (TELLS_WHICH.test(before)) return /^\d/.test(words)
  return AFTER_NAME.test(before) && /^\d+(?:\.\d+)*$/.test(words)
}

/** Classifies words that are already known to be a fact. */
export function factOf(text: string): Fact {
  const passage = readPassage(text)
  let longest: Found = { kind: 'name', from: 0, to: 0 }
  for (const { kind, find } of passage ? RULES : []) {
    find(passage!, (from, to) => {
      if (to - from > longest.to - longest.from) longest = { kind, from, to }
    })
  }
  return { kind: longest.kind, text }
}
