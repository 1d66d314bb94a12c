import { isBareNo } from './corrections.ts'
import { NEGATORS, SCOPE_ENDS } from './english.ts'
import type { Token } from './token.ts'

const NEGATION_REACH = 6
/** Who a new statement begins with: what was denied before is not denied of them. */
const NEW_SUBJECT = /^(i|we|he|she|they)$/

/** Marks the tokens that deny what follows; "no wait", "no, ten", "not only", "no-show" and a bare "203 to 0" deny nothing. */
export function findNegators(tokens: Token[]): void {
  for (const [i, here] of tokens.entries()) {
    const after = tokens[i + 1]
    const joins = after !== undefined && after.clause === here.clause
    if (here.quantity) here.negator = here.quantity.raw === 0 && joins && !after.stop && !after.quantity
    else if (here.text === 'no') here.negator = joins && after.from !== here.from && !isTakingBack(tokens, i)
    else if (here.text === 'not') here.negator = !(joins && /^(only|just|merely)$/.test(after.text))
    else here.negator = NEGATORS.has(here.text)
  }
}

/** "no" in "no wait" and "ten, no, twenty"; "no one" and "no more" deny. */
const isTakingBack = (tokens: readonly Token[], at: number) =>
  isBareNo(tokens, at) && !/^(one|more|longer|such|other)$/.test(tokens[at + 1]?.text ?? '')

/** Marks what negators deny: some words on, to the end of the clause, a word like "but" or another subject. */
export function markNegated(tokens: Token[]): void {
  for (const [i, here] of tokens.entries()) {
    if (!here.negator) continue
    for (let j = i + 1; j < tokens.length && j <= i + NEGATION_REACH; j++) {
      const follower = tokens[j]!
      if (follower.clause !== here.clause || SCOPE_ENDS.has(follower.text)) break
      if (j > i + 1 && NEW_SUBJECT.test(follower.text)) break
      follower.negated = true
    }
  }
}
