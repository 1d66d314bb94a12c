import { countWords, plain } from './inline.ts'

const DECORATION = /^(?:[\s\p{Extended_Pictographic}\p{So}\p{VS}\p{Emoji_Modifier}\p{Join_Control}•▪*>-]|\[[ xX]\])+/u
const STORY_WORD =
  'story|star story|example|star example|experience|anecdote|scenario|case|beispiel|geschichte|histoire|exemple|historia|ejemplo|história|exemplo|история|пример|故事|案例'
const NUMBERED_STORY = new RegExp(
  `^(?:${STORY_WORD})\\s*(?:#|no\\.?|nr\\.?)?\\s*\\d+(?:\\.\\d+)*[a-z]?\\s*(?:[:：.)—–|-]\\s*|$)`,
  'iu',
)
const STORY_PREFIX =
  /^(?:STARR?|STAR-?L|SOAR|CARL?|PARL?|S\.T\.A\.R\.?)(?:\s+(?:story|example|answer|response))?\s*\d*\s*[:：—–-]\s*/
const NUMBERED_QUESTION = /^(?:question|q|frage|pregunta|pergunta|вопрос|问题)\s*#?\d*(?:\.\d+)*\s*[:：.)—–-]\s*/iu
const GENERIC =
  /^(?:(?:an?|the|my|sample|example|model|full|detailed|short|possible|suggested)\s+)*(?:star|soar|car)?\s*(?:example|sample|model)?\s*(?:response|answer|story|stories|example|narrative|version|star)?s?\s*(?:\([^)]*\))?\s*\d*[:.]?$/i
const ASKING =
  /^(?:tell me|tell us|describe|give (?:me |us )?an? example|give an|share|walk (?:me|us)|talk about|talk me|explain|have you|did you|do you|are you|were you|can you|could you|would you|how|what|why|when|where|which|who|erzähl|beschreib|nenne|wie|warum|was|parlez|décrivez|cuéntame|describe|conte|fale|расскажите|опишите|请|你)\b/iu

/** A headline without bold marks, emoji and list signs. */
export const cleanHeadline = (marked: string): string =>
  plain(marked)
    .replace(DECORATION, '')
    .replace(/[\s:：]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()

const stripOrdinal = (text: string) => text.replace(/^(?:\d{1,3}(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+/, '')

/** Whether a headline numbers itself as a story, as in "Story 1.2: …" or "STAR — …". */
export function namesStory(marked: string): boolean {
  const text = stripOrdinal(cleanHeadline(marked))
  return NUMBERED_STORY.test(`${text} `) || STORY_PREFIX.test(text)
}

/** Whether a line opens an unlabelled story told in one paragraph, as in "STAR: During …". */
export const opensQuickStory = (marked: string): boolean => STORY_PREFIX.test(cleanHeadline(marked))

/** The words after "Story 1:", "STAR —" and the like. */
export const stripStoryPrefix = (text: string): string =>
  stripOrdinal(text).replace(NUMBERED_STORY, '').replace(STORY_PREFIX, '').trim()

/** A story's own title, or an empty string when the headline only says that here is a story. */
export function storyTitle(marked: string): string {
  const text = stripStoryPrefix(cleanHeadline(marked))
  return GENERIC.test(text) ? '' : text
}

/** A section's title without its number. */
export const sectionTitle = (marked: string): string => stripOrdinal(cleanHeadline(marked))

/** Whether a headline is something an interviewer says. */
export function asksSomething(marked: string): boolean {
  const text = stripOrdinal(cleanHeadline(marked))
  if (NUMBERED_QUESTION.test(text)) return true
  const bare = text.replace(/^["“'‘]/, '')
  return /[?？]["”'’)]*$/.test(bare) || (ASKING.test(bare) && countWords(bare) >= 4)
}

/** A question's text without "Question 1:" and quotes. */
export const questionText = (marked: string): string =>
  stripOrdinal(cleanHeadline(marked))
    .replace(NUMBERED_QUESTION, '')
    .replace(/^["“](.*)["”]$/, '$1')
    .trim()

/** Whether a headline only collects stories or answers and so names no competency. */
export const isCollection = (marked: string): boolean =>
  /\b(?:(?:quick|common|sample|star|example|interview|behaviou?ral|more|other|my)\s+)+(?:star\s+)?(?:answers?|questions?|stories|examples?|responses?)\b|^(?:stories|examples?|answers?|questions?)$|story bank/i.test(
    sectionTitle(marked),
  )

/** The first words of a text, for a story without a title. */
export function shortTitle(text: string): string {
  const clause = text.split(/[,;:.!?](?:\s|$)/)[0]!.trim()
  const base = countWords(clause) >= 4 && clause.length <= 70 ? clause : text
  if (base.length <= 70) return base.replace(/[\s,;:.]+$/, '')
  return `${base.slice(0, 64).replace(/\s+\S*$/, '')} …`
}
