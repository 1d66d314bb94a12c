import { AppError } from '#domain/errors'

/** Proxies as Node’s agents take them: the variables that programs of the command line read. */
export type ProxySettings = {
  readonly HTTP_PROXY?: string
  readonly HTTPS_PROXY?: string
  readonly NO_PROXY?: string
}

/** The proxies for an address. Throws `download-proxy` when they are of a kind that Node does not speak. */
export type Proxies = (url: string) => Promise<ProxySettings>

/** The proxies that the environment names (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in either case). */
export function environmentProxies(env: Readonly<Record<string, string | undefined>>): Proxies {
  const named = (name: 'HTTP_PROXY' | 'HTTPS_PROXY' | 'NO_PROXY') => {
    const value = env[name.toLowerCase()] || env[name]
    return value ? { [name]: value } : {}
  }
  return async () => ({ ...named('HTTP_PROXY'), ...named('HTTPS_PROXY'), ...named('NO_PROXY') })
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
