import { stemmer } from 'stemmer'
import type { Word } from '../transcript.ts'
import { dropCorrected } from './corrections.ts'
import { STOP_WORDS } from './english.ts'
import { hedgeOf } from './hedges.ts'
import { findNegators, markNegated } from './negation.ts'
import { readNumber } from './number-words.ts'
import { unitOf } from './numbers.ts'
import { attachUnits } from './quantities.ts'
import type { Token } from './token.ts'

type Piece = { text: string; word: number; clause: number }

const SEPARATE: readonly (readonly [RegExp, string])[] = [
  [/[’‘]/g, "'"],
  [/n't\b/g, ' not'],
  [/(\d),(?=\d{3})/g, '$1'],
  [/(\d)\s*[-–—→]+\s*(?=[$£€]?\d)/g, '$1 to '],
  [/→|->/g, ' to '],
  [/&/g, ' and '],
  [/%/g, ' percent '],
  [/([$£€])/g, ' $1 '],
  [/(^|[^a-z\d])(\d+(?:\.\d+)?)([a-z])/g, '$1$2 $3'],
  [/'(s|d|m|ll|re|ve)\b/g, ' '],
  [/[^\p{L}\p{N}$£€.\s]+|\.(?!\d)|(?<!\d)\.(?=\d)/gu, ' '],
]

/** The lower-case pieces of one word: symbols spelled out, numbers parted from units. */
const piecesOf = (text: string): string[] =>
  SEPARATE.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text.toLowerCase())
    .split(/\s+/)
    .filter(Boolean)

function splitPieces(words: readonly Pick<Word, 'text'>[]): Piece[] {
  const pieces: Piece[] = []
  let clause = 0
  for (const [word, { text }] of words.entries()) {
    for (const piece of piecesOf(text)) pieces.push({ text: piece, word, clause })
    if (!/[.,;:!?…]["')]*$|^[–—-]+$/.test(text)) continue
    clause++
    // A number does not reach over a pause, but for "two thousand, three hundred".
    if (!/^(thousand|million)$/.test(pieces.at(-1)?.text ?? '')) pieces.push({ text: '', word, clause })
  }
  return pieces
}

const token = (text: string, from: number, to: number, clause: number): Token => ({
  text,
  stem: stemmer(text),
  from,
  to,
  clause,
  stop: STOP_WORDS.has(text) || (/^\p{L}$/u.test(text) && text !== 'k'),
  negator: false,
  negated: false,
  quantity: null,
})

/** "this one", "no one", "one of", "a second look" are no numbers. */
function isPronoun(pieces: readonly Piece[], at: number): boolean {
  if (pieces[at]!.text !== 'one') return false
  const before = pieces[at - 1]?.text ?? ''
  const after = pieces[at + 1]?.text ?? ''
  return (
    /^(no|this|that|each|every|any|which|another|the|other|some|last|first)$/.test(before) ||
    /^(of|was|is|who|that|had|could|should|would|might|can|must|may)$/.test(after)
  )
}

/** "P ninety-five": a number that is part of a name. */
const isLabel = (pieces: readonly Piece[], at: number) => /^[pq]$/.test(pieces[at - 1]?.text ?? '')

/** Joins number words to one token with its quantity; a money sign before and a unit after belong to it. */
function readTokens(pieces: readonly Piece[]): Token[] {
  const texts = pieces.map((piece) => piece.text)
  const tokens: Token[] = []
  for (let at = 0; at < pieces.length; ) {
    if (texts[at] === '') {
      at++
      continue
    }
    const sign = unitOf(texts[at]!)?.[0] === 'money' && texts[at]!.length === 1 ? 1 : 0
    const number = isPronoun(pieces, at) ? null : readNumber(texts, at + sign)
    if (!number) {
      const { text, word, clause } = pieces[at]!
      tokens.push(token(text, word, word + 1, clause))
      at++
      continue
    }
    const end = at + sign + number.length
    const unit = sign ? unitOf('$') : unitOf(texts[end] ?? '')
    const raw = Math.round(number.value * 1e4) / 1e4
    const last = pieces[end - 1]!
    tokens.push({
      ...token(String(raw), pieces[at]!.word, last.word + 1, last.clause),
      quantity: isLabel(pieces, at)
        ? null
        : {
            raw,
            value: raw * (unit?.[1] ?? 1),
            dimension: number.fraction ? 'percent' : number.ordinal ? 'ordinal' : (unit?.[0] ?? 'bare'),
            fraction: number.fraction,
            hedge: hedgeOf(texts, at, end + (unit && !sign ? 1 : 0)),
            nouns: [],
          },
    })
    at = end
  }
  return tokens
}

/** The tokens of a text given as words, with quantities, clauses and denials worked out. */
export function tokenize(words: readonly Pick<Word, 'text'>[]): Token[] {
  const tokens = readTokens(splitPieces(words))
  attachUnits(tokens)
  dropCorrected(tokens)
  findNegators(tokens)
  markNegated(tokens)
  return tokens
}

/** The tokens of a written text; word indices count its words between spaces. */
export const tokenizeText = (text: string): Token[] =>
  tokenize(
    text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({ text: word })),
  )
