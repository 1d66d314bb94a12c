import type { FactKind } from '../story.ts'
import type { Amount } from './amounts.ts'
import { isFree, type Stretch } from './claims.ts'

/** A text as the rules see it; `low` is it in small letters, and offsets are the same in both. */
export interface Passage {
  text: string
  low: string
  amounts: readonly Amount[]
  /** What is a fact already, in reading order. */
  claimed: Stretch[]
}

/** Takes a stretch of the text for a fact, unless an earlier rule has it. */
export type Claim = (passage: Passage, kind: FactKind, from: number, to: number) => void

/** One way of stating a fact: claims every stretch of a passage that does so. */
export type Rule = (passage: Passage, claim: Claim) => void

/** What matches wherever it stands. The pattern is costly: it is tried only where `sign` says that it may match. */
export function anywhere(
  kind: FactKind,
  read: 'text' | 'low',
  sign: (passage: Passage) => boolean,
  source: string,
): Rule {
  const pattern = new RegExp(source, 'g')
  return (passage, claim) => {
    if (!sign(passage)) return
    const text = passage[read]
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      claim(passage, kind, match.index, pattern.lastIndex)
    }
  }
}

/** Two amounts in a row, what stands between them, and what must match behind and belongs to the fact. */
export function pair(
  kind: FactKind,
  accepts: (first: Amount, second: Amount) => boolean,
  source: { before?: string; between: string; behind: string },
): Rule {
  const before = source.before ? new RegExp(`(?<=${source.before})`, 'y') : null
  const between = new RegExp(`^${source.between}$`)
  const behind = new RegExp(source.behind, 'y')
  return (passage, claim) => {
    const { low, amounts } = passage
    for (let i = 1; i < amounts.length; i++) {
      const first = amounts[i - 1]!
      const second = amounts[i]!
      if (!accepts(first, second) || !isFree(passage.claimed, first.from, second.to)) continue
      if (!between.test(low.slice(first.unitTo, second.from))) continue
      const from = before ? beginning(before, low, first.from) : first.from
      const to = endOf(behind, low, second.unitTo)
      if (from >= 0 && to >= 0) claim(passage, kind, from, to)
    }
  }
}

/** An amount and what follows it: `read` says where the fact begins and where its end must match, if anywhere. */
export function single(
  kind: FactKind,
  read: (amount: Amount, low: string) => { from: number; behind: number } | null,
  source: string,
): Rule {
  const behind = new RegExp(source, 'y')
  return (passage, claim) => {
    const { low, amounts } = passage
    for (const amount of amounts) {
      const place = isFree(passage.claimed, amount.from, amount.to) ? read(amount, low) : null
      if (!place) continue
      const to = endOf(behind, low, place.behind)
      if (to >= 0) claim(passage, kind, place.from, to)
    }
  }
}

/** Where a fact begins whose amount stands at `at`: the first group of `before` belongs to it; -1 without a match. */
function beginning(before: RegExp, low: string, at: number): number {
  before.lastIndex = at
  const match = before.exec(low)
  return match ? at - (match[1]?.length ?? 0) : -1
}

/** Where a sticky pattern ends that matches at `at`, else -1. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}
