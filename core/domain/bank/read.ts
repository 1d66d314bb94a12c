import { finish, type Steps, within } from '../steps.ts'
import type { ParsedBank } from './bank.ts'
import { decodeSource } from './decode.ts'
import { formatOf, titleOfFile } from './format.ts'
import { htmlSteps } from './html.ts'
import { parseSteps } from './parse.ts'

/** A document as it comes in. */
export interface BankFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** A document's text, and what it was understood to say. HTML is turned into Markdown; lines count in `text`. */
export interface ReadBank {
  text: string
  bank: ParsedBank
}

// Turning a page into Markdown takes about as long as reading that.
const HTML_SHARE = 0.5

/** The text of a document as the importer shows and counts it. Throws like {@link decodeSource}. */
export const textOf = (file: BankFile): { text: string; repaired: boolean } => finish(textSteps(file))

function* textSteps({ fileName, bytes }: BankFile): Steps<{ text: string; repaired: boolean }> {
  const { text, repaired } = decodeSource(bytes)
  return { text: formatOf(fileName) === 'html' ? yield* within(htmlSteps(text), 0, HTML_SHARE) : text, repaired }
}

/**
 * Reads a document from its bytes, in steps. A repaired encoding is told as a problem. Throws `not-text` or
 * `bank-too-large`; documents of Word must have been turned into HTML before.
 */
export function* readBankSteps(file: BankFile): Steps<ReadBank> {
  const { text, repaired } = yield* textSteps(file)
  const share = formatOf(file.fileName) === 'html' ? HTML_SHARE : 0.02
  yield share
  const format = formatOf(file.fileName)
  const bank = yield* within(parseSteps(text, { fallbackTitle: titleOfFile(file.fileName), format }), share, 1)
  if (!repaired) return { text, bank }
  const message =
    'Some characters were saved in a wrong encoding and have been repaired. The original is kept as it is.'
  return { text, bank: { ...bank, problems: [{ line: 1, code: 'encoding-repaired', message }, ...bank.problems] } }
}

/** Reads a document at once; see {@link readBankSteps}. */
export const readBank = (file: BankFile): ReadBank => finish(readBankSteps(file))
