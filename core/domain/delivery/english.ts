import { FUNCTION_WORDS } from './filler-words.ts'
import type { Spoken } from './spoken.ts'

/** Shorter answers are taken to be English: they are too short to tell. */
const FEWEST_WORDS = 12
/** English speech has about 45 % of these words, its nearest relatives at most some 15 %. */
const LEAST_SHARE = 0.25

/** Whether the English word lists mean anything here: in Dutch, "er" is no hesitation. */
export function isEnglish({ words }: Spoken): boolean {
  if (words.length < FEWEST_WORDS) return true
  const common = words.filter(({ text }) => FUNCTION_WORDS.has(text)).length
  return common >= LEAST_SHARE * words.length
}
