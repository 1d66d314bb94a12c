import { STRANGENESS, type StoryName, storyNames } from './story-names.ts'

/** Whisper takes half its text context less one as a prompt, and drops what is more from the front. */
export const WHISPER_PROMPT_TOKENS = 223

/** How many tokens a text has for the model; an estimate must not be too small. */
export type CountTokens = (text: string) => number

const namesSentence = (names: readonly string[]) => (names.length === 0 ? '' : `${names.join(', ')}.`)

/** Ordinary long words are heard well enough more often than not. */
const MOST_UNUSUAL = 10

/** Rare in the user's other stories first: what stands in many is likely known anyway, or heard right by now. */
function byRarity(names: readonly StoryName[], others: readonly string[]): StoryName[] {
  const low = others.map((text) => text.toLowerCase())
  const usesOf = new Map(
    names.map(({ text }) => [text, low.filter((other) => other.includes(text.toLowerCase())).length]),
  )
  const isUnusual = ({ strangeness }: StoryName) => strangeness === 'unusual'
  return names.toSorted(
    (a, b) =>
      Number(isUnusual(a)) - Number(isUnusual(b)) ||
      usesOf.get(a.text)! - usesOf.get(b.text)! ||
      STRANGENESS.indexOf(a.strangeness) - STRANGENESS.indexOf(b.strangeness) ||
      b.count - a.count,
  )
}

/**
 * The names and jargon of a story (its title, points, section and question), rarest first, as many as fit `budget`
 * tokens. `others` are the texts of the user's other stories, one a story.
 */
export function primingWords(
  texts: readonly string[],
  { countTokens, budget, others = [] }: { countTokens: CountTokens; budget: number; others?: readonly string[] },
): string[] {
  const chosen: string[] = []
  let unusual = 0
  for (const { text, strangeness } of byRarity(storyNames(texts), others)) {
    if (strangeness === 'unusual' && ++unusual > MOST_UNUSUAL) break
    if (countTokens(namesSentence([...chosen, text])) <= budget) chosen.push(text)
  }
  return chosen
}

export type PromptParts = {
  /** Rarest first; the last are left out when they do not fit. */
  names: readonly string[]
  /** The model's hesitant words, null when it needs none. */
  hesitant: string | null
  /** What was heard before; its end goes in. */
  before: string
  countTokens: CountTokens
  budget?: number
}

/** More of the text before tells the engine nothing new, and tempts it to say it again. */
export const MOST_WORDS_BEFORE = 40

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ')

/**
 * The engine's prompt: a sentence of names, hesitant words, then the end of what was heard before, so that it goes on from
 * there; null when there is nothing to say. Hesitant words go in first, names next, and the text before takes what is left.
 */
export function primingPrompt({
  names,
  hesitant,
  before,
  countTokens,
  budget = WHISPER_PROMPT_TOKENS,
}: PromptParts): string | null {
  const fits = (...parts: readonly string[]) => countTokens(joined(...parts)) <= budget
  const fillers = hesitant !== null && fits(hesitant) ? hesitant : ''
  const kept: string[] = []
  for (const name of names) if (fits(namesSentence([...kept, name]), fillers)) kept.push(name)
  const words = before
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(-MOST_WORDS_BEFORE)
  while (words.length > 0 && !fits(namesSentence(kept), fillers, words.join(' '))) words.shift()
  return joined(namesSentence(kept), fillers, words.join(' ')) || null
}
