import { unitOf } from './numbers.ts'
import type { Quantity, Token } from './token.ts'

const NOUN_REACH = 4
/** What is counted goes on over these of all the words that carry grammar: "thirty of our own beds". */
const INSIDE_NOUNS =
  /^(more|other|of|the|these|those|our|their|his|her|my|your|its|such|own|same|very|really|quite|different|new)$/
/** Words that come right behind a number without its noun: "the eleven had left". */
const NO_NOUNS = /^(down|think|guess|said|left|came|went|got|wanted|made|took|asked)$/
/** Words behind a number that are not what it counts. */
const ADVERBS =
  /^(sometimes|already|usually|often|maybe|later|ago|afterwards|altogether|today|anyway|always|yesterday|then|again|once|together|instead|tops|total|overall|please)$|.ly$/
/** Words between "to" and its number. */
const ROUGHLY = /^(about|around|just|only|roughly|under|over|nearly|almost)$/
/** A unit stands at most this many words behind its number: "12 working days". */
const UNIT_REACH = 3
const SHORTEST_UNIT = 3

/** "Two million and three people" are of two kinds. */
const FARTHEST = 100
const isComparable = (left: Quantity, right: Quantity) =>
  left.raw * right.raw === 0 || (left.raw <= FARTHEST * right.raw && right.raw <= FARTHEST * left.raw)

/** The unit a value shares with the one it is joined to: "10 to 20 threads", "12 instances to 3". */
function linkedQuantity(tokens: readonly Token[], at: number): Quantity | null {
  const [first, second] = [tokens[at + 1]?.text ?? '', tokens[at + 2]?.text]
  const to = first === 'to' ? 2 : /^(down|up)$/.test(first) && second === 'to' ? 3 : 0
  const behind = to
    ? tokens.slice(at + to, at + to + 2)
    : /^(and|or|by)$/.test(first)
      ? tokens.slice(at + 2, at + 3)
      : []
  const next = behind.find((token) => token.quantity)?.quantity
  if (next && next.dimension !== 'bare' && isComparable(tokens[at]!.quantity!, next)) return next
  if (tokens.slice(Math.max(0, at - 3), at).findLast(({ text }) => !ROUGHLY.test(text))?.text !== 'to') return null
  const before = tokens.slice(Math.max(0, at - 7), at).findLast((token) => token.quantity)?.quantity
  return before && before.dimension !== 'bare' ? before : null
}

function following(tokens: readonly Token[], at: number): readonly Token[] {
  const after = tokens.slice(at + 1, at + 1 + NOUN_REACH)
  const end = after.findIndex(
    (token) =>
      token.quantity !== null ||
      token.clause !== tokens[at]!.clause ||
      (token.stop && !INSIDE_NOUNS.test(token.text)) ||
      NO_NOUNS.test(token.text),
  )
  return end < 0 ? after : after.slice(0, end)
}

/** A bare number with the unit or the things named behind it. */
function measured(tokens: readonly Token[], at: number): Quantity {
  const here = tokens[at]!.quantity!
  const after = following(tokens, at)
  const unit = after.slice(0, UNIT_REACH).find(({ text }) => text.length >= SHORTEST_UNIT && unitOf(text))
  if (unit && after[0]?.text !== 'of') {
    const [dimension, size] = unitOf(unit.text)!
    return { ...here, dimension, value: here.raw * size }
  }
  const nouns = after.filter((token) => !token.stop && !ADVERBS.test(token.text)).map((token) => token.stem)
  return nouns.length > 0 ? { ...here, dimension: 'count', nouns } : here
}

/** "A year and a half": the half belongs to the year. */
function addHalves(tokens: Token[]): void {
  for (const [at, token] of tokens.entries()) {
    const half = tokens[at + 3]?.quantity
    if (!token.quantity || !half?.fraction || tokens[at + 2]!.text !== 'and' || half.raw > 50) continue
    const unit = unitOf(tokens[at + 1]!.text)
    if (!unit) continue
    const raw = token.quantity.raw + half.raw / 100
    token.quantity = { ...token.quantity, raw, value: raw * unit[1] }
    tokens[at + 3]!.quantity = null
  }
}

/** Gives bare numbers the unit of the value they are joined to, else what follows as what they count. */
export function attachUnits(tokens: Token[]): void {
  addHalves(tokens)
  const bare = [...tokens.keys()].filter((at) => tokens[at]!.quantity?.dimension === 'bare')
  for (const at of bare) tokens[at]!.quantity = measured(tokens, at)
  for (const at of bare.reverse()) {
    const here = tokens[at]!.quantity!
    const linked = here.dimension === 'bare' ? linkedQuantity(tokens, at) : null
    if (!linked) continue
    const scale = linked.raw === 0 ? 1 : linked.value / linked.raw
    tokens[at]!.quantity = { ...here, dimension: linked.dimension, nouns: linked.nouns, value: here.raw * scale }
  }
}
