import type { Token } from './token.ts'

/** Tokens `from` (inclusive) to `to` (exclusive) of an answer that say one thing. */
export type Clause = { from: number; to: number }

/** A comma this soon after the last cut parts a list, not a thought. Tokens. */
const SHORTEST = 4
/** Speech without punctuation is cut where it goes on with "and", "so" …, at the latest after this many tokens. */
const LONGEST = 22
const GOES_ON = /^(and|so|but|then|because|after|which|while|when|until)$/

function cutLong(tokens: readonly Token[], { from, to }: Clause): Clause[] {
  const cuts: Clause[] = []
  let begin = from
  while (to - begin > LONGEST) {
    let cut = begin + LONGEST
    for (let at = begin + SHORTEST; at < begin + LONGEST; at++) {
      if (!GOES_ON.test(tokens[at]!.text)) continue
      cut = at
      if (at - begin >= LONGEST / 2) break
    }
    cuts.push({ from: begin, to: cut })
    begin = cut
  }
  return [...cuts, { from: begin, to }]
}

/** An answer cut into clauses: at punctuation where there is some, else at joining words. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  for (let at = 1; at <= tokens.length; at++) {
    const ends = at === tokens.length || tokens[at]!.clause !== tokens[at - 1]!.clause
    if (!ends || (at < tokens.length && at - from < SHORTEST)) continue
    clauses.push(...cutLong(tokens, { from, to: at }))
    from = at
  }
  return clauses
}
