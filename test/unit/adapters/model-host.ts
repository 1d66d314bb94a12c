import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers one request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A request as it came: its path, and the headers that downloads go on with. */
export interface Seen {
  readonly path: string
  readonly range: string | undefined
  readonly ifRange: string | undefined
}

/** A model host that behaves as it is told, one behaviour a request; the last one stays. */
export async function startModelHost(...behaviours: Behaviour[]) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const { range, 'if-range': ifRange } = request.headers
    seen.push({ path: request.url!, range, ifRange: ifRange as string | undefined })
    const behave = behaviours.length > 1 ? behaviours.shift()! : behaviours[0]!
    void behave(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url, seen, close, port: (server.address() as AddressInfo).port }
}

const asked = (request: IncomingMessage): number => Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)

interface Giving {
  /** Null: the server names no version. */
  readonly etag?: string | null
  /** Bytes after which the connection breaks. */
  readonly breakAfter?: number
  /** Ignores the range that was asked for. */
  readonly whole?: boolean
  /** What it says the length is. */
  readonly length?: number | null
}

/** Gives a file as a good server does, or with the faults that are asked for. */
export const giving =
  (file: Uint8Array, { etag = '"v1"', breakAfter, whole = false, length }: Giving = {}): Behaviour =>
  (request, response) => {
    const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === etag
    const from = whole || !isSame ? 0 : asked(request)
    const body = file.subarray(from)
    const total = length === undefined ? body.length : length
    response.writeHead(from > 0 ? 206 : 200, {
      ...(total === null ? {} : { 'content-length': total }),
      ...(etag === null ? {} : { etag }),
      ...(from > 0 ? { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` } : {}),
    })
    if (breakAfter === undefined) return void response.end(body)
    response.write(body.subarray(0, breakAfter), () => response.destroy())
  }

/** Answers a status without a file. */
export const status =
  (code: number, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    void response.writeHead(code, headers).end()

/** Closes the connection without a word. */
export const hangUp: Behaviour = (request) => void request.socket.destroy()

/** Sends some bytes of a file and then nothing; tells when it has fallen silent. */
export const stalling =
  (file: Uint8Array, after: number, onSilent: () => void): Behaviour =>
  (_request, response) => {
    response.writeHead(200, { 'content-length': file.length, etag: '"v1"' })
    response.write(file.subarray(0, after), onSilent)
  }
