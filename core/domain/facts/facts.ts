import type { Fact } from '../story.ts'
import { findAmounts } from './amounts.ts'
import { addClaim, type Stretch } from './claims.ts'
import { NAMES } from './names.ts'
import type { Claim, Passage } from './rule.ts'
import { RULES } from './rules.ts'
import { FIRST_WORDS } from './vocabulary.ts'

// A quick look that spares most texts the rules: all that a rule can claim holds one of these.
const QUANTITY = new RegExp(String.raw`\d|\b(?:(?:${FIRST_WORDS})\b|one [hwmqyd]|every [smtwf])`)

// "Phase 2", "Spring Boot 3", "PR #4": a number that only tells which one.
const TELLS_WHICH =
  /(?:\b(?:phase|week|day|month|stage|step|part|story|question|section|chapter|level|version|sprint|round|option|tier|grade|room|ward|team|line|no\.|v)\s?|#)$/i
const LONGEST_NAME = 40
const AFTER_NAME = /\p{Lu}[\p{L}.-]*\s$/u

/** The facts of a point, in reading order; each `text` stands in it verbatim. */
export function findFacts(text: string): Fact[] {
  const low = lower(text)
  const first = low.search(QUANTITY)
  const passage: Passage = { text, low, amounts: first < 0 ? [] : findAmounts(low, first), claimed: [] }
  if (first >= 0) for (const rule of RULES) rule(passage, claim)
  NAMES(passage, claim)
  return passage.claimed.map(({ kind, from, to }) => ({ kind, text: text.slice(from, to).trim() }))
}

const claim: Claim = ({ text, claimed }, kind, from, to) => {
  if (kind !== 'number' || !tellsWhich(text, from, to)) addClaim(claimed, { kind, from, to })
}

// One letter of Unicode grows when it is made small, and would move all offsets.
function lower(text: string): string {
  const low = text.toLowerCase()
  return low.length === text.length ? low : text.replaceAll('İ', 'I').toLowerCase()
}

function tellsWhich(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - LONGEST_NAME), from)
  if (TELLS_WHICH.test(before)) return /\d/.test(text[from]!)
  return /^\d+(?:\.\d+)*$/.test(text.slice(from, to)) && AFTER_NAME.test(before)
}

/** Classifies words that are already known to be a fact. */
export function factOf(text: string): Fact {
  const low = lower(text)
  const passage: Passage = { text, low, amounts: findAmounts(low), claimed: [] }
  let longest: Stretch = { kind: 'name', from: 0, to: 0 }
  for (const rule of RULES) {
    rule(passage, (_, kind, from, to) => {
      if (to - from > longest.to - longest.from) longest = { kind, from, to }
    })
  }
  return { kind: longest.kind, text }
}
