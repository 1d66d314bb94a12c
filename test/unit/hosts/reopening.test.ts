import { beforeEach, describe, expect, it } from 'vitest'
import type { MessageTransport } from '#contract/messages'
import type { App } from '../../../electron/hosts/app.ts'
import { openApp, type Reopening } from '../../../electron/hosts/reopening.ts'

const RESTORED = { madeAt: 1, aside: 'before-restore-x' }

let happened: string[]
let openings: Reopening[]
let failures: Set<number>
let lost: unknown[]
let app: App

/** An app that answers every message with its own number. */
async function open(reopening: Reopening): Promise<App> {
  openings.push(reopening)
  const number = openings.length
  happened.push(`open ${number}`)
  if (failures.has(number)) throw new Error(`app ${number} does not open`)
  return {
    connect(transport) {
      transport.onMessage((message) => transport.send(`${number}: ${message}`))
      transport.onClose(() => happened.push(`window left app ${number}`))
    },
    audioPath: (id) => `/${number}/${id}`,
    unpackedAudio: () => Promise.reject(new Error('none is compressed')),
    backupPath: (name) => `/${number}/${name}`,
    isRecording: () => number > 1,
    close: async () => void happened.push(`close ${number}`),
  }
}

/** A window and what it was sent. */
function makeWindow() {
  const messages = new Set<(message: unknown) => void>()
  const closers = new Set<() => void>()
  const received: unknown[] = []
  const transport: MessageTransport = {
    send: (message) => received.push(message),
    onMessage(listener) {
      messages.add(listener)
      return () => messages.delete(listener)
    },
    onClose(listener) {
      closers.add(listener)
      return () => closers.delete(listener)
    },
  }
  return {
    transport,
    received,
    ask: (message: string) => messages.forEach((listener) => void listener(message)),
    close: () => closers.forEach((listener) => void listener()),
  }
}

const REOPENED = { kind: 'event', name: 'app.reopened', payload: {} }
const act = async () => {
  happened.push('act')
  return async () => void happened.push('undo')
}
const reopen = (acting = act) => openings[0]!.reopen(acting, RESTORED)

beforeEach(async () => {
  happened = []
  openings = []
  failures = new Set()
  lost = []
  app = await openApp(open, (error) => lost.push(error))
})

describe('opening anew', () => {
  it('closes first, changes, opens, and tells every window', async () => {
    const window = makeWindow()
    app.connect(window.transport)
    window.ask('before')
    await reopen()
    window.ask('after')
    expect(happened).toEqual(['open 1', 'window left app 1', 'close 1', 'act', 'open 2'])
    expect(window.received).toEqual(['1: before', REOPENED, '2: after'])
    expect(openings.map(({ restored }) => restored)).toEqual([null, RESTORED])
    expect([app.audioPath('a'), app.backupPath('b'), app.isRecording()]).toEqual(['/2/a', '/2/b', true])
  })

  it('keeps what windows ask meanwhile, also of those that come meanwhile', async () => {
    const early = makeWindow()
    const late = makeWindow()
    app.connect(early.transport)
    await reopen(async () => {
      early.ask('early')
      app.connect(late.transport)
      late.ask('late')
      return async () => {}
    })
    expect(early.received).toEqual(['2: early', REOPENED])
    expect(late.received).toEqual(['2: late', REOPENED])
  })

  it('forgets windows that went', async () => {
    const window = makeWindow()
    app.connect(window.transport)
    window.close()
    await reopen()
    expect(window.received).toEqual([])
    expect(happened).toContain('window left app 1')
  })

  it('takes the change back when the app does not open with it', async () => {
    failures.add(2)
    await reopen()
    expect(happened).toEqual(['open 1', 'close 1', 'act', 'open 2', 'undo', 'open 3'])
    expect(openings[2]!.restored).toEqual({ ...RESTORED, aside: null })
    expect(app.audioPath('a')).toBe('/3/a')
    expect(lost).toEqual([])
  })

  it('opens as it is when the change fails', async () => {
    await reopen(() => Promise.reject(new Error('no')))
    expect(happened).toEqual(['open 1', 'close 1', 'open 2'])
    expect(openings[1]!.restored).toEqual({ ...RESTORED, aside: null })
  })

  it('says so when nothing opens any more', async () => {
    failures = new Set([2, 3])
    await reopen()
    expect(lost).toHaveLength(1)
  })

  it('closes once, after whatever is under way', async () => {
    const reopening = reopen()
    await Promise.all([reopening, app.close(), app.close()])
    expect(happened).toEqual(['open 1', 'close 1', 'act', 'open 2', 'close 2'])
  })
})
