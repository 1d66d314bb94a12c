import type { Match } from './match.ts'
import type { Term } from './terms.ts'

/** Tokens `from` to `to` of an answer and the terms they say, each with its best match. */
export type Span = { from: number; to: number; said: ReadonlyMap<number, Match>; value: number }

/** What one token that says nothing of the point costs, as a share of the point. */
const COST_PER_TOKEN = 0.01
const LONGEST_SPAN = 45
/** A second place has to add this much of the point to be evidence. */
export const LEAST_SECOND_SPAN = 0.15

const gain = (terms: readonly Term[], match: Match) => terms[match.term]!.weight * match.likeness

/** The run of tokens that says most of the terms with the fewest other words; null when nothing matches. */
export function bestSpan(terms: readonly Term[], matches: readonly Match[]): Span | null {
  let best: Span | null = null
  for (let start = 0; start < matches.length; start++) {
    const from = matches[start]!.from
    if (start > 0 && matches[start - 1]!.from === from) continue
    const said = new Map<number, Match>()
    let total = 0
    let to = from
    for (let i = start; i < matches.length; i++) {
      const match = matches[i]!
      if (match.to - from > LONGEST_SPAN) break
      const before = said.get(match.term)
      if (before && before.likeness >= match.likeness) continue
      total += gain(terms, match) - (before ? gain(terms, before) : 0)
      said.set(match.term, match)
      to = Math.max(to, match.to)
      const value = total - COST_PER_TOKEN * Math.max(0, to - from - said.size)
      if (!best || value > best.value) best = { from, to, said: new Map(said), value }
    }
  }
  return best
}

/** The best place a point is said and, where a second one adds a good deal, that too; in order of strength. */
export function bestSpans(terms: readonly Term[], matches: readonly Match[]): Span[] {
  const first = bestSpan(terms, matches)
  if (!first) return []
  const rest = matches.filter(
    (match) =>
      (match.to <= first.from || match.from >= first.to) &&
      match.likeness > (first.said.get(match.term)?.likeness ?? 0),
  )
  const second = bestSpan(terms, rest)
  return second && second.value >= LEAST_SECOND_SPAN ? [first, second] : [first]
}

/** How much of the point some spans say together, 0-1. */
export function saidShare(terms: readonly Term[], spans: readonly Span[]): number {
  return terms.reduce((sum, term, index) => {
    const likeness = Math.max(0, ...spans.map((span) => span.said.get(index)?.likeness ?? 0))
    return sum + term.weight * likeness
  }, 0)
}

/** Whether a token stands in or near (`slack` tokens) any of some spans. */
export const within = (spans: readonly Span[], slack: number) => (token: number) =>
  spans.some(({ from, to }) => token >= from - slack && token < to + slack)
