import type { Word, WordSpan } from '../transcript.ts'
import type { Mention } from './delivery.ts'

/** A word as the detectors of habits see it: small letters, with the marks around it. */
export type SpokenWord = {
  text: string
  raw: string
  /** Its index among the words that were heard. */
  at: number
  startMs: number
  /** A clause begins with it, or ends with it; `ends`: a sentence ends with it. */
  opens: boolean
  closes: boolean
  ends: boolean
}

/** An answer ready for looking up phrases: in `text` a comma or full stop stands after words that close a clause. */
export type Spoken = { words: readonly SpokenWord[]; text: string; offsets: readonly number[] }

const CLOSES = /[,.;:!?…]["')\]]*$|[—–]$/
const ENDS = /[.!?]["')\]]*$/

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/%/g, 'percent')
    .replace(/[^\p{L}\p{N}']+/gu, '')
    .replace(/^'+|'+$/g, '')

/** Whether words are written in capitals throughout, which then name nothing. */
const isCapitals = (heard: readonly Word[]) =>
  heard.length > 3 && !heard.some(({ text }) => text !== text.toUpperCase())

/** Prepares heard words; pieces that are punctuation alone become marks of the word before. */
export function readSpoken(heard: readonly Word[]): Spoken {
  const isLevel = isCapitals(heard)
  const words: SpokenWord[] = []
  const offsets: number[] = []
  let text = ''
  let opens = true
  for (const [at, { text: written, startMs }] of heard.entries()) {
    const raw = isLevel ? written.toLowerCase() : written
    const word = bare(raw)
    const closes = CLOSES.test(raw)
    const ends = ENDS.test(raw)
    const last = words.at(-1)
    if (word === '') {
      if (last && /[,.;:!?…—–-]/.test(raw)) Object.assign(last, { closes: true, ends: last.ends || ends })
      opens ||= last?.closes === true
      continue
    }
    words.push({ text: word, raw, at, startMs, opens, closes, ends })
    opens = closes
  }
  for (const { text: word, closes, ends } of words) {
    offsets.push(text.length)
    text += `${word}${ends ? '.' : closes ? ',' : ''} `
  }
  return { words, text, offsets }
}

const trimmed = (raw: string) => raw.replace(/^[^\p{L}\p{N}$£€]+|[^\p{L}\p{N}%-]+$/gu, '')

/** As said, without the marks around it; `lowers`: without the capital that only begins a sentence. */
function saidText(words: readonly SpokenWord[], from: number, to: number, lowers: boolean): string {
  const text = words
    .slice(from, to)
    .map((word) => trimmed(word.raw))
    .join(' ')
  const begins = from === 0 || words[from - 1]!.ends
  return lowers && begins && !/^I\b/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text
}

/**
 * The words `from` to `to` (positions among the spoken words) as said, and the moment they begin; a capital that begins
 * a sentence is left out, unless it may be a name's (`lowers` false).
 */
export function mentionOf({ words }: Spoken, from: number, to: number, lowers = true): Mention {
  const said = words.slice(from, to)
  return {
    text: saidText(words, from, to, lowers),
    span: { from: said[0]!.at, to: said.at(-1)!.at + 1 },
    startMs: said[0]!.startMs,
  }
}

/** The position of the spoken word that begins at or before an offset of the text. */
function positionAt(offsets: readonly number[], offset: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Every place a pattern (with the `g` flag) fits the text, as positions among the spoken words. */
export function findPattern(spoken: Spoken, pattern: RegExp): WordSpan[] {
  const spans: WordSpan[] = []
  for (const match of spoken.text.matchAll(pattern)) {
    const [all] = match
    const lead = all.length - all.trimStart().length
    if (all.trim() === '') continue
    const from = positionAt(spoken.offsets, match.index + lead)
    spans.push({ from, to: positionAt(spoken.offsets, match.index + all.trimEnd().length - 1) + 1 })
  }
  return spans
}

/** The longest spans, in order, none sharing a word with another. */
export function disjoint<T extends WordSpan>(spans: readonly T[]): T[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: T[] = []
  for (const span of sorted) if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span)
  return kept
}
