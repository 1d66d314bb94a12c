import type { ParsedBank } from './bank.ts'
import { decodeSource } from './decode.ts'
import { parseBank } from './parse.ts'

/**
 * Reads a document from its bytes: its text, and what it was understood to say. A repaired encoding is told as a
 * problem. Throws `not-text` or `bank-too-large`.
 */
export function readBank(bytes: Uint8Array, options: { fallbackTitle: string }): { text: string; bank: ParsedBank } {
  const { text, repaired } = decodeSource(bytes)
  const bank = parseBank(text, options)
  if (!repaired) return { text, bank }
  const message =
    'Some characters were saved in a wrong encoding and have been repaired. The original is kept as it is.'
  return { text, bank: { ...bank, problems: [{ line: 1, code: 'encoding-repaired', message }, ...bank.problems] } }
}
