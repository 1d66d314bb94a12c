import { countWords, plain } from './inline.ts'

const DECORATION =
  /^(?:[\d#*]\ufe0f?\u20e3|[\s\p{Extended_Pictographic}\p{So}\p{VS}\p{Emoji_Modifier}\p{Join_Control}\p{Regional_Indicator}•▪*>-]|\[[ xX]\]|\[![\w-]+\][+-]?\s)+/u
const STORY_WORD =
  'story|example|experience|episode|anecdote|scenario|case|beispiel|geschichte|histoire|exemple|historia|ejemplo|história|exemplo|storia|esempio|verhaal|voorbeeld|historia|przykład|история|пример|故事|案例|事例|エピソード|이야기|사례'
const COUNT =
  '\\d+(?:\\.\\d+)*[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|[A-H](?=\\s*[:.)–—-])|[一二三四五六七八九十]+'
const NUMBERED_STORY = new RegExp(
  `^(?:(?:star|soar|car|behaviou?ral|interview|my)\\s+)?(?:${STORY_WORD})\\s*(?:#|№|n[°º.]|no\\.?|nr\\.?)?\\s*(?:${COUNT})\\s*(?:[:：.)—–|-]\\s*|$)`,
  'iu',
)
// Scripts without spaces before a number set the title behind it without a sign.
const COUNTED_STORY =
  /^(?:第\s*)?(?:エピソード|ストーリー|故事|案例|事例|经历|經歷|이야기|사례|에피소드)\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])\s*(?:[:：.)、・—–|-]\s*|\s|$)/u
const METHOD = '(?:STARR?|SOAR|CARL?|PARL?|SAR|S\\.T\\.A\\.R\\.?)(?:[-+ ][LRTE])?'
const STORY_PREFIX = new RegExp(
  `^${METHOD}(?:\\s+(?:story|example|answer|response))?(?:\\s*#?\\d{1,3})?\\s*(?:[:：—–]|-(?=\\s))\\s*`,
)
const TITLE_LABEL =
  /^(?:(?:my|our|own|star|true|personal|meine?|eigene|mon|ma|mi|minha|la mia|моя|我的)\s*){0,3}(?:story|example|(?:story\s+)?(?:title|name)|beispiel|exemple|ejemplo|exemplo|esempio|storia|verhaal|voorbeeld|hikâye|hikaye|geschichte|histoire|historia|história|история|故事|titel|titre|título|titolo|tytuł|название|标题|標題|タイトル|제목)\s*[:：]\s*/iu
const HASH_NUMBER = /^#\d{1,3}\s*(?:[:：.)—–-]\s*|(?=\s\S))/
const NUMBERED_QUESTION = /^(?:question|q|frage|pregunta|pergunta|вопрос|问题)\s*#?\d*(?:\.\d+)*\s*[:：.)—–-]\s*/iu
const ANSWER_PREFIX =
  /^(?:(?:star|sample|model|my)\s+)?(?:answer|response|réponse|antwort|respuesta|resposta|risposta|antwoord|odpowiedź|ответ|回答)\s*#?\d*(?:\.\d+)*\s*[:：.)—–-]\s*/iu
const VERSION =
  /^(?:the\s+)?(?:(?:very\s+)?(?:short|long|full|brief|quick|extended|detailed|medium|kurz|lang|court|long|corta|larga|curta|longa|\d+[\s-]?(?:second|sec|s|minute|min|m))(?:e[rs]?|ue)?[\s-]*(?:versione?|versión|versão|answer|telling|cut|variant|form|fassung|variante|antwort)|(?:version|versión|versão)\s+(?:courte|longue|corta|larga|curta|longa)|kurzfassung|langfassung|kurzversion|langversion|(?:elevator|one[- ]minute|30[- ]second)\s+version|tl;?dr|краткая версия|полная версия|短い?版|长版|短版)(?:\s*\([^)]*\))?$/iu
const GENERIC =
  /^(?:(?:an?|the|my|sample|example|model|full|detailed|short|possible|suggested)\s+)*(?:star|soar|car)?\s*(?:example|sample|model)?\s*(?:response|answer|story|stories|example|narrative|version|star)?s?\s*(?:\([^)]*\))?\s*\d*[:.]?$/i
const ASKING =
  /^(?:tell me|tell us|describe|give (?:me |us )?an? example|give an|share an? |walk (?:me|us)|talk about|talk me|explain (?:a|how you|to me)|name a time|discuss a|have you|did you|do you|are you|were you|can you|could you|would you|erzähl\p{L}*|beschreib\p{L}*|nenn\p{L}*|schilder\p{L}*|parlez|décrivez|racontez|donnez|cuénta\p{L}*|háblame|describa|describe|da un ejemplo|conte|fale|descreva|dê um exemplo|raccont\p{L}*|descriv\p{L}*|parlami|vertel|beschrijf|noem|opowiedz|opisz|расскажите|опишите|приведите|[请請](?=描述|分享|举|舉|讲|講|谈|談|介绍|介紹|说|說|告诉|告訴|问|問)|谈谈|談談|描述|说说|讲一|你|您)(?=$|[^\p{L}]|\p{Lo})/iu
const WONDERING =
  /^(?:(?:how|what|why|when|where|which|who)(?:\s[\p{L}'’]+){0,4}\s(?:do|does|did|would|will|can|could|should|have|has|had|are|were|is|was|motivates|makes|drives)(?=\s)|wie|warum|was|wann|welche[rs]?|comment|pourquoi|quand|quel(?:le)?|cómo|qué|cuándo|por qué|como|quando|por que|как|что|когда|почему)\b.*(?<!\p{L})(?:you|your|yourself|sie|ihre?[nm]?|du|dein\p{L}*|vous|votre|tu|usted|você|вы|вас|ваш\p{L}*)(?!\p{L})/iu

/** A headline without bold marks, emoji and list signs. */
export function cleanHeadline(marked: string): string {
  const words = plain(marked)
  if (CLEAN.test(words)) return words
  return words
    .replace(DECORATION, '')
    .replace(/(?<![\s:：])[\s:：]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

// Letters first, single blanks, no colon: nothing to take away.
const CLEAN = /^[A-Za-z](?:[!-9;-~]| (?=[!-9;-~]))*$/

const stripOrdinal = (text: string) =>
  text
    .replace(/^(?:\d{1,3}(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+/, '')
    .replace(HASH_NUMBER, '')
    .trim()

/** Whether a headline numbers itself as a story, as in "Story 1.2: …" or "STAR — …". */
export function namesStory(marked: string): boolean {
  const text = stripOrdinal(cleanHeadline(marked))
  return NUMBERED_STORY.test(`${text} `) || COUNTED_STORY.test(`${text} `) || STORY_PREFIX.test(text)
}

/** Whether a line opens an unlabelled story told in one paragraph, as in "STAR: During …". */
export const opensQuickStory = (marked: string): boolean => STORY_PREFIX.test(cleanHeadline(marked))

/** The words after "Story 1:", "STAR —" and the like. */
export const stripStoryPrefix = (text: string): string =>
  [NUMBERED_STORY, COUNTED_STORY, STORY_PREFIX, TITLE_LABEL]
    .reduce((rest, prefix) => rest.replace(prefix, ''), stripOrdinal(text))
    .replace(/^["“„«]([^"“”«»]*)["”“»]$/, '$1')
    .trim()

/** A story's own title, or an empty string when the headline only says that here is a story. */
export function storyTitle(marked: string): string {
  const text = stripStoryPrefix(cleanHeadline(marked))
  return GENERIC.test(text) || VERSION.test(text) ? '' : text
}

/** Whether a headline only says how long the telling below it is, as in "Short version (30 s)". */
export const namesVersion = (marked: string): boolean => VERSION.test(cleanHeadline(marked))

/** A section's title without its number. */
export const sectionTitle = (marked: string): string => stripOrdinal(cleanHeadline(marked))

/** Whether a headline is something an interviewer says. */
export function asksSomething(marked: string): boolean {
  const text = stripOrdinal(cleanHeadline(marked))
  if (NUMBERED_QUESTION.test(text)) return true
  const bare = text.replace(ANSWER_PREFIX, '').replace(/^["“„«'‘]/, '')
  return /[?？]["”'’)]*$/.test(bare) || ((ASKING.test(bare) || WONDERING.test(bare)) && countWords(bare) >= 4)
}

/** Whether a headline asks as interviewers do, in words and not only by a question mark. */
export function asksForStory(marked: string): boolean {
  const text = questionText(marked)
  return countWords(text) >= 4 && (ASKING.test(text) || WONDERING.test(text))
}

/** A question's text without "Question 1:", "Answer 1:" and quotes. */
export const questionText = (marked: string): string =>
  stripOrdinal(cleanHeadline(marked))
    .replace(NUMBERED_QUESTION, '')
    .replace(ANSWER_PREFIX, '')
    .replace(/^["“„«](.*)["”“»]$/, '$1')
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
