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
  negator: boolean
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
  negator: false,
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
/** What is counted ends before these: "thirty thousand queries a day". */
const NOUN_ENDS = /^(an?|per|each|every|in|within|for|with|to|from|that|which|who|and|but|so|at|on|by|until|than|is|was|were|are)$/

/** The unit a value shares with the one it is joined to: "10 to 20 threads", "12 instances to 3". */
function linkedQuantity(tokens: readonly Token[], at: number): Quantity | null {
  const next = /^(to|and|or|by)$/.test(tokens[at + 1]?.text ?? '') ? tokens[at + 2]?.quantity : null
  if (next && next.dimension !== 'bare') return next
  if (tokens[at - 1]?.text !== 'to') return null
  const before = tokens.slice(Math.max(0, at - 5), at).findLast((token) => token.quantity)?.quantity
  return before && before.dimension !== 'bare' ? before : null
}

function countedNouns(tokens: readonly Token[], at: number): string[] {
  const after = tokens.slice(at + 1, at + 1 + NOUN_REACH)
  const end = after.findIndex(
    (token) => token.quantity !== null || token.clause !== tokens[at]!.clause || NOUN_ENDS.test(token.text),
  )
  return (end < 0 ? after : after.slice(0, end)).filter((token) => !token.stop).map((token) => token.stem)
}

/** A bare number takes the unit of the value it is joined to, else it counts what follows. */
function attachUnits(tokens: Token[]): void {
  const bare = [...tokens.keys()].filter((at) => tokens[at]!.quantity?.dimension === 'bare')
  for (const at of bare) {
    const nouns = countedNouns(tokens, at)
    if (nouns.length > 0) tokens[at]!.quantity = { ...tokens[at]!.quantity!, dimension: 'count', nouns }
  }
  for (const at of bare.reverse()) {
    const here = tokens[at]!.quantity!
    const linked = here.dimension === 'bare' ? linkedQuantity(tokens, at) : null
    if (!linked) continue
    const scale = linked.raw === 0 ? 1 : linked.value / linked.raw
    tokens[at]!.quantity = { ...here, dimension: linked.dimension, nouns: linked.nouns, value: here.raw * scale }
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

/** "No wait", "not only" and a bare "203 to 0" deny nothing. */
function findNegators(tokens: Token[]): void {
  for (const [i, here] of tokens.entries()) {
    const after = tokens[i + 1]
    const joins = after !== undefined && after.clause === here.clause
    if (here.quantity) here.negator = here.quantity.raw === 0 && joins && !after.stop
    else if (here.text === 'no') here.negator = joins && !CORRECTIONS.has(after.text)
    else if (here.text === 'not') here.negator = !(joins && /^(only|just|merely)$/.test(after.text))
    else here.negator = NEGATORS.has(here.text)
  }
}

function markNegated(tokens: Token[]): void {
  for (const [i, here] of tokens.entries()) {
    if (!here.negator) continue
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
