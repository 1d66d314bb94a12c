import type { Token } from '../coverage/token.ts'
import type { WordSpan } from '../transcript.ts'
import { EMPTY, PLACES, PLAIN_CAPITALS, TROUBLE } from './hook-words.ts'
import type { Spoken, SpokenWord } from './spoken.ts'

/** A first sentence without full stop is this long at most. */
const LONGEST_WORDS = 30

/** The first sentence that is more than "Okay, so, um": positions among the spoken words; null when nothing was said. */
function firstSentence(words: readonly SpokenWord[]): WordSpan | null {
  let from = 0
  while (from < words.length) {
    const end = words.findIndex((word, at) => at >= from && word.ends)
    const to = Math.min(end < 0 ? words.length : end + 1, from + LONGEST_WORDS)
    if (to - from > 3 || words.slice(from, to).some((word) => !EMPTY.has(word.text))) return { from, to }
    from = to
  }
  return words.length > 0 ? { from: 0, to: Math.min(words.length, LONGEST_WORDS) } : null
}

/** "Three years ago", "in 2019" and "one day" say when, which is set-up. */
function isConcrete(token: Token, tokens: readonly Token[], at: number): boolean {
  const { quantity } = token
  if (!quantity || (quantity.raw === 1 && !/^(money|percent|factor)$/.test(quantity.dimension))) return false
  if (quantity.dimension === 'bare' && quantity.raw >= 1950 && quantity.raw < 2100) return false
  return !(quantity.dimension === 'time' && tokens.slice(at, at + 4).some(({ text }) => /^(ago|old|back)$/.test(text)))
}

const isName = (word: SpokenWord, before: SpokenWord | undefined) =>
  before !== undefined &&
  !before.ends &&
  /^\p{Lu}\p{Ll}/u.test(word.raw) &&
  !PLAIN_CAPITALS.has(word.text) &&
  !PLACES.has(before.text) &&
  !/^\p{Lu}\p{L}/u.test(before.raw)

/**
 * The words that make the opening concrete (a number, a name, trouble, or the story's result), else the opening itself.
 * Listeners keep what comes first (primacy, Asch 1946), and coaches ask for a headline first.
 */
export function findHook(
  { words }: Spoken,
  tokens: readonly Token[],
  results: readonly WordSpan[],
): { met: boolean; span: WordSpan } | null {
  const sentence = firstSentence(words)
  if (!sentence) return null
  const opening = { from: words[sentence.from]!.at, to: words[sentence.to - 1]!.at + 1 }
  const number = tokens.find((token, at) => token.to <= opening.to && isConcrete(token, tokens, at))
  if (number) return { met: true, span: { from: number.from, to: number.to } }
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = words[at]!
    if (TROUBLE.has(word.text) || isName(word, words[at - 1]))
      return { met: true, span: { from: word.at, to: word.at + 1 } }
  }
  const result = results.find(({ from }) => from < opening.to)
  return result ? { met: true, span: result } : { met: false, span: opening }
}
