import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { attachmentHeaders, audioIdOf, backupNameOf, SECURITY_HEADERS } from '../content-policy.ts'

/** The scheme and origin of our page; no file:// and no http:// is ever loaded. */
export const SCHEME = 'starbeat'
export const APP_ORIGIN = `${SCHEME}://app`

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Answers the page's own requests: its files, and recordings with byte ranges. Anything else is 404. */
export async function answerRequest(
  request: { url: string; headers: { get(name: string): string | null } },
  rooms: { rendererDir: string; audioPath(attemptId: string): string; backupPath(name: string): string },
): Promise<Response> {
  const url = new URL(request.url)
  if (url.protocol !== `${SCHEME}:` || url.host !== 'app') return notFound()
  const audioId = audioIdOf(url.pathname)
  if (audioId) return serveAudio(rooms.audioPath(audioId), request.headers.get('range'))
  const backup = backupNameOf(url.pathname)
  if (backup) return serveBackup(rooms.backupPath(backup), backup)
  return serveFile(rooms.rendererDir, url.pathname === '/' ? '/index.html' : url.pathname)
}

async function serveFile(root: string, pathname: string): Promise<Response> {
  const file = normalize(join(root, decodeURIComponent(pathname)))
  if (!file.startsWith(root + sep)) return notFound()
  const body = await readFile(file).catch(() => null)
  if (!body) return notFound()
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Type': type } })
}

async function serveAudio(file: string, rangeHeader: string | null): Promise<Response> {
  const size = await sizeOf(file)
  if (size === 0) return notFound()
  const range = rangeHeader === null ? { start: 0, end: size - 1 } : parseRange(rangeHeader, size)
  if (!range) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
  const headers: Record<string, string> = {
    ...SECURITY_HEADERS,
    'Content-Type': extname(file) === '.flac' ? 'audio/flac' : 'audio/wav',
    'Content-Length': String(range.end - range.start + 1),
    'Accept-Ranges': 'bytes',
  }
  if (rangeHeader !== null) headers['Content-Range'] = `bytes ${range.start}-${range.end}/${size}`
  const stream = Readable.toWeb(createReadStream(file, range)) as ReadableStream<Uint8Array>
  return new Response(stream, { status: rangeHeader === null ? 200 : 206, headers })
}

async function serveBackup(file: string, name: string): Promise<Response> {
  const size = await sizeOf(file)
  if (size === 0) return notFound()
  const stream = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const headers = { ...SECURITY_HEADERS, ...attachmentHeaders(name), 'Content-Length': String(size) }
  return new Response(stream, { headers })
}

/** The size of a file; 0 where there is none. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    (entry) => entry.size,
    () => 0,
  )

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

const notFound = (): Response => new Response(null, { status: 404, headers: SECURITY_HEADERS })
