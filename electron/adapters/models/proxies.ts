import { AppError } from '#domain/errors'

/** Proxies as Node’s agents take them: the variables that programs of the command line read. */
export type ProxySettings = {
  readonly HTTP_PROXY?: string
  readonly HTTPS_PROXY?: string
  readonly NO_PROXY?: string
}

/** The proxies for an address. Throws `download-proxy` when they are of a kind that Node does not speak. */
export type Proxies = (url: string) => Promise<ProxySettings>

/**
 * The proxies that the environment names (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY for both, NO_PROXY, in either case); without
 * a scheme they are HTTP proxies. One that Node does not speak is not gone around, as Node itself would.
 */
export function environmentProxies(env: Readonly<Record<string, string | undefined>>): Proxies {
  const named = (name: string) => env[name.toLowerCase()] || env[name] || undefined
  return async (url) => {
    const name = url.startsWith('https:') ? 'HTTPS_PROXY' : 'HTTP_PROXY'
    const proxy = named(name) ?? named('ALL_PROXY')
    const noProxy = named('NO_PROXY')
    if (proxy === undefined || noProxy === '*') return {}
    return { [name]: readProxy(proxy), ...(noProxy ? { NO_PROXY: noProxy } : {}) }
  }
}

function readProxy(text: string): string {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`
  if (!/^https?:/i.test(address) || !URL.canParse(address)) throw new AppError('download-proxy')
  return address
}

/**
 * The proxies that the system's settings name, through a function that answers as Chromium does: "PROXY host:port;
 * DIRECT". The first that Node speaks is taken; a system that names only others is not gone around.
 */
export function systemProxies(resolve: (url: string) => Promise<string>): Proxies {
  return async (url) => {
    const named = (await resolve(url)).split(';').map((entry) => entry.trim())
    for (const entry of named) {
      if (entry === 'DIRECT' || entry === '') return {}
      const match = /^(PROXY|HTTPS) (\S+)$/.exec(entry)
      if (!match) continue
      const proxy = `${match[1] === 'HTTPS' ? 'https' : 'http'}://${match[2]}`
      return { HTTP_PROXY: proxy, HTTPS_PROXY: proxy }
    }
    throw new AppError('download-proxy')
  }
}
