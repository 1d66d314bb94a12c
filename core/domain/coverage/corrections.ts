import { STOP_WORDS } from './english.ts'
import type { Quantity, Token } from './token.ts'

/** A value is taken back by another at most this many tokens on. */
const REACH = 9
/** This many other content words between two values make them two statements. */
const MOST_OTHER = 1
const TAKES_BACK =
  /\b(sorry|no wait|wait|hang on|hold on|correction|or rather|i mean|make that|make it|scratch that|what am i saying|let me think|not that|i meant|i tell a lie)\b/
const MARKERS = new Set(
  'sorry wait hang hold correction rather mean make scratch saying think tell lie meant well oh'.split(' '),
)
/** "Ten actually": behind the second value. */
const AFTERTHOUGHT = /^(actually|rather|sorry|in fact)\b/

const joined = (tokens: readonly Token[]) => tokens.map((token) => token.text).join(' ')

/** "No" that denies no noun: "ten, no, twenty", "ten no it was twenty". */
export const isBareNo = (tokens: readonly Token[], at: number) =>
  tokens[at]!.text === 'no' &&
  (tokens[at + 1] === undefined ||
    tokens[at + 1]!.clause !== tokens[at]!.clause ||
    tokens[at + 1]!.quantity !== null ||
    STOP_WORDS.has(tokens[at + 1]!.text) ||
    MARKERS.has(tokens[at + 1]!.text))

const sameKind = (first: Quantity, second: Quantity) =>
  first.dimension === second.dimension || first.dimension === 'bare' || second.dimension === 'bare'

/** Whether the second of two values takes the first one back: "ten, no, twenty", "ten, well, twenty actually". */
export function takesBack(tokens: readonly Token[], first: number, second: number): boolean {
  if (second - first > REACH || !sameKind(tokens[first]!.quantity!, tokens[second]!.quantity!)) return false
  const between = tokens.slice(first + 1, second)
  const unitsAside = between.filter((token) => !token.stop && !MARKERS.has(token.text))
  const nouns = tokens[first]!.quantity?.nouns ?? []
  const others = unitsAside.filter((token) => !nouns.includes(token.stem)).length
  if (others > MOST_OTHER) return false
  if (TAKES_BACK.test(joined(between)) || between.some((_, i) => isBareNo(tokens, first + 1 + i))) return true
  return (
    AFTERTHOUGHT.test(joined(tokens.slice(second + 1, second + 3))) &&
    /^(well |or |maybe )?$/.test(`${joined(between)} `.trimStart())
  )
}

/** "Thirteen, or was it thirty? Thirteen": a question that the value behind it answers, or else the one before. */
const isDoubted = (tokens: readonly Token[], at: number) =>
  /\b(was it|were there|is it)( like| about)?$/.test(joined(tokens.slice(Math.max(0, at - 4), at)))

/** "Ten, ten beds": the second time with what it counts. */
const isRepeated = (tokens: readonly Token[], first: number, second: number) =>
  second === first + 1 && tokens[first]!.quantity!.raw === tokens[second]!.quantity!.raw

/** A value that was said again without its unit has that of the one it replaces, unless it was taken back itself. */
function inherit(from: Token, to: Token): void {
  const [old, now] = [from.quantity, to.quantity]
  if (!old || !now || now.dimension !== 'bare' || old.dimension === 'bare') return
  const size = old.raw === 0 ? 1 : old.value / old.raw
  to.quantity = { ...now, dimension: old.dimension, nouns: old.nouns, value: now.raw * size }
}

/** Takes back values that were corrected: in "ten, no wait, twenty" the last one counts. */
export function dropCorrected(tokens: Token[]): void {
  const values = [...tokens.keys()].filter((at) => tokens[at]!.quantity)
  for (const [i, at] of values.entries()) {
    const next = values[i + 1]
    if (next === undefined || !tokens[at]!.quantity) continue
    const before = values[i - 1]
    if (isDoubted(tokens, at)) {
      const answered = next - at <= 2
      const kept = answered ? next : before
      if (kept === undefined || !tokens[kept]!.quantity || (before !== undefined && at - before > REACH)) continue
      inherit(tokens[at]!, tokens[kept]!)
      if (answered && before !== undefined && tokens[before]!.quantity) {
        inherit(tokens[before]!, tokens[kept]!)
        tokens[before]!.quantity = null
      }
      tokens[at]!.quantity = null
    } else if (takesBack(tokens, at, next) || isRepeated(tokens, at, next)) {
      inherit(tokens[at]!, tokens[next]!)
      tokens[at]!.quantity = null
    }
  }
}
