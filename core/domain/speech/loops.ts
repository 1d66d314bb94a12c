import { bareWord } from '../transcript/same-word.ts'

/** The longest run of words that is looked for again, about a long sentence. */
const LONGEST = 24
/** A speaker may say a number (a code, a price) more often in a row than any word. */
const NUMBERS = 12

/**
 * From how many times in a row on words are the engine's loop and not the speaker's: people say "no, no, no, no" and stumble
 * "and then, and then, and then", but nobody says a sentence three times at once.
 */
const timesOfLoop = (length: number): number => (length === 1 ? 7 : length === 2 ? 5 : length === 3 ? 4 : 3)

/** How often the `length` words at `at` stand there in a row. */
function timesInRow(words: readonly string[], at: number, length: number): number {
  let end = at + length
  while (end < words.length && words[end] === words[end - length]) end++
  return Math.floor((end - at) / length)
}

/** How many words after `end` begin the loop once more before they break off, if nothing but the end follows. */
function brokenOff(words: readonly string[], end: number, length: number): number {
  let more = 0
  while (end + more < words.length && words[end + more] === words[end + more - length]) more++
  return end + more === words.length ? more : 0
}

/** Which words are no further copy in a loop; real repetitions stay whole. */
export function outsideLoops(texts: readonly string[]): boolean[] {
  const words = texts.map(bareWord)
  const keep = words.map(() => true)
  for (let at = 0; at < words.length; ) {
    let next = at + 1
    for (let length = 1; length <= LONGEST && at + 3 * length <= words.length; length++) {
      const times = timesInRow(words, at, length)
      const isNumber = words.slice(at, at + length).every((word) => /^\p{N}/u.test(word))
      if (times < (isNumber ? NUMBERS : timesOfLoop(length))) continue
      next = at + times * length
      next += brokenOff(words, next, length)
      keep.fill(false, at + length, next)
      break
    }
    at = next
  }
  return keep
}
