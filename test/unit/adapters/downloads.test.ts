import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import { createModelDownloads, type DownloadsOptions } from '../../../electron/adapters/models/downloads.ts'
import type { FetchOptions } from '../../../electron/services/ports/model.ts'
import { type Behaviour, giving, hangUp, stalling, startModelHost, status } from './model-host.ts'

const MICRO = readFileSync(join(import.meta.dirname, '../../fixtures/ggml-micro.en.bin'))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const FILE = { fileName: 'ggml-micro.en.bin', sizeBytes: MICRO.length, sha256: sha256(MICRO) }
const OTHER = Buffer.from(MICRO).fill(7, 1000, 2000)
const PART = `${FILE.fileName}.download`

let folder: string
let waits: number[]
let closers: (() => void)[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starbeat-downloads-'))
  waits = []
  closers = []
})
afterEach(() => {
  for (const close of closers) close()
  rmSync(folder, { recursive: true, force: true })
})

const host = async (...behaviours: Behaviour[]) => {
  const started = await startModelHost(...behaviours)
  closers.push(started.close)
  return started
}

/** Downloads that never wait and whose alarms ring only when a test says so. */
function downloads(options: Partial<DownloadsOptions> = {}) {
  return createModelDownloads({
    folder,
    proxies: async () => ({}),
    freeBytes: async () => 1e12,
    timing: {
      async wait(ms, signal) {
        signal.throwIfAborted()
        waits.push(ms)
      },
      alarm: () => () => {},
    },
    ...options,
  })
}

const fetching = (url: string, how: Partial<FetchOptions> = {}): FetchOptions => ({
  url: `${url}/micro`,
  signal: new AbortController().signal,
  report: () => {},
  ...how,
})

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.code,
  )

/** The page on which a network wants one to sign in, as its answer to everything. */
const page =
  (headers: Record<string, string>): Behaviour =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.write('<html>')
    response.end()
  }

/** The file is whole and right, and becomes a model. */
async function expectWhole(download: ReturnType<ReturnType<typeof downloads>['open']>) {
  expect(await download.check()).toMatchObject({ kind: 'speech', model: { sizeBytes: MICRO.length } })
  await download.install()
  expect(readdirSync(folder)).toEqual([FILE.fileName])
  expect(readFileSync(join(folder, FILE.fileName)).equals(MICRO)).toBe(true)
}

describe('a download', () => {
  it('arrives whole, tells how much has come, and leaves nothing beside the model', async () => {
    const { url, seen } = await host(giving(MICRO))
    const told: number[] = []
    const download = downloads().open(FILE)
    await download.fetch(fetching(url, { report: (bytes) => told.push(bytes) }))
    expect(existsSync(join(folder, FILE.fileName))).toBe(false)
    await expectWhole(download)
    expect(seen).toEqual([{ path: '/micro', range: undefined, ifRange: undefined }])
    expect([told[0], told.at(-1)]).toEqual([0, MICRO.length])
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })

  it('goes on where a broken connection stopped', async () => {
    const { url, seen } = await host(giving(MICRO, { breakAfter: 500_000 }), hangUp, giving(MICRO))
    const download = downloads().open(FILE)
    await download.fetch(fetching(url))
    await expectWhole(download)
    expect(seen[0]!.range).toBeUndefined()
    expect(seen[1]).toEqual({ path: '/micro', range: expect.stringMatching(/^bytes=[1-9]\d*-$/), ifRange: '"v1"' })
    expect(waits).toEqual([1000, 2000])
  })

  it('goes on after the app was closed', async () => {
    const first = await host(giving(MICRO, { breakAfter: 700_000 }), hangUp)
    expect(await code(downloads().open(FILE).fetch(fetching(first.url)))).toBe('download-unreachable')
    const arrived = (await downloads().partial()).get(FILE.fileName)!
    expect(arrived).toBeGreaterThan(0)
    const second = await host(giving(MICRO))
    const download = downloads().open(FILE)
    await download.fetch(fetching(second.url))
    expect(second.seen).toEqual([{ path: '/micro', range: `bytes=${arrived}-`, ifRange: '"v1"' }])
    await expectWhole(download)
  })

  it('needs no server when everything had arrived', async () => {
    const first = await host(giving(MICRO))
    await downloads().open(FILE).fetch(fetching(first.url))
    const download = downloads().open(FILE)
    await download.fetch(fetching('http://127.0.0.1:1'))
    await expectWhole(download)
  })

  it.each([
    ['ignores ranges', [giving(MICRO, { breakAfter: 400_000 }), giving(MICRO, { whole: true })]],
    ['has another version by now', [giving(OTHER, { breakAfter: 400_000 }), giving(MICRO, { etag: '"v2"' })]],
    ['says that the range is beyond its file', [giving(MICRO, { breakAfter: 400_000 }), status(416), giving(MICRO)]],
    [
      'sends another range',
      [
        giving(MICRO, { breakAfter: 400_000 }),
        status(206, { 'content-range': `bytes 5-9/${MICRO.length}`, 'content-length': '0' }),
        giving(MICRO),
      ],
    ],
  ] as [string, Behaviour[]][])('begins anew when the server %s', async (_what, behaviours) => {
    const { url } = await host(...behaviours)
    const download = downloads().open(FILE)
    await download.fetch(fetching(url))
    await expectWhole(download)
  })

  it.each([
    ['names no version', { etag: null, breakAfter: 400_000 }],
    ['names a version that no bytes belong to', { etag: 'W/"v1"', breakAfter: 400_000 }],
  ])('asks for the rest without a condition when the server %s', async (_what, first) => {
    const { url, seen } = await host(giving(MICRO, first), giving(MICRO))
    const download = downloads().open(FILE)
    await download.fetch(fetching(url))
    expect(seen[1]).toMatchObject({ range: expect.stringContaining('bytes='), ifRange: undefined })
    await expectWhole(download)
  })

  it.each([429, 500, 503])('tries again after status %i', async (passing) => {
    const { url } = await host(status(passing), status(passing), giving(MICRO))
    const download = downloads().open(FILE)
    await download.fetch(fetching(url))
    expect(waits).toEqual([1000, 2000])
    await expectWhole(download)
  })

  it.each([401, 403, 404, 410])('does not try again after status %i', async (refusal) => {
    const { url, seen } = await host(status(refusal))
    expect(await code(downloads().open(FILE).fetch(fetching(url)))).toBe('download-refused')
    expect(seen).toHaveLength(1)
    expect(readdirSync(folder)).toEqual([])
  })

  it('gives up after failures in a row, longer and longer apart, and keeps what arrived', async () => {
    const { url } = await host(giving(MICRO, { breakAfter: 300_000 }), status(503))
    expect(await code(downloads().open(FILE).fetch(fetching(url)))).toBe('download-refused')
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000])
    expect((await downloads().partial()).get(FILE.fileName)).toBeGreaterThan(0)
  })

  it('counts anew after a megabyte has come', async () => {
    const breaking = giving(MICRO, { breakAfter: 1_200_000 })
    const { url } = await host(status(500), status(500), breaking, breaking, status(500), giving(MICRO))
    await downloads().open(FILE).fetch(fetching(url))
    expect(waits).toEqual([1000, 2000, 1000, 1000, 2000])
  })

  it('says when nothing can be reached', async () => {
    const { url, close } = await host(hangUp)
    close()
    expect(await code(downloads().open(FILE).fetch(fetching(url)))).toBe('download-unreachable')
  })

  it('leaves a connection on which nothing comes any more', async () => {
    const silent = Promise.withResolvers<void>()
    const rings: (() => void)[] = []
    const { url } = await host(stalling(MICRO, 300_000, silent.resolve), giving(MICRO))
    const download = downloads({
      timing: {
        wait: async () => {},
        alarm(_ms, ring) {
          rings.push(ring)
          return () => {}
        },
      },
    }).open(FILE)
    const arrived = Promise.withResolvers<void>()
    const report = (bytes: number) => bytes >= 300_000 && arrived.resolve()
    const done = download.fetch(fetching(url, { report }))
    await Promise.all([silent.promise, arrived.promise])
    rings.at(-1)!()
    await done
    await expectWhole(download)
  })

  it('keeps what arrived when it is cancelled', async () => {
    const { url } = await host(stalling(MICRO, 300_000, () => {}))
    const stop = new AbortController()
    const report = (bytes: number) => bytes >= 300_000 && stop.abort()
    expect(
      await code(
        downloads()
          .open(FILE)
          .fetch(fetching(url, { signal: stop.signal, report })),
      ),
    ).toBe('cancelled')
    expect((await downloads().partial()).get(FILE.fileName)).toBe(300_000)
    await downloads().open(FILE).abandon()
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['a page in its place', page({ 'content-length': '6' })],
    ['a page of unknown length', page({})],
    ['a file of another length', giving(MICRO.subarray(0, 1000), { whole: true })],
  ])('keeps what arrived when the network gives %s', async (_what, behaviour) => {
    const first = await host(giving(MICRO, { breakAfter: 400_000 }), hangUp)
    await code(downloads().open(FILE).fetch(fetching(first.url)))
    const before = await downloads().partial()
    const { url, seen } = await host(behaviour)
    expect(await code(downloads().open(FILE).fetch(fetching(url)))).toBe('download-refused')
    expect(seen).toHaveLength(1)
    expect([before.get(FILE.fileName), await downloads().partial()]).toEqual([expect.any(Number), before])
  })

  it('does not write again what is known of a part: a full disk would lose it', async () => {
    const { url } = await host(giving(MICRO, { breakAfter: 400_000 }), hangUp)
    await code(downloads().open(FILE).fetch(fetching(url)))
    utimesSync(join(folder, `${PART}.json`), 1, 1)
    await code(downloads().open(FILE).fetch(fetching(url)))
    expect(statSync(join(folder, `${PART}.json`)).mtimeMs).toBe(1000)
  })

  it('is not listed when it has gone since the folder was read', async () => {
    symlinkSync(join(folder, 'gone'), join(folder, PART))
    expect(await downloads().partial()).toEqual(new Map())
  })

  it('can be cancelled between two tries', async () => {
    const { url } = await host(status(503))
    const stop = new AbortController()
    const patient = downloads({
      timing: {
        wait: (_ms, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason))
            stop.abort()
          }),
        alarm: () => () => {},
      },
    })
    expect(await code(patient.open(FILE).fetch(fetching(url, { signal: stop.signal })))).toBe('cancelled')
  })
})

describe('a wrong file', () => {
  it.each([
    ['other bytes of the same size', giving(OTHER)],
    ['a longer file without its length', giving(Buffer.concat([MICRO, MICRO]), { length: null })],
    ['another length than the file has', giving(MICRO.subarray(0, 1000))],
    ['the right file with another length', giving(MICRO, { length: MICRO.length + 500 })],
    ['a page in its place', giving(Buffer.from('<html>Sign in to this network</html>'))],
  ])('is deleted and never becomes a model: %s', async (_what, behaviour) => {
    const { url } = await host(behaviour)
    expect(await code(downloads().open(FILE).fetch(fetching(url)))).toBe('download-damaged')
    expect(readdirSync(folder)).toEqual([])
  })

  it('is noticed when it goes on from right bytes', async () => {
    const { url } = await host(
      giving(MICRO, { breakAfter: 400_000, etag: null }),
      giving(
        OTHER.map((b) => b ^ 1),
        { etag: null },
      ),
    )
    expect(await code(downloads().open(FILE).fetch(fetching(url)))).toBe('download-damaged')
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not gone on from when the catalogue wants another file by now', async () => {
    const first = await host(giving(OTHER, { breakAfter: 400_000 }), hangUp)
    const former = { ...FILE, sha256: sha256(OTHER) }
    await code(downloads().open(former).fetch(fetching(first.url)))
    const second = await host(giving(MICRO))
    const download = downloads().open(FILE)
    await download.fetch(fetching(second.url))
    expect(second.seen[0]!.range).toBeUndefined()
    await expectWhole(download)
  })

  it('whose beginning is of unknown origin begins anew', async () => {
    writeFileSync(join(folder, PART), OTHER.subarray(0, 5000))
    const { url, seen } = await host(giving(MICRO))
    const download = downloads().open(FILE)
    await download.fetch(fetching(url))
    expect(seen[0]!.range).toBeUndefined()
    await expectWhole(download)
  })

  it('that ends early without a word is asked for again', async () => {
    const { url } = await host(giving(MICRO.subarray(0, 900_000), { length: null }), giving(MICRO))
    const download = downloads().open(FILE)
    await download.fetch(fetching(url))
    await expectWhole(download)
  })
})

describe('redirects', () => {
  it('are followed, to another server too, and the rest is asked for there', async () => {
    const files = await host(giving(MICRO, { breakAfter: 300_000 }), giving(MICRO))
    const { url, seen } = await host(status(302, { location: `${files.url}/signed?token=1` }))
    const download = downloads().open(FILE)
    await download.fetch(fetching(url))
    await expectWhole(download)
    expect(seen).toHaveLength(2)
    expect(files.seen.map(({ path }) => path)).toEqual(['/signed?token=1', '/signed?token=1'])
    expect(files.seen[1]!.range).toBeDefined()
  })

  it.each([
    ['in a circle', { location: '/micro' }],
    ['to a file of this machine', { location: 'file:///etc/hosts' }],
    ['to nowhere', { location: 'http://[' }],
    ['without saying where', {}],
  ])('are given up: %s', async (_what, headers) => {
    const { url } = await host(status(302, headers as Record<string, string>))
    expect(await code(downloads().open(FILE).fetch(fetching(url)))).toBe('download-refused')
  })
})

describe('room on the disk', () => {
  it('is looked at before anything is asked for', async () => {
    const { url, seen } = await host(giving(MICRO))
    const tight = downloads({ freeBytes: async () => MICRO.length + 100e6 })
    expect(await code(tight.open(FILE).fetch(fetching(url)))).toBe('download-no-room')
    expect(seen).toEqual([])
  })

  it('is needed for what is missing only', async () => {
    const { url } = await host(giving(MICRO, { breakAfter: 500_000 }), hangUp)
    await code(downloads().open(FILE).fetch(fetching(url)))
    const arrived = (await downloads().partial()).get(FILE.fileName)!
    const second = await host(giving(MICRO))
    const tight = downloads({ freeBytes: async () => MICRO.length - arrived + 200e6 })
    await tight.open(FILE).fetch(fetching(second.url))
    await expectWhole(tight.open(FILE))
  })
})

it('asks the proxy for a tunnel to a server that speaks TLS', async () => {
  const asked: string[] = []
  const proxy = createServer()
  proxy.on('connect', (request, socket) => {
    asked.push(request.url!)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  closers.push(() => proxy.close())
  const { port } = proxy.address() as AddressInfo
  const download = downloads({ proxies: async () => ({ HTTPS_PROXY: `http://127.0.0.1:${port}` }) }).open(FILE)
  expect(await code(download.fetch(fetching('https://models.example')))).toBe('download-unreachable')
  expect(asked[0]).toBe('models.example:443')
})

it.each([
  ['is cancelled', 'cancelled'],
  ['is given up', 'download-unreachable'],
] as const)('ends the connection to a proxy that never opens the tunnel when it %s', async (how, expected) => {
  const proxy = createTcpServer()
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  closers.push(() => proxy.close())
  const { port } = proxy.address() as AddressInfo
  const stop = new AbortController()
  const rings: (() => void)[] = []
  const download = downloads({
    proxies: async () => ({ HTTPS_PROXY: `http://127.0.0.1:${port}` }),
    timing: {
      wait: () => Promise.reject(new AppError('download-unreachable')),
      alarm(_ms, ring) {
        rings.push(ring)
        return () => {}
      },
    },
  }).open(FILE)
  const ended = code(download.fetch(fetching('https://models.example', { signal: stop.signal })))
  const [socket] = (await once(proxy, 'connection')) as [Socket]
  await once(socket, 'data')
  const closed = once(
    socket.on('error', () => {}),
    'close',
  )
  if (how === 'is cancelled') stop.abort()
  else rings.at(-1)!()
  expect(await ended).toBe(expected)
  await closed
})

it('goes through the proxy that is named for it', async () => {
  const proxy = await host(giving(MICRO))
  const download = downloads({ proxies: async () => ({ HTTP_PROXY: proxy.url }) }).open(FILE)
  await download.fetch(fetching('http://models.example'))
  expect(proxy.seen[0]!.path).toBe('http://models.example/micro')
  await expectWhole(download)
})
