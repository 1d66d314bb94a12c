import { Readable } from 'node:stream'
import { SECURITY_HEADERS } from './content-policy.ts'

/** One byte range of a Range header (RFC 9110, 14.1.2), both ends inclusive; null when it cannot be met. */
export function parseRange(header: string, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  if (!match || (match[1] === '' && match[2] === '')) return null
  if (match[1] === '') {
    const length = Math.min(size, Number(match[2]))
    return length === 0 ? null : { start: size - length, end: size - 1 }
  }
  const start = Number(match[1])
  const end = match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]))
  return start <= end ? { start, end } : null
}

/** Something that is served in bytes: how many there are, and those from `start` (inclusive) to `end` (exclusive). */
export interface Served {
  readonly bytes: number
  read(start: number, end: number): AsyncIterable<Uint8Array>
}

/** What a recording that is served in ranges is answered with; `body` is null where the range cannot be met. */
export function audioAnswer(rangeHeader: string | null, { bytes, read }: Served) {
  const range = rangeHeader === null ? { start: 0, end: bytes - 1 } : parseRange(rangeHeader, bytes)
  if (!range) return { status: 416, headers: { 'Content-Range': `bytes */${bytes}` }, body: null }
  const headers: Record<string, string> = {
    ...SECURITY_HEADERS,
    'Content-Type': 'audio/wav',
    'Content-Length': String(range.end - range.start + 1),
    'Accept-Ranges': 'bytes',
  }
  if (rangeHeader !== null) headers['Content-Range'] = `bytes ${range.start}-${range.end}/${bytes}`
  // In byte mode, so that little is decoded before it is asked for.
  const body = Readable.from(read(range.start, range.end + 1), { objectMode: false })
  return { status: rangeHeader === null ? 200 : 206, headers, body }
}
