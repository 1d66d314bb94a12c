import type { Quantity, Token } from './token.ts'

const NOUN_REACH = 4
/** What is counted ends before these: "thirty thousand queries a day". */
const NOUN_ENDS =
  /^(an?|per|each|every|in|within|for|with|to|from|that|which|who|and|but|so|at|on|by|until|than|is|was|were|are)$/

/** The unit a value shares with the one it is joined to: "10 to 20 threads", "12 instances to 3". */
function linkedQuantity(tokens: readonly Token[], at: number): Quantity | null {
  const next = /^(to|and|or|by)$/.test(tokens[at + 1]?.text ?? '') ? tokens[at + 2]?.quantity : null
  if (next && next.dimension !== 'bare') return next
  if (tokens[at - 1]?.text !== 'to') return null
  const before = tokens.slice(Math.max(0, at - 5), at).findLast((token) => token.quantity)?.quantity
  return before && before.dimension !== 'bare' ? before : null
}

function countedNouns(tokens: readonly Token[], at: number): string[] {
  const after = tokens.slice(at + 1, at + 1 + NOUN_REACH)
  const end = after.findIndex(
    (token) => token.quantity !== null || token.clause !== tokens[at]!.clause || NOUN_ENDS.test(token.text),
  )
  return (end < 0 ? after : after.slice(0, end)).filter((token) => !token.stop).map((token) => token.stem)
}

/** Gives bare numbers the unit of the value they are joined to, else what follows as what they count. */
export function attachUnits(tokens: Token[]): void {
  const bare = [...tokens.keys()].filter((at) => tokens[at]!.quantity?.dimension === 'bare')
  for (const at of bare) {
    const nouns = countedNouns(tokens, at)
    if (nouns.length > 0) tokens[at]!.quantity = { ...tokens[at]!.quantity!, dimension: 'count', nouns }
  }
  for (const at of bare.reverse()) {
    const here = tokens[at]!.quantity!
    const linked = here.dimension === 'bare' ? linkedQuantity(tokens, at) : null
    if (!linked) continue
    const scale = linked.raw === 0 ? 1 : linked.value / linked.raw
    tokens[at]!.quantity = { ...here, dimension: linked.dimension, nouns: linked.nouns, value: here.raw * scale }
  }
}

/** Takes back values that were corrected: in "ten, no wait, twenty" the last one counts. */
export function dropCorrected(tokens: Token[]): void {
  for (const [i, here] of tokens.entries()) {
    if (!here.quantity) continue
    const next = tokens.findIndex((candidate, j) => j > i && candidate.quantity !== null)
    if (next < 0 || next - i > 6) continue
    const between = tokens.slice(i + 1, next).map((candidate) => candidate.text)
    if (/\b(sorry|no wait|wait no|correction|or rather|i mean|make that)\b/.test(between.join(' ')))
      here.quantity = null
  }
}
