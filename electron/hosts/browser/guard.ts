import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Decides which requests are ours: the browser host is reachable for every program and page on this machine. */
export interface Guard {
  readonly cookie: string
  /** A page elsewhere can point its own name at 127.0.0.1; the Host header gives that away. */
  hostAllowed(request: IncomingMessage): boolean
  /** Browsers name the page that opens a WebSocket; only our own may. */
  originAllowed(request: IncomingMessage): boolean
  hasCookie(request: IncomingMessage): boolean
  tokenMatches(candidate: string | null): boolean
}

/** Cookies are shared by all ports of a host, so the cookie's name carries the port. */
export function createGuard(port: number, token: string): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  const cookieName = `starbeat-${port}`

  const tokenMatches = (candidate: string | null): boolean => {
    const given = Buffer.from(candidate ?? '')
    const wanted = Buffer.from(token)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }

  return {
    cookie: `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    tokenMatches,
    hostAllowed: (request) => hosts.has(request.headers.host ?? ''),
    originAllowed: ({ headers }) => headers.origin === `http://${headers.host}`,
    hasCookie: ({ headers }) => {
      const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
      return pairs.some(([name, value]) => name === cookieName && tokenMatches(value ?? ''))
    },
  }
}
