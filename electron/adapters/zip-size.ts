import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const MAX_COMMENT_BYTES = 0xffff
const DEFLATED = 8

interface Entry {
  method: number
  packed: Uint8Array
  /** What the zip says of itself; it may lie. Bytes. */
  declaredBytes: number
}

/** How large the files in a zip say they are, together; null for what is no zip. Bytes. */
export function declaredSize(zip: Uint8Array): number | null {
  return entriesOf(zip)?.reduce((sum, entry) => sum + entry.declaredBytes, 0) ?? null
}

/** Whether the files in a zip really stay within a limit, together, whatever they say. */
export function fitsWithin(zip: Uint8Array, maxBytes: number): boolean {
  let left = maxBytes
  for (const { method, packed } of entriesOf(zip) ?? []) {
    try {
      left -= method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: left + 1 }).length : packed.length
    } catch (error) {
      // A damaged file is told by whoever reads it.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') continue
      return false
    }
    if (left < 0) return false
  }
  return true
}

/** The files that a zip's central directory lists (PKWARE's APPNOTE, 4.3); null when there is none. */
function entriesOf(zip: Uint8Array): Entry[] | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) return null
    const local = view.getUint32(at + 42, true)
    if (local + LOCAL_BYTES > view.byteLength) return null
    const from = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    entries.push({
      method: view.getUint16(at + 10, true),
      packed: zip.subarray(from, from + view.getUint32(at + 20, true)),
      declaredBytes: view.getUint32(at + 24, true),
    })
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Where the record stands that ends every zip; a comment may follow it. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}
