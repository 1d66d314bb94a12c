import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { audioAnswer, type Served } from '../byte-range.ts'
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
  rooms: {
    rendererDir: string
    audioPath(attemptId: string): string
    unpackedAudio(attemptId: string): Promise<Served>
    backupPath(name: string): string
  },
): Promise<Response> {
  const url = new URL(request.url)
  if (url.protocol !== `${SCHEME}:` || url.host !== 'app') return notFound()
  const audioId = audioIdOf(url.pathname)
  if (audioId) {
    return serveAudio(rooms.audioPath(audioId), () => rooms.unpackedAudio(audioId), request.headers.get('range'))
  }
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

async function serveAudio(
  file: string,
  unpacked: () => Promise<Served>,
  rangeHeader: string | null,
): Promise<Response> {
  const served = await (extname(file) === '.flac' ? unpacked() : plainFile(file)).catch(() => null)
  if (!served || served.bytes === 0) return notFound()
  const { status, headers, body } = audioAnswer(rangeHeader, served)
  return new Response(body && (Readable.toWeb(body) as ReadableStream<Uint8Array>), { status, headers })
}

const plainFile = async (file: string): Promise<Served> => ({
  bytes: await sizeOf(file),
  read: (start, end) => createReadStream(file, { start, end: end - 1 }),
})

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

const notFound = (): Response => new Response(null, { status: 404, headers: SECURITY_HEADERS })
