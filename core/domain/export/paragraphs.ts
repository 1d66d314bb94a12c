import { transcriptText, type Word } from '../transcript.ts'
import { formatDuration } from '../words/format.ts'
import type { SaidWords } from './document.ts'

/** A sentence that ends before a pause this long ends its paragraph. Milliseconds. */
const BREAK_MS = 1000
/** From so many words on any end of a sentence ends the paragraph; without one, twice as many do. */
const LONG_WORDS = 80

const ENDS_SENTENCE = /[.!?…。！？]["'”’)\]]*$/

/** Whether a word ends a sentence, by its sign. */
export const endsSentence = (text: string): boolean => ENDS_SENTENCE.test(text)

/** Words as paragraphs: cut at the ends of sentences that a pause follows, and where they grow long. */
export function paragraphsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const paragraphs: Word[][] = []
  let open: Word[] = []
  for (const [at, word] of words.entries()) {
    open.push(word)
    const next = words[at + 1]
    const isPause = next !== undefined && next.startMs - word.endMs >= BREAK_MS
    const isEnd = endsSentence(word.text) && (isPause || open.length >= LONG_WORDS)
    if (!isEnd && next !== undefined && open.length < 2 * LONG_WORDS) continue
    paragraphs.push(open)
    open = []
  }
  return paragraphs
}

/** The same as text, each with the moment at which it begins. */
export const saidParagraphs = (words: readonly Word[]): SaidWords[] =>
  paragraphsOf(words).map((said) => ({ time: formatDuration(said[0]!.startMs), text: transcriptText(said) }))
