import { CORRECTIONS, NEGATORS, SCOPE_ENDS } from './english.ts'
import type { Token } from './token.ts'

const NEGATION_REACH = 6

/** Marks the tokens that deny what follows; "no wait", "not only" and a bare "203 to 0" deny nothing. */
export function findNegators(tokens: Token[]): void {
  for (const [i, here] of tokens.entries()) {
    const after = tokens[i + 1]
    const joins = after !== undefined && after.clause === here.clause
    if (here.quantity) here.negator = here.quantity.raw === 0 && joins && !after.stop
    else if (here.text === 'no') here.negator = joins && !CORRECTIONS.has(after.text)
    else if (here.text === 'not') here.negator = !(joins && /^(only|just|merely)$/.test(after.text))
    else here.negator = NEGATORS.has(here.text)
  }
}

/** Marks what negators deny: some words on, to the end of the clause or a word like "but". */
export function markNegated(tokens: Token[]): void {
  for (const [i, here] of tokens.entries()) {
    if (!here.negator) continue
    for (let j = i + 1; j < tokens.length && j <= i + NEGATION_REACH; j++) {
      const follower = tokens[j]!
      if (follower.clause !== here.clause || SCOPE_ENDS.has(follower.text)) break
      follower.negated = true
    }
  }
}
