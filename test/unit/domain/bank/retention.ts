import type { ParsedBank } from '#domain/bank/bank'
import { block } from '#domain/bank/blocks'
import { markInline, plain } from '#domain/bank/inline'
import { labelsInside, splitInlineStory } from '#domain/bank/inline-story'
import { LABEL_WORDS } from '#domain/bank/label-words'
import { isPart, type Label, meaningOf, readLabel } from '#domain/bank/labels'
import { markLine } from '#domain/bank/paragraph'
import { readBank as readDocument } from '#domain/bank/read'
import { stripStoryPrefix } from '#domain/bank/titles'

const MARKUP: readonly RegExp[] = [
  /^\s*(?:```|~~~)\s*\w*\s*$/gm,
  /^\s*#\+\w+:/gm,
  /^\s*:(?:properties|end|logbook):\s*$/gim,
  /^\*+\s+(?:TODO|DONE|NEXT|WAITING|DRAFT)\b/gm,
  /(?<=^[\s>]*)\[!\w+\]/gm,
  /^[\s>#|✓✔*]*\d{1,3}[.)](?=\s)/gm,
  /(?<=[:：。！？]\s?)\d{1,2}[.)](?=\s)/g,
  /[\d#*]\ufe0f?\u20e3/g,
  /^\s*\|?\s*#?\d{1,3}\s*[|;,\t]/gm,
  /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?\[[ xX]\]/gm,
  /<\/?[a-z][\w:.-]*(?:\s[^<>\n]*)?>/gi,
]
// What a story's, question's or table's place says already.
const PLACE_WORDS =
  /^(?:part|parts|step|phase|element|component|section|star|text|content|details?|description|answer|nr|no|story|stories|titel|title|teil|abschnitt|partie|parte|часть|текст|部分|内容)$/iu
const PREFIX =
  /^\ue000?(?:question|example|answer|response|antwort|réponse|respuesta|frage|pregunta|pergunta|вопрос|问题|q)\s*#?\s*\d*(?:\.\d+)*\s*[:：.)—–-]\s*/iu

/** The words of a document that a reader would miss, without its markup and the labels that became parts. */
export function documentWords(
  text: string,
  titles: readonly string[] = [],
  questions: readonly string[] = [],
): string[] {
  const lines = withoutRepeatedNames(
    MARKUP.reduce(
      strip,
      said(text)
        .replace(/<\/t[dh]>/gi, '\n')
        .replace(INLINE_TAG, ''),
    ).split(/\r\n|\n|\r/),
    titles,
  )
  return wordsIn(
    once(
      lines.flatMap((line, i) => withoutLabels(line, lines, i)),
      questions,
    ).join('\n'),
  )
}

// Links are said by their words; so are emphasised syllables.
const SAID: readonly [RegExp, string][] = [
  [/\[\^[^\]\s]+\](?!:)/g, ''],
  [/\[\[[^\][\n]*\]\[([^\][\n]*)\]\]/g, '$1'],
  [/!?\[([^[\]\n]*)\]\(\s*([^()\n]*)\)/g, '$1'],
  [/(?<![\p{L}\p{N}\][])\[([^[\]\n]+)\]\[[^[\]\n]*\]/gu, '$1'],
  [/!?\[\[(?:[^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g, '$1'],
  [/\*\*(?=\S)([^*\n]{1,40})\n\s*([\p{L})）:：][^*\n]{0,20})?\*\*/gu, '**$1 $2**'],
]
const said = (text: string) => SAID.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text)
const INLINE_TAG = /<\/?(?:a|b|i|u|s|em|strong|span|code|mark|sup|sub|small|kbd|font)(?:\s[^<>\n]*)?>/gi
const strip = (text: string, markup: RegExp) => text.replace(markup, ' ')

/** The lines, a question that is asked again left out: the bank holds it once. */
function once(lines: readonly string[], questions: readonly string[]): string[] {
  const known = new Set(questions.map((question) => wordsIn(question).join(' ')))
  const seen = new Set<string>()
  return lines.filter((line) => {
    const asked = wordsIn(line).join(' ')
    const again = seen.has(asked)
    if (known.has(asked)) seen.add(asked)
    return !again
  })
}

function withoutLabels(line: string, lines: readonly string[], at: number): string[] {
  const cells = cellsOf(line)
  if (cells.length > 1) {
    const isHead = /^[\s|:-]*-[\s|:-]*$/.test(lines[at + 1] ?? '') || at === 0
    const said = cells.filter(
      (cell) => !becamePart(cell) && !(isHead && (PLACE_WORDS.test(cell.trim()) || meaningOf(cell))),
    )
    if (said.length < cells.length) return said
  }
  const bare = line.replace(/^[\s>]*(?:#{1,6}\s+|(?:[-*+•]|\*+)\s+)*/, '')
  const marked = markLine(bare).replace(PREFIX, '')
  return splitInlineStory(block(marked, 1)).map((piece) => {
    const label = readLabel(piece.text, /^\s*[#*]/.test(line) ? 'heading' : 'line')
    const rest =
      label && survives(label) ? label.rest : stripStoryPrefix(plain(piece.text).replace(/^[\s\p{So}\p{VS}*]+/u, ''))
    return plain(withoutInsideLabels(rest))
  })
}

// A paragraph's labels may be spread over its lines.
function withoutInsideLabels(text: string): string {
  const spans = labelsInside(text)
    .flat()
    .sort((a, b) => b.at - a.at || a.end - b.end)
  let from = text.length + 1
  return spans.reduce((rest, { at, end }) => {
    if (end > from) return rest
    from = at
    return `${rest.slice(0, at)} ${rest.slice(end)}`
  }, text)
}

const cellsOf = (line: string) => line.split(/(?<!\\)\||[;\t,](?=\S)/)
const survives = ({ role }: Label) => isPart(role) || role === 'question' || role === 'definition' || role === 'title'

function becamePart(cell: string): boolean {
  const meaning = meaningOf(markInline(cell.trim().replace(/^"|"$/g, '')))
  return meaning !== null && isPart(meaning.role)
}

/** In tables with a row for each part every row names its story; once is enough. */
function withoutRepeatedNames(lines: readonly string[], titles: readonly string[]): string[] {
  const known = new Set(titles.map((title) => wordsIn(title).join(' ')))
  const seen = new Set<string>()
  return lines.map((line) => {
    const [first, ...rest] = cellsOf(line.trimStart())
    const name = wordsIn(first ?? '').join(' ')
    if (rest.length === 0 || !known.has(name)) return line
    const again = seen.has(name)
    seen.add(name)
    return again ? line.trimStart().slice(first!.length) : line
  })
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Every text that a bank keeps, wherever it keeps it. */
export function keptTexts(bank: ParsedBank): string[] {
  return [
    bank.title,
    ...bank.sections.flatMap((section) => [section.title, section.definition ?? '']),
    ...bank.questions.map((question) => question.text),
    // Every further story that names a section or question again keeps its words by belonging to it.
    ...namedAgain(bank),
    ...bank.stories.flatMap((story) => [
      story.title,
      ...story.notes.map((note) => note.text),
      ...story.points.map((point) => point.text),
    ]),
    ...bank.other.map((other) => other.text),
  ]
}

/** Every word of {@link keptTexts}. */
export const keptWords = (bank: ParsedBank): string[] => [
  ...keptTexts(bank).flatMap(wordsIn),
  ...bank.other.flatMap(({ text }) => joinedWords(text)),
]

// Text beside the stories is kept as written; markup inside a word divides it only there.
function joinedWords(text: string): string[] {
  const written = wordsIn(text)
  return wordsIn(plain(markInline(said(text).replace(INLINE_TAG, '')))).filter((word) => {
    const at = written.indexOf(word)
    if (at >= 0) written.splice(at, 1)
    return at < 0
  })
}

function namedAgain(bank: ParsedBank): string[] {
  const seen = new Set<string>()
  const texts = new Map([
    ...bank.sections.map(({ id, title }) => [id, title] as const),
    ...bank.questions.map(({ id, text }) => [id, text] as const),
  ])
  return bank.stories.flatMap(({ sectionId, questionIds }) =>
    [sectionId, ...questionIds].flatMap((id) => {
      if (id === null || !seen.has(id)) {
        seen.add(id ?? '')
        return []
      }
      return [texts.get(id)!]
    }),
  )
}

/** Words of the document that the bank lost, each as often as it is missing. */
export function lostWords(text: string, bank: ParsedBank): string[] {
  const kept = new Map<string, number>()
  for (const word of keptWords(bank)) kept.set(word, (kept.get(word) ?? 0) + 1)
  return wordsOf(text, bank).filter((word) => {
    const left = kept.get(word) ?? 0
    kept.set(word, left - 1)
    return left <= 0 && !isSlipOfLabel(word)
  })
}

/** A label with a letter missing, as broken lines and typing errors leave it, survives as the part as well. */
const isSlipOfLabel = (word: string) => {
  const meaning = meaningOf(word)
  return word.length >= 5 && meaning !== null && isPart(meaning.role) && !LABEL_WORDS.has(word)
}

const wordsOf = (text: string, bank: ParsedBank) =>
  documentWords(
    text,
    bank.stories.map((story) => story.title),
    bank.questions.map((question) => question.text),
  )

/** Share of a document's words that its bank keeps, from 0 to 1. */
export function retention(text: string, bank: ParsedBank): number {
  const all = wordsOf(text, bank).length
  return all === 0 ? 1 : 1 - lostWords(text, bank).length / all
}

/** Reads a bank from text as an import would. */
export function readBank(text: string): ParsedBank {
  return readDocument({ fileName: 'Untitled.md', bytes: new TextEncoder().encode(text) }).bank
}
