import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { type AgentOptions, Agent as HttpsAgent, type RequestOptions, request as requestHttps } from 'node:https'
import { addAbortSignal, type Duplex } from 'node:stream'
import { getCACertificates } from 'node:tls'
import { AppError } from '#domain/errors'
import type { Proxies } from './proxies.ts'

const MOST_REDIRECTS = 10

export interface GetOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly proxies: Proxies
}

/**
 * Asks for an address, through the proxy that is meant for it, and follows redirects; answers when the head of the
 * answer is there. Throws `download-refused` for redirects without end, `download-proxy`, and Node's errors of the network.
 */
export async function httpGet(url: string, options: GetOptions): Promise<IncomingMessage> {
  let at = url
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await getOnce(at, options)
    const location = isRedirect(response.statusCode) ? response.headers.location : undefined
    if (location === undefined) return response
    response.destroy()
    if (!URL.canParse(location, at)) break
    at = new URL(location, at).href
  }
  throw new AppError('download-refused', { detail: 'redirects without end' })
}

const isRedirect = (status: number | undefined): boolean => [301, 302, 303, 307, 308].includes(status ?? 0)

async function getOnce(url: string, { headers, signal, proxies }: GetOptions): Promise<IncomingMessage> {
  const { protocol } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') throw new AppError('download-refused', { detail: protocol })
  // No connection is kept: a broken one would be met again.
  const agentOptions = { keepAlive: false, proxyEnv: await proxies(url) }
  const isSecure = protocol === 'https:'
  const agent = isSecure ? new AbortableAgent({ ...agentOptions, ca: trusted() }, signal) : new HttpAgent(agentOptions)
  const request = isSecure ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, headers, signal }, resolve)
    call.once('error', reject)
    call.end()
  })
}

/** Whom Node trusts and whom the system does: companies put the certificate of their own proxy there. */
const trusted = (): string[] => [...new Set([...getCACertificates('default'), ...getCACertificates('system')])]

/** While a proxy opens a tunnel the request has no socket that its signal could end: the signal ends the socket itself. */
class AbortableAgent extends HttpsAgent {
  readonly #signal: AbortSignal
  constructor(options: AgentOptions, signal: AbortSignal) {
    super(options)
    this.#signal = signal
  }
  override createConnection(options: RequestOptions, callback?: (error: Error | null, stream: Duplex) => void) {
    const socket = super.createConnection(options, callback)
    return socket && addAbortSignal(this.#signal, socket)
  }
}
