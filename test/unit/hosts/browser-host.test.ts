import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { encodeMessage } from '#contract/codec'
import type { App } from '../../../electron/hosts/app.ts'
import { type BrowserServer, startServer } from '../../../electron/hosts/browser/server.ts'

const BACKUP = 'starbeat-backup-2026-11-21T20-21-07Z.zip'
const root = mkdtempSync(join(tmpdir(), 'starbeat-host-'))
const connections: unknown[] = []
const app = {
  connect: (transport: unknown) => connections.push(transport),
  audioPath: (id: string) => join(root, id === 'packed' || id === 'broken' ? `${id}.flac` : `${id}.wav`),
  unpackedAudio: async (id: string) => {
    if (id === 'broken') throw new Error('audio-unreadable')
    return {
      bytes: 10,
      async *read(start: number, end: number) {
        yield Buffer.from('RIFFabcdef').subarray(start, end)
      },
    }
  },
  backupPath: (name: string) => join(root, 'backups', name),
} as unknown as App

let server: BrowserServer
let origin: string
let token: string
let cookie: string

beforeAll(async () => {
  mkdirSync(join(root, 'page/assets'), { recursive: true })
  writeFileSync(join(root, 'page/index.html'), '<h1>Starbeat</h1>')
  writeFileSync(join(root, 'page/assets/app-1a2b.js'), 'export {}')
  writeFileSync(join(root, 'secret.txt'), 'secret')
  writeFileSync(join(root, 'a1.wav'), '0123456789')
  mkdirSync(join(root, 'backups'))
  writeFileSync(join(root, 'backups', BACKUP), 'zipzip')
  writeFileSync(join(root, 'backups/automatic-2026-11-21T20-21-07Z.db'), 'database')
  server = await startServer(app, join(root, 'page'))
  const url = new URL(server.url)
  origin = url.origin
  token = url.searchParams.get('token')!
  cookie = String((await ask(`/?token=${token}`)).headers['set-cookie']).split(';')[0]!
})
afterAll(() => server.close())

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Not `fetch`: it would tidy up the very paths and Host headers that an attacker sends. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, method, headers }, async (response) => {
      let body = ''
      for await (const chunk of response) body += chunk
      resolve({ status: response.statusCode!, headers: response.headers, body })
    })
    call.once('error', reject)
    call.end()
  })
}
const mine = (path: string, headers: Record<string, string> = {}) => ask(path, { cookie, ...headers })

describe('the door', () => {
  it('is on 127.0.0.1 only', () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1')
  })

  it('turns the token into a cookie and out of the address', async () => {
    const { status, headers } = await ask(`/?token=${token}`)
    expect([status, headers.location]).toEqual([303, '/'])
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
  })

  it.each([
    ['nothing', '/', {}],
    ['a wrong token', '/?token=guess', {}],
    ['a wrong cookie', '/', { cookie: 'starbeat-1=guess' }],
    ['no cookie for audio', '/audio/a1.wav', {}],
  ])('stays shut for %s', async (_what, path, headers) => {
    expect((await ask(path, headers as Record<string, string>)).status).toBe(403)
  })

  it('stays shut for a page that points its own name at this machine', async () => {
    expect((await mine('/', { host: 'evil.example' })).status).toBe(403)
    expect((await ask(`/?token=${token}`, { host: 'evil.example' })).status).toBe(403)
  })

  it.each(['//', '///', 'http://'])('survives the address %s, which any page may ask for', async (address) => {
    expect((await ask(address)).status).toBeGreaterThanOrEqual(400)
    expect((await mine('/')).status).toBe(200)
  })

  it('lets nothing be written', async () => {
    expect((await ask('/', { cookie }, 'POST')).status).toBe(405)
  })
})

describe('the page', () => {
  it('comes with a strict policy', async () => {
    const { status, headers, body } = await mine('/')
    expect([status, body]).toEqual([200, '<h1>Starbeat</h1>'])
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  })

  it('has files that never change kept, and itself asked for again', async () => {
    expect((await mine('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable')
    expect((await mine('/')).headers['cache-control']).toContain('max-age=0')
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/audio/..%2fsecret.txt',
    '/.hidden',
  ])('has nothing else below it: %s', async (path) => {
    const { status, body } = await mine(path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('secret')
  })
})

describe('recordings', () => {
  it('come by range', async () => {
    const { status, headers, body } = await mine('/audio/a1.wav', { range: 'bytes=2-4' })
    expect([status, headers['content-range'], body]).toEqual([206, 'bytes 2-4/10', '234'])
    expect((await mine('/audio/a1.wav')).body).toBe('0123456789')
    expect((await mine('/audio/none.wav')).status).toBe(404)
  })

  it('that are compressed come as the WAV files that they were', async () => {
    const whole = await mine('/audio/packed.wav')
    expect([whole.status, whole.headers['content-type'], whole.body]).toEqual([200, 'audio/wav', 'RIFFabcdef'])
    const { status, headers, body } = await mine('/audio/packed.wav', { range: 'bytes=3-5' })
    expect([status, headers['content-range'], body]).toEqual([206, 'bytes 3-5/10', 'Fab'])
    expect((await mine('/audio/packed.wav', { range: 'bytes=20-' })).status).toBe(416)
    expect((await mine('/audio/broken.wav')).status).toBe(404)
  })
})

describe('the socket', () => {
  const open = (headers: Record<string, string>, path = '/socket') =>
    new Promise<WebSocket | number>((resolve) => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers })
      socket.once('open', () => resolve(socket))
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode!))
      socket.once('error', () => {})
    })

  it('opens for our own page', async () => {
    const socket = (await open({ cookie, origin })) as WebSocket
    expect(socket).toBeInstanceOf(WebSocket)
    expect(connections).toHaveLength(1)
    socket.send(encodeMessage({ kind: 'call' }))
    socket.close()
    await once(socket, 'close')
  })

  it('tells when the last page has gone', async () => {
    const socket = (await open({ cookie, origin })) as WebSocket
    let unused = false
    const gone = server.untilUnused().then(() => {
      unused = true
    })
    await mine('/')
    expect(unused).toBe(false)
    socket.close()
    await gone
  })

  it.each([
    ['another page', () => ({ cookie, origin: 'https://evil.example' })],
    ['another port', () => ({ cookie, origin: 'http://127.0.0.1:1' })],
    ['no page', () => ({ cookie })],
    ['no cookie', () => ({ origin })],
    ['another name', () => ({ cookie, origin: 'http://evil.example', host: 'evil.example' })],
  ])('stays shut for %s', async (_who, headers) => {
    expect(await open(headers() as Record<string, string>)).toBe(403)
  })

  /** A refused upgrade whose sender does not end the connection from its side. */
  const refused = async (from: BrowserServer) => {
    const { hostname, port, host } = new URL(from.url)
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    const headers = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
    socket.write(['GET /socket HTTP/1.1', `Host: ${host}`, ...headers, '\r\n'].join('\r\n'))
    await once(socket, 'data')
    return socket
  }

  it('survives a refused guest who breaks the connection off', async () => {
    const guest = await refused(server)
    guest.resetAndDestroy()
    await once(guest, 'close')
    expect((await mine('/')).status).toBe(200)
  })

  it('closes with the server, however a refused guest behaves', async () => {
    const other = await startServer(app, join(root, 'page'))
    const guest = await refused(other)
    guest.on('error', () => {})
    await other.close()
    guest.destroy()
  })

  it('is at one path only', async () => {
    expect(await open({ cookie, origin }, '/other')).toBe(403)
  })
})

describe('archives', () => {
  it('are saved, not shown', async () => {
    const { status, headers, body } = await mine(`/backups/${BACKUP}`)
    expect([status, body, headers['content-type']]).toEqual([200, 'zipzip', 'application/zip'])
    expect(headers['content-disposition']).toBe(`attachment; filename="${BACKUP}"`)
  })
  it('are only for whoever holds the token', async () => expect((await ask(`/backups/${BACKUP}`)).status).toBe(403))
  it.each([
    '/backups/automatic-2026-11-21T20-21-07Z.db',
    '/backups/../secret.txt',
    '/backups/starbeat-backup-..%2F..%2Fsecret.zip',
    '/backups/starbeat-backup-2020-01-01T00-00-00Z.zip',
    '/backups/',
  ])('%s is none', async (path) => expect((await mine(path)).status).toBeGreaterThanOrEqual(400))
})
