import { countWords } from './inline.ts'

/** The longest point that can be said in one breath or two. Words. */
export const MAX_POINT_WORDS = 40
const MIN_POINT_WORDS = 3

const ABBREVIATION =
  /(?:\b(?:vs|e\.g|i\.e|etc|approx|ca|Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|No|Nr|Inc|Ltd|Co|Corp|Fig|cf|al|resp|bzw|z\.B|d\.h|u\.a|p\.m|a\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mme|Sra|Dra|ecc|env|ul|ggf|evtl|inkl|Str)|(?<![\p{L}\p{N}])\p{L})\.["')]*$/u
const LONGEST_ABBREVIATION = 16
// "Cause no. 3", but "She said no. 3 weeks later …" hardly ever.
const BEFORE_NUMBER = /\b(?:no|nos|nr|num|fig|vol|pp?|ch|sec|art|kap|n[°º])\.$/i
const SENTENCE_END = /[.!?]["'”’)\]]*(?=\s+["'“‘(\p{Lu}\p{N}])|[。！？](?=.)|[.!?]["'”’)\]]*(?=\s+[a-z]+[A-Z])/gu

/** A paragraph's sentences, words untouched. */
export function splitSentences(text: string): string[] {
  const whole = text.trim()
  const end = whole.search(/[.!?。！？]/)
  if (end < 0 || end === whole.length - 1) return whole ? [whole] : []
  const sentences: string[] = []
  const openAt = countBrackets(text)
  let start = 0
  for (const end of text.matchAll(SENTENCE_END)) {
    const stop = end.index + end[0].length
    const piece = text.slice(start, stop)
    if (ABBREVIATION.test(piece.slice(-LONGEST_ABBREVIATION)) && /^\S/.test(end[0]) && end[0][0] === '.') continue
    if (BEFORE_NUMBER.test(piece.slice(-LONGEST_ABBREVIATION)) && /^\s+\d/.test(text.slice(stop, stop + 4))) continue
    if (openAt(start, stop) > 0) continue
    sentences.push(piece.trim())
    start = stop
  }
  sentences.push(text.slice(start).trim())
  return sentences.filter(Boolean)
}

/** Tells how many brackets are open at `stop`, counted from `start`; for stops that only move on. */
function countBrackets(text: string): (start: number, stop: number) => number {
  if (!/[([]/.test(text)) return () => 0
  let from = 0
  let at = 0
  let depth = 0
  return (start, stop) => {
    if (start !== from) {
      from = at = start
      depth = 0
    }
    for (; at < stop; at++) {
      const c = text[at]
      if (c === '(' || c === '[') depth++
      else if ((c === ')' || c === ']') && depth > 0) depth--
    }
    return depth
  }
}

/** A sentence cut at its semicolons outside brackets. */
function splitSemicolons(text: string): string[] {
  if (!/[;；]/.test(text)) return [text]
  const pieces: string[] = []
  const openAt = countBrackets(text)
  let start = 0
  for (const cut of text.matchAll(/[;；]\s+/g)) {
    if (openAt(start, cut.index) > 0) continue
    pieces.push(text.slice(start, cut.index).trim())
    start = cut.index + cut[0].length
  }
  pieces.push(text.slice(start).trim())
  return pieces.filter(Boolean)
}

// From the best place to cut to the worst; every cut keeps the words on both sides.
const CLAUSE_CUTS = [
  /\s+[—–-]\s+/g,
  /:\s+/g,
  /,\s+(?=(?:but|so|which|while|because|although|though|whereas|and then|then|who)\b)/g,
  /,\s+(?=(?:and|or|with|as|in|to|before|after|until|when|where|even|framing|highlighting|including|leading|making|causing|creating|giving|which)\b)/g,
  /\s+(?=(?:because|which|while|but|so that|although|where|when)\b)/g,
  /,\s+/g,
  /\s+(?=(?:and|or|with|by|for|to)\b)/g,
]

/** Cuts what is too long to be said at once at its clauses, near the middle; leaves it whole when there is no place. */
export function splitLong(text: string): string[] {
  if (countWords(text, MAX_POINT_WORDS + 1) <= MAX_POINT_WORDS) return [text]
  for (const allowInside of [false, true]) {
    for (const cut of CLAUSE_CUTS) {
      const halves = bestCut(text, cut, allowInside)
      if (halves) return halves.flatMap(splitLong)
    }
  }
  return [text]
}

function bestCut(text: string, cut: RegExp, allowInside: boolean): [string, string] | null {
  const openAt = countBrackets(text)
  let best: { at: number; end: number; off: number } | null = null
  for (const match of text.matchAll(cut)) {
    const at = match.index
    const end = at + match[0].length
    const off = Math.abs((at + end) / 2 - text.length / 2)
    if (off > text.length * 0.38 || (!allowInside && openAt(0, at) > 0)) continue
    if (!best || off < best.off) best = { at, end, off }
  }
  return best ? [text.slice(0, best.at).trim(), text.slice(best.end).trim()] : null
}

const isShort = (piece: string) => countWords(piece, MIN_POINT_WORDS) < MIN_POINT_WORDS

/** Joins pieces too short to be points of their own to a neighbour. */
export function joinShort(pieces: readonly string[], glue: string): string[] {
  if (pieces.length < 2) return [...pieces]
  const joined: string[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const short = isShort(piece) || (last !== undefined && isShort(last))
    if (last !== undefined && short && countWords(last) + countWords(piece) <= MAX_POINT_WORDS) {
      joined[joined.length - 1] = `${last}${/[.!?:;,]["'”’)]*$/.test(last) ? '' : glue} ${piece}`
    } else {
      joined.push(piece)
    }
  }
  return joined
}

/** A paragraph as pieces of a size that can be said; all words are kept. */
export function splitForSpeaking(text: string): string[] {
  const sentences = joinShort(splitSentences(text), '')
  return sentences.flatMap((sentence) => joinShort(splitSemicolons(sentence), ';')).flatMap(splitLong)
}
