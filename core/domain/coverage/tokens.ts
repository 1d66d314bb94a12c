import { stemmer } from 'stemmer'
import type { Word } from '../transcript.ts'
import { CORRECTIONS, HEDGES, NEGATORS, SCOPE_ENDS, STOP_WORDS } from './english.ts'
import { type Dimension, readNumber, unitOf } from './numbers.ts'

/** A value that was said: `raw` as said, `value` in seconds, dollars, percent or things. */
export type Quantity = {
  raw: number
  value: number
  dimension: Dimension
  fraction: boolean
  hedged: boolean
  /** Stems of the words that follow: what is counted. */
  nouns: readonly string[]
}

/** A word or number of a text, with the words of the text it comes from and what is known of its surroundings. */
export type Token = {
  text: string
  stem: string
  from: number
  to: number
  clause: number
  stop: boolean
  negated: boolean
  quantity: Quantity | null
}

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
  SEPARATE.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text.toLowerCase()).split(/\s+/).filter(Boolean)

function splitPieces(words: readonly Pick<Word, 'text'>[]): Piece[] {
  const pieces: Piece[] = []
  let clause = 0
  for (const [word, { text }] of words.entries()) {
    for (const piece of piecesOf(text)) pieces.push({ text: piece, word, clause })
    if (/[.,;:!?…]["')]*$|^[–—-]+$/.test(text)) clause++
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
  negated: false,
  quantity: null,
})

/** "this one", "no one", "one of", "a second look" are no numbers. */
function isPronoun(pieces: readonly Piece[], at: number): boolean {
  if (pieces[at]!.text !== 'one') return false
  const before = pieces[at - 1]?.text ?? ''
  const after = pieces[at + 1]?.text ?? ''
  return /^(no|this|that|each|every|any|which|another|the|other|some|last|first)$/.test(before) || /^(of|was|is|who|that|had)$/.test(after)
}

/** Joins number words to one token with its quantity; a money sign before and a unit after belong to it. */
function readTokens(pieces: readonly Piece[]): Token[] {
  const texts = pieces.map((piece) => piece.text)
  const tokens: Token[] = []
  for (let at = 0; at < pieces.length; ) {
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
      quantity: {
        raw,
        value: raw * (unit?.[1] ?? 1),
        dimension: number.fraction ? 'percent' : (unit?.[0] ?? 'bare'),
        fraction: number.fraction,
        hedged: texts.slice(Math.max(0, at - 3), at).some((text) => HEDGES.has(text)),
        nouns: [],
      },
    })
    at = end
  }
  return tokens
}

const NOUN_REACH = 4

/** A number without unit takes the unit of the next one ("10 to 20 threads"), else it counts what follows. */
function attachUnits(tokens: Token[]): void {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const here = tokens[i]!
    if (here.quantity?.dimension !== 'bare') continue
    const next = tokens.slice(i + 1, i + 3).find((candidate) => candidate.quantity)
    const linked = next && /^(to|and|or|by)$/.test(tokens[i + 1]!.text) && next === tokens[i + 2]
    if (linked && next.quantity) {
      const { dimension, nouns, value, raw } = next.quantity
      const factor = raw === 0 ? 1 : value / raw
      here.quantity = { ...here.quantity, dimension, nouns, value: here.quantity.raw * factor }
      continue
    }
    const after = tokens.slice(i + 1, i + 1 + NOUN_REACH)
    const stop = after.findIndex((follower) => follower.quantity || follower.clause !== here.clause)
    const nouns = (stop < 0 ? after : after.slice(0, stop)).filter((follower) => !follower.stop).slice(0, 3)
    if (nouns.length > 0) here.quantity = { ...here.quantity, dimension: 'count', nouns: nouns.map((noun) => noun.stem) }
  }
}

/** "ten, no wait, twenty": the value that is taken back no longer counts. */
function dropCorrected(tokens: Token[]): void {
  for (const [i, here] of tokens.entries()) {
    if (!here.quantity) continue
    const next = tokens.findIndex((candidate, j) => j > i && candidate.quantity !== null)
    if (next < 0 || next - i > 6) continue
    const between = tokens.slice(i + 1, next).map((candidate) => candidate.text)
    if (/\b(sorry|no wait|wait no|correction|or rather|i mean|make that)\b/.test(between.join(' '))) here.quantity = null
  }
}

const NEGATION_REACH = 6

function markNegated(tokens: Token[]): void {
  for (const [i, here] of tokens.entries()) {
    const after = tokens[i + 1]
    if (!NEGATORS.has(here.text)) continue
    if (after && here.text === 'not' && /^(only|just|merely)$/.test(after.text)) continue
    if (here.text === 'no' && (!after || after.clause !== here.clause || CORRECTIONS.has(after.text))) continue
    for (let j = i + 1; j < tokens.length && j <= i + NEGATION_REACH; j++) {
      const follower = tokens[j]!
      if (follower.clause !== here.clause || SCOPE_ENDS.has(follower.text)) break
      follower.negated = true
    }
  }
}

/** The tokens of a text given as words, with quantities, clauses and denials worked out. */
export function tokenize(words: readonly Pick<Word, 'text'>[]): Token[] {
  const tokens = readTokens(splitPieces(words))
  attachUnits(tokens)
  dropCorrected(tokens)
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
