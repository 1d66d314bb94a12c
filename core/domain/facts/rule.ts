import type { FactKind } from '../story.ts'
import type { Amount } from './amounts.ts'

/** A text as the rules see it; `low` is it in small letters, and offsets are the same in both. */
export interface Passage {
  text: string
  low: string
  amounts: readonly Amount[]
}

/** One way of stating a fact: calls `claim` for every stretch of a passage that does so. */
export interface Rule {
  kind: FactKind
  find(passage: Passage, claim: (from: number, to: number) => void): void
}

/** Facts that no amount opens. Unless `sign` is in the text, the costlier pattern is not tried. */
export function anywhere(
  kind: FactKind,
  read: 'text' | 'low',
  sign: (passage: Passage) => boolean,
  source: string,
): Rule {
  const pattern = new RegExp(source, 'gu')
  return {
    kind,
    find(passage, claim) {
      if (!sign(passage)) return
      for (const match of passage[read].matchAll(pattern)) claim(match.index, match.index + match[0].length)
    },
  }
}

/** Two amounts in a row: what stands right before (its first group belongs to the fact), between and behind them. */
export function pair(
  kind: FactKind,
  accepts: (first: Amount, second: Amount) => boolean,
  sources: { before?: string; between: string; behind: string },
): Rule {
  const before = sources.before ? new RegExp(`(?<=${sources.before})`, 'yu') : null
  const between = new RegExp(`^${sources.between}$`, 'u')
  const behind = new RegExp(sources.behind, 'yu')
  const beginning = (low: string, { from }: Amount): number => {
    if (!before) return from
    before.lastIndex = from
    const match = before.exec(low)
    return match ? from - (match[1]?.length ?? 0) : -1
  }
  return {
    kind,
    find({ low, amounts }, claim) {
      for (let i = 1; i < amounts.length; i++) {
        const first = amounts[i - 1]!
        const second = amounts[i]!
        if (
          first.taken ||
          second.taken ||
          !accepts(first, second) ||
          !between.test(low.slice(first.unitTo, second.from))
        )
          continue
        const from = beginning(low, first)
        const to = endOf(behind, low, second.unitTo)
        if (from >= 0 && to >= 0) claim(from, to)
      }
    },
  }
}

/** An amount and what follows it: `read` tells where the fact begins and where the pattern must match, if anywhere. */
export function single(
  kind: FactKind,
  read: (amount: Amount, low: string) => { from: number; behind: number } | null,
  source: string,
): Rule {
  const behind = new RegExp(source, 'yu')
  return {
    kind,
    find({ low, amounts }, claim) {
      for (const amount of amounts) {
        const place = amount.taken ? null : read(amount, low)
        if (!place) continue
        const to = endOf(behind, low, place.behind)
        if (to >= 0) claim(place.from, to)
      }
    },
  }
}

/** Where a sticky pattern ends that matches at `at`, else -1. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}
