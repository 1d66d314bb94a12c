import type { WordSpan } from '../transcript.ts'
import { FAMILIES, FUNCTION_WORDS, RELATIVES, SUBJECTS } from './filler-words.ts'
import type { SpokenWord } from './spoken.ts'

/** How far back the words that are started anew may begin. */
const REACH = 4

/** "wan-" is a word cut short; "pre- and post-" is not, nor is a dash between clauses. */
function isCut(words: readonly SpokenWord[], at: number): boolean {
  return /\p{L}-$/u.test(words[at]!.raw) && !/^(and|or|to)$/.test(words[at + 1]?.text ?? '')
}

/** Where the stretch that is started anew after `end` (exclusive) began; `end` when nothing is taken up again. */
function restartOf(words: readonly SpokenWord[], end: number): number {
  const again = words[end]?.text
  for (let from = end - 1; from >= Math.max(0, end - REACH) && again !== undefined; from--) {
    if (from < end - 1 && words[from]!.ends) break
    if (words[from]!.text === again) return from
  }
  return end
}

function isOneVerb(a: string, b: string): boolean {
  if (a === b) return false
  if (FAMILIES.some((family) => family.has(a) && family.has(b))) return true
  if (FUNCTION_WORDS.has(a) || FUNCTION_WORDS.has(b)) return false
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 3 && long.startsWith(short.slice(0, Math.max(3, short.length - 1)))
}

/** "we were going we are going", "I was I am", "we need we needed": the same subject, the verb changed. */
function changedVerb(words: readonly SpokenWord[], at: number): number {
  const subject = words[at]!
  if (!SUBJECTS.has(subject.text) || subject.closes) return 0
  if (!subject.opens && RELATIVES.has(words[at - 1]?.text ?? '')) return 0
  const [verb, third] = [words[at + 1], words[at + 2]]
  if (!verb || !third || verb.ends) return 0
  if (third.text === subject.text) {
    const other = words[at + 3]
    return other && isOneVerb(verb.text, other.text) ? 2 : 0
  }
  const [fourth, other, last] = [words[at + 3], words[at + 4], words[at + 5]]
  const isTakenUp = fourth?.text === subject.text && last?.text === third.text && !verb.closes && !third.ends
  return isTakenUp && other && isOneVerb(verb.text, other.text) ? 3 : 0
}

/** What was begun and dropped: a word cut short, a phrase broken off with a dash, a phrase begun anew. Positions. */
export function findFalseStarts(words: readonly SpokenWord[]): WordSpan[] {
  const spans: WordSpan[] = []
  for (let at = 0; at < words.length; at++) {
    const end = at + 1
    if (isCut(words, at)) spans.push({ from: Math.min(at, restartOf(words, end)), to: end })
    else if (/\p{L}[—–]$|\p{L}--$/u.test(words[at]!.raw) && restartOf(words, end) < end)
      spans.push({ from: restartOf(words, end), to: end })
    else {
      const length = changedVerb(words, at)
      if (length > 0) spans.push({ from: at, to: at + length })
    }
  }
  return spans
}
