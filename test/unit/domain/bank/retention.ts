import type { ParsedBank } from '#domain/bank/bank'
import { readBank as readDocument } from '#domain/bank/read'

// A recognised label survives as the part of its points; numbering and "Story 1:" as their order.
const MARKUP: readonly RegExp[] = [
  /^\s*(?:```|~~~)\s*\w*\s*$/gm,
  /^[\s>|*_#✓✔-]*(?:\d{1,2}[.)])?[\s*_]*(?:situation|task|actions?|results?|learning|aufgabe|handlung|ergebnis|frage|s|t|a|r|l)[^\p{L}\p{N}\n]*?(?:[:：—–|-]|$)/gimu,
  /(?<=[.:]\s)(?:situation|task|actions?|results?)\s*:/gi,
  /^[\s>*_#-]*(?:[^\p{L}\p{N}\n]{0,4})(?:\d+[.)]\s*)?(?:STAR\s*[—:–-]|(?:story|question|example|q)\s*\d+(?:\.\d+)*\s*[:.—–-])/gimu,
  /^[\s>#|✓✔*]*\d{1,3}[.)](?=\s)/gm,
  /\]\([^)]*\)/g,
  /<\/?[a-z]+>/g,
  /^[\s>#]*(?:google )?definition\s*(?::|$)/gim,
]

/** The words of a document that a reader would miss, without its markup. */
export function documentWords(text: string): string[] {
  return wordsIn(MARKUP.reduce((rest, markup) => rest.replace(markup, ' '), text))
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Every word that a bank keeps, wherever it keeps it. */
export function keptWords(bank: ParsedBank): string[] {
  const texts = [
    bank.title,
    ...bank.sections.flatMap((section) => [section.title, section.definition ?? '']),
    ...bank.questions.map((question) => question.text),
    ...bank.stories.flatMap((story) => [story.title, ...story.notes.map((note) => note.text), ...story.points.map((point) => point.text)]),
    ...bank.other.map((other) => other.text),
  ]
  return texts.flatMap(wordsIn)
}

/** Words of the document that the bank lost, each as often as it is missing. */
export function lostWords(text: string, bank: ParsedBank): string[] {
  const kept = new Map<string, number>()
  for (const word of keptWords(bank)) kept.set(word, (kept.get(word) ?? 0) + 1)
  return documentWords(text).filter((word) => {
    const left = kept.get(word) ?? 0
    kept.set(word, left - 1)
    return left <= 0
  })
}

/** Share of a document's words that its bank keeps, from 0 to 1. */
export function retention(text: string, bank: ParsedBank): number {
  const all = documentWords(text).length
  return all === 0 ? 1 : 1 - lostWords(text, bank).length / all
}

/** Reads a bank from text as an import would. */
export function readBank(text: string): ParsedBank {
  return readDocument({ fileName: 'Untitled.md', bytes: new TextEncoder().encode(text) }).bank
}
