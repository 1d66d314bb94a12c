import { LIGHT_WORDS } from './english.ts'
import { soundOf } from './names.ts'
import { unitOf } from './numbers.ts'
import type { Token } from './token.ts'
import { tokenizeText } from './tokens.ts'

/** A content word, name or number of a point; the weights of a point's terms add up to 1. */
export type Term = {
  text: string
  stem: string
  sound: string
  weight: number
  negated: boolean
  /** Capitalised inside the sentence, an abbreviation, or with digits: spelled tolerantly. */
  name: boolean
  /** Its value when it is a number. */
  raw: number | null
  position: number
}

/** A point's words, ready to be looked for. */
export type PointTerms = { tokens: readonly Token[]; terms: readonly Term[] }

const LIGHT = 0.4
const UNIT = 0.25

const keyOf = (token: Token) => token.stem

function weightOf(token: Token, pointsWith: number, points: number): number {
  const rarity = Math.log(1 + points / pointsWith)
  if (unitOf(token.text)) return UNIT * rarity
  return (LIGHT_WORDS.has(token.text) ? LIGHT : 1) * rarity
}

/** The terms of each text, weighted by how few of the texts share them. */
export function pointTerms(texts: readonly string[]): PointTerms[] {
  const all = texts.map((text) => ({
    words: text.split(/\s+/).filter((word) => word !== ''),
    tokens: tokenizeText(text),
  }))
  const pointsWith = new Map<string, number>()
  for (const { tokens } of all)
    for (const key of new Set(tokens.map(keyOf))) pointsWith.set(key, (pointsWith.get(key) ?? 0) + 1)
  return all.map(({ words, tokens }) => {
    const content = tokens.filter((token) => !token.stop || token.quantity)
    // A text of nothing but stop words still has to be findable.
    const used = content.length > 0 ? content : tokens
    const seen = new Set<string>()
    const terms: Term[] = []
    for (const token of used) {
      if (seen.has(keyOf(token))) continue
      seen.add(keyOf(token))
      const word = words[token.from] ?? ''
      terms.push({
        text: token.text,
        stem: token.stem,
        sound: soundOf(token.text),
        weight: weightOf(token, pointsWith.get(keyOf(token)) ?? 1, texts.length),
        negated: token.negated,
        name: !token.quantity && (/\d|.\p{Lu}/u.test(word) || (token.from > 0 && /^\p{Lu}/u.test(word))),
        raw: token.quantity?.raw ?? null,
        position: tokens.indexOf(token),
      })
    }
    const total = terms.reduce((sum, term) => sum + term.weight, 0)
    return { tokens, terms: terms.map((term) => ({ ...term, weight: term.weight / total })) }
  })
}

/** A point with more terms than this says much that a listener does not need: tools, places, trailing clauses. */
const ENOUGH_TERMS = 8

/** A share of a point's terms as the share (0-1) of what has to be said of it: a long point is told in fewer words. */
export const toldShare = ({ terms }: PointTerms, share: number): number =>
  Math.min(1, share * Math.max(1, terms.length / ENOUGH_TERMS))
