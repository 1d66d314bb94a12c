import { shareNoun } from './candidates.ts'
import type { NameScope } from './name-facts.ts'
import type { Token } from './token.ts'

/** How far before a noun its amount may stand. */
const AMOUNT_REACH = 5
const SOME = /^(several|some|many|few|handful|plenty|lots|dozens|hundreds|numerous|another|frequent)$/

/** Whether a fact says that there was none of something: "no broken bones", "zero complaints", "0 losses". */
export const isNone = (fact: readonly Token[]): boolean =>
  fact[0] !== undefined && (/^(no|zero|without|not)$/.test(fact[0].text) || fact[0].quantity?.raw === 0)

const isAmount = ({ quantity, text }: Token) =>
  (quantity !== null && quantity.raw > 0 && !quantity.fraction) || SOME.test(text)

/** Whether none was said of what a fact denies, or some; null when the answer does not speak of it. */
export function readNone(
  fact: readonly Token[],
  { tokens, near, wide }: NameScope,
): { status: 'right' | 'wrong'; place: { from: number; to: number } } | null {
  const head = fact.findLast((token) => !token.stop && !token.quantity)
  if (!head) return null
  const nouns = [...tokens.keys()].filter((at) => wide(at) && shareNoun([head.stem], [tokens[at]!.stem]))
  const denied = nouns.find((at) => tokens[at]!.negated)
  if (denied !== undefined) return { status: 'right', place: { from: denied, to: denied + 1 } }
  for (const at of nouns) {
    if (!near(at)) continue
    for (let before = at - 1; before >= at - AMOUNT_REACH && before >= 0; before--) {
      if (tokens[before]!.clause !== tokens[at]!.clause || tokens[before]!.negator) break
      if (isAmount(tokens[before]!)) return { status: 'wrong', place: { from: before, to: at + 1 } }
    }
  }
  return null
}
