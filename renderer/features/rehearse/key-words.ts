import { LIGHT_WORDS, STOP_WORDS } from '#domain/coverage/english'
import type { Fact, Point } from '#domain/story'

/** How many words remind of a point; a fact counts as one. */
const MOST = 3

/** Words that could stand in any story and remind of none. */
const GENERAL_WORDS = new Set(
  `previous current multiple several various critical important significant major senior entire whole certain specific
  involved including based causing caused using ensured ensure ensuring identified recognized realized noticed decided
  followed approximately experiencing experienced related resulting among across affected missing overall
  additional potential existing necessary proposed suggested structured successfully ultimately consistently`.split(
    /\s+/,
  ),
)

interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Ends a phrase: punctuation stands after it. */
  readonly isLast: boolean
}

interface Cue {
  readonly from: number
  readonly to: number
  readonly weight: number
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’./%+-]*/gu

function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD)].map((match) => {
    const word = match[0].replace(/['’./+-]+$/u, '')
    const to = match.index + word.length
    return { text: word, from: match.index, to, isLast: /^\s*[.,;:!?()—–]/u.test(text.slice(to)) }
  })
}

const keyOf = (word: string) =>
  word
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/(?<=\p{L}{3})s$/u, '')

function factCues({ text, facts }: Pick<Point, 'text' | 'facts'>): Cue[] {
  const weightOf = ({ kind }: Fact) => (kind === 'name' ? 8 : 9)
  return facts.flatMap((fact) => {
    const from = text.indexOf(fact.text)
    return from < 0 ? [] : [{ from, to: from + fact.text.length, weight: weightOf(fact) }]
  })
}

const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }) => a.from < b.to && b.from < a.to

/**
 * Two or three cues for every point, in the words and the order of the point: its facts, then the content words that
 * fewest other points share, longer ones first. Words that stand together stay together.
 */
export function keyWords(points: readonly Pick<Point, 'text' | 'facts'>[]): readonly (readonly string[])[] {
  const pointsWith = new Map<string, number>()
  for (const { text } of points)
    for (const key of new Set(tokensOf(text).map((token) => keyOf(token.text))))
      pointsWith.set(key, (pointsWith.get(key) ?? 0) + 1)

  const weigh = ({ text }: Token): number => {
    const lower = text.toLowerCase()
    if (STOP_WORDS.has(lower.replace(/['’].*$/u, ''))) return 0
    const rarity = Math.log(1 + points.length / (pointsWith.get(keyOf(text)) ?? 1))
    return rarity * Math.min(1, text.length / 6) * (LIGHT_WORDS.has(lower) || GENERAL_WORDS.has(lower) ? 0.3 : 1)
  }

  return points.map((point) => {
    const tokens = tokensOf(point.text)
    const facts = factCues(point)
    const words = tokens
      .map((token) => ({ from: token.from, to: token.to, weight: weigh(token) }))
      .filter((cue) => cue.weight > 0 && !facts.some((fact) => overlaps(fact, cue)))
    const chosen: Cue[] = []
    for (const cue of [...facts, ...words].sort((a, b) => b.weight - a.weight || a.from - b.from))
      if (chosen.length < MOST && !chosen.some((other) => overlaps(other, cue))) chosen.push(cue)
    chosen.sort((a, b) => a.from - b.from)
    return phrases(point.text, chosen, tokens)
  })
}

/** Joins cues with nothing but a space between them. */
function phrases(text: string, cues: readonly Cue[], tokens: readonly Token[]): string[] {
  const joined: string[] = []
  for (const [index, cue] of cues.entries()) {
    const before = cues[index - 1]
    const isBroken = tokens.some((token) => token.to === before?.to && token.isLast)
    const said = text.slice(cue.from, cue.to)
    if (before && !isBroken && /^\s$/u.test(text.slice(before.to, cue.from))) joined.push(`${joined.pop()} ${said}`)
    else joined.push(said)
  }
  return joined.length > 0 ? joined : tokens.slice(0, 2).map((token) => token.text)
}
