import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, Dialog, Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { parseRange } from '../../../electron/hosts/byte-range.ts'
import { answerRequest } from '../../../electron/hosts/electron/protocol.ts'
import { isTrustedSender, lockContents, lockSession } from '../../../electron/hosts/electron/security.ts'
import { askBeforeClosing, windowOptions } from '../../../electron/hosts/electron/window.ts'

const OURS = 'starbeat://app'

function fakeSession() {
  const handlers: Record<string, (...args: never[]) => unknown> = {}
  const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
    handlers[name] = handler
  }
  const session = {
    webRequest: { onBeforeRequest: keep('request') },
    setPermissionRequestHandler: keep('ask'),
    setPermissionCheckHandler: keep('check'),
  }
  lockSession(session as unknown as Session)
  const call = (name: string, ...args: unknown[]) => (handlers[name] as (...args: unknown[]) => unknown)(...args)
  return {
    blocked(url: string) {
      let verdict: { cancel?: boolean } = {}
      call('request', { url }, (answer: typeof verdict) => {
        verdict = answer
      })
      return verdict.cancel
    },
    granted(permission: string, mediaTypes: string[], requestingUrl: string) {
      let verdict: boolean | undefined
      const answer = (granted: boolean) => {
        verdict = granted
      }
      call('ask', null, permission, answer, { mediaTypes, requestingUrl })
      return verdict
    },
    checked: (permission: string, origin: string, mediaType: string) =>
      call('check', null, permission, origin, { mediaType }),
  }
}

describe('the session', () => {
  it.each([
    [`${OURS}/index.html`, false],
    [`blob:${OURS}/1234`, false],
    ['https://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['starbeat://app.evil/', true],
  ])('requests to %s: blocked %s', (url, blocked) => expect(fakeSession().blocked(url)).toBe(blocked))

  it.each([
    ['media', ['audio'], `${OURS}/`, true],
    ['media', ['video'], `${OURS}/`, false],
    ['media', ['audio', 'video'], `${OURS}/`, false],
    ['media', ['audio'], 'https://example.org/', false],
    ['geolocation', [], `${OURS}/`, false],
    ['notifications', [], `${OURS}/`, false],
  ])('%s %j from %s: granted %s', (permission, types, url, granted) => {
    expect(fakeSession().granted(permission, types, url)).toBe(granted)
  })

  it('checks permissions alike', () => {
    expect(fakeSession().checked('media', `${OURS}/`, 'audio')).toBe(true)
    expect(fakeSession().checked('media', `${OURS}/`, 'video')).toBe(false)
    expect(fakeSession().checked('media', 'https://example.org', 'audio')).toBe(false)
    expect(fakeSession().checked('clipboard-read', `${OURS}/`, 'unknown')).toBe(false)
  })
})

describe('the window', () => {
  it('is sandboxed, isolated and without Node', () => {
    expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      preload: '/preload.cjs',
    })
  })

  it('opens nothing and goes nowhere', () => {
    let opener: (() => unknown) | undefined
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => unknown) => {
        opener = handler
      },
    })
    lockContents(contents as unknown as WebContents)
    expect(opener?.()).toEqual({ action: 'deny' })
    const navigates = (url: string) => {
      let prevented = false
      contents.emit('will-navigate', { preventDefault: () => (prevented = true) }, url)
      return !prevented
    }
    expect(navigates(`${OURS}/#/library`)).toBe(true)
    expect(navigates('https://example.org/')).toBe(false)
  })

  it.each([
    [false, 0, true],
    [true, 0, false],
    [true, 1, true],
  ])('closes (recording %s, answer %d): %s', (recording, answer, closes) => {
    const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() })
    let asked = 0
    const dialog = {
      showMessageBoxSync() {
        asked++
        return answer
      },
    }
    askBeforeClosing(window as unknown as BrowserWindow, dialog as unknown as Dialog, () => recording)
    let prevented = false
    window.emit('close', { preventDefault: () => (prevented = true) })
    expect(prevented).toBe(!closes)
    expect(asked).toBe(recording ? 1 : 0)
  })

  it.each([
    ['stays', false, 0, false, 1],
    ['leaves', false, 1, true, 1],
    ['was asked before, about the recording, and leaves', true, 1, true, 1],
  ])('a page that holds something not stored: the user %s', (_, recording, answer, leaves, times) => {
    const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() })
    let asked = 0
    const showMessageBoxSync = () => {
      asked++
      return answer
    }
    askBeforeClosing(window as unknown as BrowserWindow, { showMessageBoxSync } as unknown as Dialog, () => recording)
    window.emit('close', { preventDefault: () => {} })
    let left = false
    window.webContents.emit('will-prevent-unload', { preventDefault: () => (left = true) })
    expect(left).toBe(leaves)
    expect(asked).toBe(times)
  })
})

describe('trusted senders', () => {
  it.each([
    [{ url: `${OURS}/`, parent: null }, true],
    [{ url: `${OURS}/`, parent: {} }, false],
    [{ url: 'https://example.org/', parent: null }, false],
    [{ url: 'starbeat://application/', parent: null }, false],
    [null, false],
  ])('%j: %s', (frame, trusted) => expect(isTrustedSender(frame)).toBe(trusted))
})

const UNPACKED = {
  bytes: 10,
  async *read(start: number, end: number) {
    yield Buffer.from('RIFFabcdef').subarray(start, end)
  },
}

describe('the protocol', () => {
  const root = mkdtempSync(join(tmpdir(), 'starbeat-page-'))
  mkdirSync(join(root, 'page'))
  writeFileSync(join(root, 'page/index.html'), '<h1>Starbeat</h1>')
  writeFileSync(join(root, 'secret.txt'), 'secret')
  writeFileSync(join(root, 'a1.wav'), '0123456789')
  const ask = (url: string, range?: string) =>
    answerRequest(
      { url, headers: new Headers(range ? { range } : {}) },
      {
        rendererDir: join(root, 'page'),
        audioPath: (id) => join(root, id === 'packed' || id === 'broken' ? `${id}.flac` : `${id}.wav`),
        unpackedAudio: async (id) => {
          if (id === 'broken') throw new Error('audio-unreadable')
          return UNPACKED
        },
        backupPath: (name) => join(root, name),
      },
    )

  it('hands archives over to be saved, and nothing else of that folder', async () => {
    const name = 'starbeat-backup-2026-11-21T20-21-07Z.zip'
    writeFileSync(join(root, name), 'zipzip')
    const response = await ask(`${OURS}/backups/${name}`)
    expect(await response.text()).toBe('zipzip')
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
    expect(response.headers.get('content-length')).toBe('6')
    expect((await ask(`${OURS}/backups/starbeat-backup-2020-01-01T00-00-00Z.zip`)).status).toBe(404)
    expect((await ask(`${OURS}/backups/secret.txt`)).status).toBe(404)
  })

  it('serves the page under a strict policy', async () => {
    const response = await ask(`${OURS}/`)
    expect(await response.text()).toContain('Starbeat')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('content-type')).toContain('text/html')
  })

  it.each([
    `${OURS}/../secret.txt`,
    `${OURS}/%2e%2e/secret.txt`,
    `${OURS}/..%2fsecret.txt`,
    'starbeat://other/',
    `${OURS}/audio/..%2fa.wav`,
  ])('serves nothing else: %s', async (url) => expect((await ask(url)).status).toBe(404))

  it('serves a compressed recording as the WAV file that it was', async () => {
    const whole = await ask(`${OURS}/audio/packed.wav`)
    expect([whole.status, whole.headers.get('content-type'), await whole.text()]).toEqual([
      200,
      'audio/wav',
      'RIFFabcdef',
    ])
    const part = await ask(`${OURS}/audio/packed.wav`, 'bytes=3-5')
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 3-5/10', 'Fab'])
    expect((await ask(`${OURS}/audio/packed.wav`, 'bytes=20-')).status).toBe(416)
    expect((await ask(`${OURS}/audio/broken.wav`)).status).toBe(404)
  })

  it('serves recordings by range', async () => {
    const whole = await ask(`${OURS}/audio/a1.wav`)
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789'])
    const part = await ask(`${OURS}/audio/a1.wav`, 'bytes=2-4')
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234'])
    expect((await ask(`${OURS}/audio/a1.wav`, 'bytes=20-')).status).toBe(416)
    expect((await ask(`${OURS}/audio/none.wav`)).status).toBe(404)
  })

  it.each([
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=3-100', { start: 3, end: 9 }],
    ['bytes=-4', { start: 6, end: 9 }],
    ['bytes=-0', null],
    ['bytes=5-2', null],
    ['bytes=-', null],
    ['bytes=0-1,4-5', null],
    ['seconds=1', null],
  ])('reads the range %s', (header, range) => expect(parseRange(header, 10)).toEqual(range))
})
