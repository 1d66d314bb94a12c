import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname, extname } from 'node:path'
import { pipeline } from 'node:stream'
import send from 'send'
import { WebSocketServer } from 'ws'
import type { App } from '../app.ts'
import { audioAnswer, type Served } from '../byte-range.ts'
import { attachmentHeaders, audioIdOf, backupNameOf, SECURITY_HEADERS } from '../content-policy.ts'
import { createGuard, type Guard } from './guard.ts'
import { webSocketTransport } from './transport.ts'

/** The largest message: a 10 MB bank with room for its envelope. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024

/** How long a page may be away while it is loaded again, and how long the first one may take to come. */
const RELOAD_MS = 1000
const FIRST_PAGE_MS = 10_000
const LOOK_EVERY_MS = 100

export interface BrowserServer {
  /** Opens the app; holds the token of this launch. */
  readonly url: string
  /** Resolves when no page is open: a second after the last one went, or when none came within ten. */
  untilUnused(): Promise<void>
  close(): Promise<void>
}

/** Serves the page, its recordings and the contract on 127.0.0.1, to whoever holds the token of this launch. */
export async function startServer(app: App, rendererDir: string): Promise<BrowserServer> {
  const token = randomBytes(24).toString('base64url')
  const server = createServer()
  const port = await listen(server)
  const guard = createGuard(port, token)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  let hadPage = false

  server.on('request', (request, response) => answer(request, response, { app, guard, rendererDir }))
  server.on('upgrade', (request, socket, head) => {
    // Node leaves the socket to us here: without a listener its error, without an end its open half would stay.
    socket.on('error', () => socket.destroy())
    const ours = guard.hostAllowed(request) && guard.originAllowed(request) && guard.hasCookie(request)
    if (!ours || addressOf(request)?.pathname !== '/socket') {
      return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n', () => socket.destroy())
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      hadPage = true
      app.connect(webSocketTransport(webSocket))
    })
  })

  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    async untilUnused() {
      for (let unusedMs = 0; unusedMs < (hadPage ? RELOAD_MS : FIRST_PAGE_MS); unusedMs += LOOK_EVERY_MS) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS).unref())
        if (sockets.clients.size > 0) unusedMs = 0
      }
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** What the request asks for; null for what is no address ("//"), which any page may send. */
const addressOf = (request: IncomingMessage): URL | null => URL.parse(request.url ?? '/', 'http://host')

interface Rooms {
  readonly app: App
  readonly guard: Guard
  readonly rendererDir: string
}

function answer(request: IncomingMessage, response: ServerResponse, { app, guard, rendererDir }: Rooms): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  if (!guard.hostAllowed(request)) return refuse(response, 403, 'This address is not Starbeat.')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Not allowed.')

  const url = addressOf(request)
  if (!url) return refuse(response, 400, 'This is not an address.')
  if (url.pathname === '/' && guard.tokenMatches(url.searchParams.get('token'))) return welcome(response, guard)
  if (!guard.hasCookie(request)) {
    return refuse(response, 403, 'Open Starbeat with the address that it printed when it started.')
  }
  const audioId = audioIdOf(url.pathname)
  if (audioId) {
    const file = app.audioPath(audioId)
    if (extname(file) === '.flac') return void serveUnpacked(request, response, app.unpackedAudio(audioId))
    send(request, basename(file), { root: dirname(file), cacheControl: false, index: false }).pipe(response)
    return
  }
  const backup = backupNameOf(url.pathname)
  if (backup) {
    for (const [name, value] of Object.entries(attachmentHeaders(backup))) response.setHeader(name, value)
    send(request, backup, { root: dirname(app.backupPath(backup)), cacheControl: false, index: false }).pipe(response)
    return
  }
  const immutable = url.pathname.startsWith('/assets/')
  const path = url.pathname === '/' ? '/index.html' : url.pathname
  send(request, path, { root: rendererDir, index: false, immutable, maxAge: immutable ? '1y' : 0 }).pipe(response)
}

/** A compressed recording has the address and the bytes that it always had: it may be compressed while it is heard. */
async function serveUnpacked(request: IncomingMessage, response: ServerResponse, opening: Promise<Served>) {
  const served = await opening.catch(() => null)
  if (!served) return refuse(response, 404, 'There is no such recording.')
  const { status, headers, body } = audioAnswer(request.headers.range ?? null, served)
  response.writeHead(status, headers)
  if (!body || request.method === 'HEAD') {
    body?.destroy()
    response.end()
    return
  }
  // Who stops listening ends it; what cannot be decoded ends the answer before its time.
  pipeline(body, response, () => {})
}

/** The token goes into a cookie and out of the address bar. */
function welcome(response: ServerResponse, guard: Guard): void {
  response.writeHead(303, { 'Set-Cookie': guard.cookie, Location: '/', 'Cache-Control': 'no-store' }).end()
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(reason)
}
