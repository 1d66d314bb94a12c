import { describe, expect, it } from 'vitest'
import { environmentProxies, systemProxies } from '../../../electron/adapters/models/proxies.ts'
import { sessionProxies } from '../../../electron/hosts/electron/session-proxies.ts'

const URL = 'https://models.example/file'

describe('the proxies of the environment', () => {
  it.each([
    [{}, {}],
    [
      { HTTPS_PROXY: 'http://a:1', HTTP_PROXY: 'http://b:2', NO_PROXY: 'c' },
      { HTTPS_PROXY: 'http://a:1', NO_PROXY: 'c' },
    ],
    [{ https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2' }, { HTTPS_PROXY: 'http://a:1' }],
    [{ https_proxy: '', HTTPS_PROXY: 'http://b:2' }, { HTTPS_PROXY: 'http://b:2' }],
    [{ HTTPS_PROXY: 'a.example:1' }, { HTTPS_PROXY: 'http://a.example:1' }],
    [{ HTTPS_PROXY: 'https://me:secret@a:1' }, { HTTPS_PROXY: 'https://me:secret@a:1' }],
    [{ all_proxy: 'http://a:1' }, { HTTPS_PROXY: 'http://a:1' }],
    [{ ALL_PROXY: 'socks5://a:1', HTTPS_PROXY: 'http://b:2' }, { HTTPS_PROXY: 'http://b:2' }],
    [{ HTTP_PROXY: 'socks5://a:1' }, {}],
    [{ HTTPS_PROXY: 'socks5://a:1', NO_PROXY: '*' }, {}],
  ])('%j', async (env, proxies) => expect(await environmentProxies(env)(URL)).toEqual(proxies))

  it('are chosen by the address', async () => {
    const proxies = environmentProxies({ HTTP_PROXY: 'http://a:1', HTTPS_PROXY: 'http://b:2' })
    expect(await proxies('http://models.example/file')).toEqual({ HTTP_PROXY: 'http://a:1' })
  })

  it.each(['socks5://a:1', 'http://', ':::', 'http://a:port'])(
    'are not gone around when Node cannot use them: %s',
    async (proxy) => {
      await expect(environmentProxies({ ALL_PROXY: proxy })(URL)).rejects.toMatchObject({ code: 'download-proxy' })
    },
  )
})

describe('the proxies of the system', () => {
  const both = (proxy: string) => ({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy })
  it.each([
    ['DIRECT', {}],
    ['PROXY proxy.example:3128', both('http://proxy.example:3128')],
    ['HTTPS proxy.example:443', both('https://proxy.example:443')],
    ['SOCKS5 socks.example:1080; PROXY proxy.example:3128; DIRECT', both('http://proxy.example:3128')],
    ['PROXY a:1; PROXY b:2', both('http://a:1')],
    ['SOCKS5 socks.example:1080; DIRECT', {}],
  ])('%s', async (answer, proxies) => expect(await systemProxies(async () => answer)(URL)).toEqual(proxies))

  it('are not gone around when Node speaks none of them', async () => {
    await expect(systemProxies(async () => 'SOCKS5 socks.example:1080')(URL)).rejects.toMatchObject({
      code: 'download-proxy',
    })
  })

  it('are those that the session of the window has for the address', async () => {
    const asked: string[] = []
    const session = {
      async resolveProxy(url: string) {
        asked.push(url)
        return 'PROXY p:1'
      },
    }
    expect(await sessionProxies(session)(URL)).toEqual(both('http://p:1'))
    expect(asked).toEqual([URL])
  })
})
