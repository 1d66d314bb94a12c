import type { WordSpan } from '../transcript.ts'
import { DOUBLED, FUNCTION_WORDS, HESITATION } from './filler-words.ts'
import type { SpokenWord } from './spoken.ts'

const LONGEST = 3
const NUMBER = /^(\d.*|zero|one|two|three|four|five|six|seven|eight|nine|ten)$/

const isSame = (words: readonly SpokenWord[], a: number, b: number, length: number) => {
  for (let i = 0; i < length; i++) if (words[a + i]!.text !== words[b + i]!.text) return false
  return true
}

/** Whether words said twice in a row are a slip: "step by step by step" and "slow, slow, slow" are meant. */
function isSlip(words: readonly SpokenWord[], at: number, length: number): boolean {
  const copy = words.slice(at, at + length)
  if (copy.some((word) => word.ends || HESITATION.test(word.text) || NUMBER.test(word.text))) return false
  // "T T L": letters that are spelled out.
  if (copy.some((word) => /^[^ia]$/.test(word.text))) return false
  const content = copy.filter((word) => !FUNCTION_WORDS.has(word.text))
  if (length === 1) return !DOUBLED.has(copy[0]!.text) && (content.length === 0 || !copy[0]!.closes)
  // "We did it, we did it" is joy; "over and over and over" an idiom.
  if (copy.at(-1)!.closes && content.length > 0) return false
  return content.length === 0 || !copy.some((word) => /^(and|by|after|upon|or|to|in|of)$/.test(word.text))
}

/** How many words from `at` on say a stretch of `length` words again and again; 0 when they do not. */
function repeatLength(words: readonly SpokenWord[], at: number, length: number): number {
  if (at + 2 * length > words.length || !isSame(words, at, at + length, length) || !isSlip(words, at, length)) return 0
  let end = at + 2 * length
  while (end + length <= words.length && !words[end - 1]!.ends && isSame(words, at, end, length)) end += length
  return end - at
}

/** Words said again at once ("the the", "we had we had"), as positions, disjoint; the span holds every copy. */
export function findRepeats(words: readonly SpokenWord[]): WordSpan[] {
  const spans: WordSpan[] = []
  for (let at = 0; at < words.length; ) {
    let reach = 0
    for (let length = 1; length <= LONGEST && reach === 0; length++) reach = repeatLength(words, at, length)
    if (reach > 0) spans.push({ from: at, to: at + reach })
    at += Math.max(1, reach)
  }
  return spans
}
