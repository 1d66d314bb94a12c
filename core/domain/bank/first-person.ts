import type { Block } from './blocks.ts'
import { countWords, plain } from './inline.ts'
import { splitSentences } from './sentences.ts'
import { hintsAt } from './telling.ts'
import { cleanHeadline } from './titles.ts'

const MINE =
  /(?<!\p{L})(?:I|I['’](?:m|d|ve)|my|me|we|our|us|ich|wir|mein\p{L}*|mir|mich|unser\p{L}*|je|j['’]|nous|mon|mes|yo|mi|mis|nos|eu|nós|meu|minha|io|ho|mio|mia|noi|ik|mijn|wij|ja|mój|я|мы|мне|мой|моя|мо[её]|наш\p{L}*)(?!\p{L})|[我私僕]|저는|제가|나는|내가/gu
const YOURS = /\b(?:you|your|yours)\b/gi
// What somebody is and likes, rather than what he once did.
const NOWADAYS =
  /\b(?:I|we)(?:['’]m|['’]re| (?:am|are|have (?!to\b)|like|love|want|enjoy|believe|can|work|prefer|hope|bring|offer|speak))\b|\bich (?:bin|habe|mag|möchte|kann|arbeite)\b(?![^.]*(?:t|en)\.)|\bje (?:suis|veux|peux|travaille)\b|\byo (?:soy|quiero|trabajo)\b/gi
const ABOUT_ME =
  /\b(?:yourself|about me|introduc\w*|pitch|strengths?|weakness\w*|motivation|hobb\w+|salary|cover letter|five years|why (?:do|should|are|did) (?:you|we)|why (?:this|us|me)|tips?|advice|checklist|notes?|questions to ask|über mich|vorstellung|stärken|schwächen|gehalt|présentation|forces|faiblesses|fortalezas|debilidades|presentación|о себе|自我介绍|自己紹介|자기소개)\b|自我介绍|自己紹介|자기소개/iu

/** Whether some blocks are a passage of at least so many words that somebody tells of himself, and no advice. */
export function tellsOfMe(blocks: readonly Block[], least: number): boolean {
  const text = textOf(blocks)
  const words = countWords(text)
  const mine = text.match(MINE)?.length ?? 0
  const yours = text.match(YOURS)?.length ?? 0
  return words >= least && mine >= 3 && mine * 25 >= words && yours * 2 < mine
}

/** Whether a passage says what somebody did and what came of it, as no introduction of oneself does. */
export function actsThenEnds(blocks: readonly Block[]): boolean {
  const text = textOf(blocks)
  const hints = splitSentences(text).map(hintsAt)
  const acts = hints.some((parts) => parts.has('action'))
  const ends = hints.some((parts) => parts.has('result') || parts.has('learning'))
  return acts && ends && (text.match(NOWADAYS)?.length ?? 0) < 2
}

/** Whether a headline announces an introduction, a pitch or advice, which tell no story. */
export const isAboutMe = (headline: string): boolean => ABOUT_ME.test(cleanHeadline(headline))

const textOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'code' ? [] : [plain(block.text)])).join(' ')
