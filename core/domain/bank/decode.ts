import { AppError } from '../errors.ts'
import { CANONICAL_MARK } from './canonical-text.ts'
import { repairMojibake } from './mojibake.ts'

/** The largest source the importer takes. Bytes. */
export const MAX_BANK_BYTES = 10 * 1024 * 1024

// Front matter ends within this.
const HEAD_BYTES = 4096
const STARBEAT = new RegExp(`^---[^\\S\\n]*\\n(?:(?!---).*\\n)*?${CANONICAL_MARK.key}:`)

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 64 * 1024)
  let strange = 0
  for (const byte of sample) {
    if (byte === 0) strange += 4
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) strange++
  }
  return strange > sample.length / 50
}

const isOurs = (bytes: Uint8Array) => STARBEAT.test(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)))

function decodeBytes(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  if (!isOurs(bytes) && looksBinary(bytes)) throw new AppError('not-text')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * The text of a bank's file with its encoding told apart and damage undone; line numbers stay those of the file.
 * Throws `not-text` for binary data and `bank-too-large` beyond {@link MAX_BANK_BYTES}.
 */
export function decodeSource(bytes: Uint8Array): { text: string; repaired: boolean } {
  if (bytes.length > MAX_BANK_BYTES) throw new AppError('bank-too-large', { detail: `${bytes.length} bytes` })
  const text = decodeBytes(bytes)
  // Starbeat wrote it: what stands there is meant.
  if (isOurs(bytes)) return { text, repaired: false }
  const plain = text.includes('\0') ? text.replaceAll('\0', '') : text
  return repairMojibake(plain)
}
