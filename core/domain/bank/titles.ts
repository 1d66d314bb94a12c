import { countWords, plain } from './inline.ts'

const DECORATION = /^(?:[\s\p{Extended_Pictographic}\p{So}\p{VS}\p{Emoji_Modifier}\p{Join_Control}•▪*>-]|\[[ xX]\])+/u
const LIST_MARKS = /^(?:[\s•▪◦‣▶►➤➜*>✓✔☑✅☐-]\ufe0f?|\[[ xX]\])+/u
const STORY_WORD =
  'story|example|experience|anecdote|scenario|case|beispiel|geschichte|histoire|exemple|historia|ejemplo|história|exemplo|storia|esempio|verhaal|voorbeeld|historia|przykład|история|пример|故事|案例|事例|エピソード|이야기|사례'
const COUNT =
  '\\d+(?:\\.\\d+)*[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|[A-H](?=\\s*[:.)–—-])|[一二三四五六七八九十]+'
const NUMBERED_STORY = new RegExp(
  `^(?:(?:star|soar|car|behaviou?ral|interview|my)\\s+)?(?:${STORY_WORD})\\s*(?:#|№|n[°º.]|no\\.?|nr\\.?)?\\s*(?:${COUNT})\\s*(?:[:：.)—–|-]\\s*|$)`,
  'iu',
)
const METHOD = '(?:STARR?|SOAR|CARL?|PARL?|SAR|S\\.T\\.A\\.R\\.?)(?:[-+ ][LRTE])?'
const STORY_PREFIX = new RegExp(
  `^${METHOD}(?:\\s+(?:story|example|answer|response))?(?:\\s*#?\\d{1,3})?\\s*(?:[:：—–]|-(?=\\s))\\s*`,
)
const TITLE_LABEL =
  /^(?:story|(?:story\s+)?(?:title|name)|geschichte|histoire|historia|história|история|故事|titel|titre|título|titolo|tytuł|название|标题|標題|タイトル|제목)\s*[:：]\s*/iu
const HASH_NUMBER = /^#\d{1,3}\s*(?:[:：.)—–-]\s*|(?=\s\S))/
const NUMBERED_QUESTION = /^(?:question|q|frage|pregunta|pergunta|вопрос|问题)\s*#?\d*(?:\.\d+)*\s*[:：.)—–-]\s*/iu
const GENERIC =
  /^(?:(?:an?|the|my|sample|example|model|full|detailed|short|possible|suggested)\s+)*(?:star|soar|car)?\s*(?:example|sample|model)?\s*(?:response|answer|story|stories|example|narrative|version|star)?s?\s*(?:\([^)]*\))?\s*\d*[:.]?$/i
const ASKING =
  /^(?:tell me|tell us|describe|give (?:me |us )?an? example|give an|share an? |walk (?:me|us)|talk about|talk me|explain (?:a|how you|to me)|name a time|discuss a|have you|did you|do you|are you|were you|can you|could you|would you|erzähl\p{L}*|beschreib\p{L}*|nenn\p{L}*|schilder\p{L}*|parlez|décrivez|racontez|donnez|cuénta\p{L}*|háblame|describa|describe|da un ejemplo|conte|fale|descreva|dê um exemplo|raccont\p{L}*|descriv\p{L}*|parlami|vertel|beschrijf|noem|opowiedz|opisz|расскажите|опишите|приведите|请|請|谈谈|談談|描述|说说|讲一|你|您)(?=$|[^\p{L}]|\p{Lo})/iu
const WONDERING =
  /^(?:how|what|why|when|where|which|who|wie|warum|was|wann|welche[rs]?|comment|pourquoi|quand|quel(?:le)?|cómo|qué|cuándo|por qué|como|quando|por que|как|что|когда|почему)\b.*(?<!\p{L})(?:you|your|yourself|sie|ihre?[nm]?|du|dein\p{L}*|vous|votre|tu|usted|você|вы|вас|ваш\p{L}*)(?!\p{L})/iu

/** A headline without bold marks, emoji and list signs. */
export const cleanHeadline = (marked: string): string =>
  plain(marked)
    .replace(DECORATION, '')
    .replace(/[\s:：]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A headline as its writer wants it seen: emoji stay, marks of lists and of bold go. */
export const shownHeadline = (marked: string): string =>
  plain(marked)
    .replace(LIST_MARKS, '')
    .replace(/[\s:：]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()

const stripOrdinal = (text: string) =>
  text
    .replace(/^(?:\d{1,3}(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+/, '')
    .replace(HASH_NUMBER, '')
    .trim()

/** Whether a headline numbers itself as a story, as in "Story 1.2: …" or "STAR — …". */
export function namesStory(marked: string): boolean {
  const text = stripOrdinal(cleanHeadline(marked))
  return NUMBERED_STORY.test(`${text} `) || STORY_PREFIX.test(text)
}

/** Whether a line opens an unlabelled story told in one paragraph, as in "STAR: During …". */
export const opensQuickStory = (marked: string): boolean => STORY_PREFIX.test(cleanHeadline(marked))

/** The words after "Story 1:", "STAR —" and the like. */
export const stripStoryPrefix = (text: string): string =>
  stripOrdinal(text).replace(NUMBERED_STORY, '').replace(STORY_PREFIX, '').replace(TITLE_LABEL, '').trim()

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
  return /[?？]["”'’)]*$/.test(bare) || ((ASKING.test(bare) || WONDERING.test(bare)) && countWords(bare) >= 4)
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

/** Whether a headline says itself that it names a topic, as in "Competency: resilience". */
export const declaresTopic = (marked: string): boolean =>
  /^(?:competenc(?:y|e)|pillar|principle|leadership principle|theme|dimension|category|value|core value|topic|section|kompetenz|thema|kategorie|compétence|thème|catégorie|competencia|tema|categoría|competência|категория|компетенция|тема|能力|主题|类别)\s*\d{0,2}\s*[:：–—-]/iu.test(
    sectionTitle(marked),
  )

/** The first words of a text, for a story without a title. */
export function shortTitle(text: string): string {
  const clause = text.split(/[,;:.!?](?:\s|$)/)[0]!.trim()
  const base = countWords(clause) >= 4 && clause.length <= 70 ? clause : text
  if (base.length <= 70) return base.replace(/[\s,;:.]+$/, '')
  return `${base.slice(0, 64).replace(/\s+\S*$/, '')} …`
}
