import { isEveryday } from './everyday-words.ts'

/** How strange a word looks to an engine that was trained on ordinary speech, the strangest first. */
export const STRANGENESS = ['code', 'mixed', 'acronym', 'name', 'unusual'] as const
export type Strangeness = (typeof STRANGENESS)[number]

/** A name or unusual word as it is written, and how often. */
export type StoryName = { text: string; strangeness: Strangeness; count: number }

const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_+#.&'’]*[\p{L}\p{M}\p{N}+#])?/gu
const POSSESSIVE = /['’]s$/u
/** Days, months and what is written in capitals for other reasons. */
const NO_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|i|i['’]\w+|ok|am|pm|star|soar|car|q[1-4]|[ap]\.m)$/i
/** "10x", "5k", "90s", "2nd", "30GB": a number with its unit. */
const MEASURE = /^\d[\d.,]*(?:\p{Ll}{1,3}|[KMGTB]{1,2}|\p{Ll}B)?\+?$/u
/** CompletableFuture, iOS, order_service, Node.js, C#. */
const MIXED = /\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}{2,}|\p{L}_\p{L}|\p{L}\.\p{L}{2,}$|\p{L}[+#]+$/u
/** "Rented a stall": points often begin with what was done. */
const VERB = /(?:ed|ing)$/
/** An unusual word has at least so many letters; shorter ones are told right or do not matter. */
const UNUSUAL_LETTERS = 8

/** What the shape of a word says, wherever it stands; null for words that could be any. */
function shapeOf(text: string): Strangeness | null {
  if (MEASURE.test(text) || !/\p{L}/u.test(text)) return null
  if (/\p{N}/u.test(text)) return 'code'
  if (MIXED.test(text)) return 'mixed'
  return /^\p{Lu}{2,6}s?$|^\p{Lu}(?:&\p{Lu})+$/u.test(text) ? 'acronym' : null
}

const isCapital = (text: string) => /^\p{Lu}\p{Ll}/u.test(text)

/** A heading has capitals throughout, which then tell nothing; names that look strange anyway do not make one. */
function isHeading(tokens: readonly string[]): boolean {
  const plain = tokens.filter((token) => token.length > 3 && /^\p{L}\p{Ll}+$/u.test(token))
  return plain.length > 1 && plain.filter(isCapital).length > 0.6 * plain.length
}

const isShouted = (text: string) =>
  /\p{Lu}{2}/u.test(text) && text === text.toUpperCase() && text.split(/\s+/).length > 2

const isUnusual = (token: string) => token.length >= UNUSUAL_LETTERS && /^\p{Ll}+$/u.test(token) && !isEveryday(token)

type Found = Map<string, StoryName>

function count(found: Found, text: string, strangeness: Strangeness): void {
  const known = found.get(text)
  if (known) known.count++
  else found.set(text, { text, strangeness, count: 1 })
}

/** Reads one text; names of several words ("New Relic") stay together. */
function readText(text: string, smallWords: ReadonlySet<string>, found: Found): void {
  const matches = [...text.matchAll(TOKEN)]
  const tokens = matches.map(([token]) => token.replace(POSSESSIVE, ''))
  const heading = isHeading(tokens)
  const opens = (i: number) => i === 0 || /[.!?:;"“(\n•*-]\s*$/u.test(text.slice(0, matches[i]!.index))
  const isName = (i: number) => {
    const token = tokens[i]
    return (
      token !== undefined &&
      isCapital(token) &&
      !NO_NAME.test(token) &&
      !heading &&
      !smallWords.has(token.toLowerCase())
    )
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const small = token.toLowerCase()
    const shape = NO_NAME.test(token) ? null : shapeOf(token)
    if (shape && !(shape === 'acronym' && (smallWords.has(small) || isEveryday(small)))) count(found, token, shape)
    else if (isName(i) && (!opens(i) || (isName(i + 1) && !isEveryday(small)))) {
      const isFollowed = isName(i + 1) && text.slice(matches[i]!.index, matches[i + 1]!.index) === `${token} `
      count(found, isFollowed ? `${token} ${tokens[i + 1]}` : token, 'name')
      if (isFollowed) i++
    } else if (isUnusual(token) || (isName(i) && !isEveryday(small) && !VERB.test(small)))
      count(found, token, 'unusual')
  }
}

/** The names, abbreviations and unusual words of texts, in the order in which they first stand there. */
export function storyNames(texts: readonly string[]): StoryName[] {
  const spoken = texts.filter((text) => !isShouted(text))
  const smallWords = new Set(spoken.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []))
  const found: Found = new Map()
  for (const text of spoken) readText(text, smallWords, found)
  return [...found.values()]
}
