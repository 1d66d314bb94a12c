import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient } from '#contract/client'
import type { Handlers } from '#contract/contract'
import { serve } from '#contract/server'
import { AppError } from '#domain/errors'
import { CHANNEL, windowTransport } from '../../electron/hosts/electron/transport.ts'
import { createEventHub } from '../../electron/services/app/events.ts'
import { electronIpc, inProcess, type Pair, webSocket } from './transports.ts'

const source = (bankId: string) => ({ fileName: `${bankId}.md`, text: 'Überraschung 🔥 → done' })

describe.each([
  ['in process', inProcess],
  ['WebSocket', webSocket],
  ['Electron IPC', electronIpc],
])('the contract over %s', (_name, open) => {
  let pair: Pair
  let client: Client
  let logged: unknown[]
  let appended: { sequence: number; pcm: Uint8Array }[]
  const events = createEventHub()

  beforeEach(async () => {
    logged = []
    appended = []
    const handlers = {
      'banks.source': ({ bankId }: { bankId: string }) => source(bankId),
      'banks.remove': async () => {
        throw new AppError('not-found', { detail: 'no such bank' })
      },
      'banks.restore': () => {
        throw new Error('the answer I gave was secret')
      },
      'recordings.append': (chunk: (typeof appended)[number]) => {
        appended.push(chunk)
        return null
      },
    } as unknown as Handlers
    pair = await open()
    serve(pair.server, {
      handlers,
      events,
      logError: (_method, error) => {
        logged.push(error)
        return 'log-7'
      },
    })
    client = createClient(pair.client)
  })
  afterEach(() => pair.close())

  it('answers a call', async () => {
    await expect(client.call('banks.source', { bankId: 'b1' })).resolves.toEqual(source('b1'))
  })

  it('answers many calls at once, each to its caller', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `bank-${index}`)
    const answers = await Promise.all(ids.map((bankId) => client.call('banks.source', { bankId })))
    expect(answers).toEqual(ids.map(source))
  })

  it('carries bytes as bytes, in order', async () => {
    const chunks = [0, 1, 2].map((sequence) => new Uint8Array([sequence, 255, 0, 128]))
    await Promise.all(
      chunks.map((pcm, sequence) => client.call('recordings.append', { attemptId: 'a', sequence, pcm })),
    )
    expect(appended.map((chunk) => chunk.sequence)).toEqual([0, 1, 2])
    expect(appended.map((chunk) => new Uint8Array(chunk.pcm))).toEqual(chunks)
    expect(appended[0]!.pcm).toBeInstanceOf(Uint8Array)
  })

  it('passes a known error on with its code and detail', async () => {
    const refusal = client.call('banks.remove', { bankId: 'b1' })
    await expect(refusal).rejects.toMatchObject({ code: 'not-found', detail: 'no such bank' })
    expect(logged).toEqual([])
  })

  it('lets nothing of an unknown error cross but its log id', async () => {
    const failure = await client.call('banks.restore', { bankId: 'b1' }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'internal' })
    expect(String(failure)).not.toContain('secret')
    expect(String(failure)).toContain('log-7')
    expect(logged).toHaveLength(1)
  })

  it.each([
    ['an unknown method', 'banks.burn', {}],
    ['an inherited name', 'constructor', {}],
    ['a missing parameter', 'banks.source', {}],
    ['a parameter of another kind', 'recordings.append', { attemptId: 'a', sequence: 0, pcm: 'text' }],
    ['a parameter too many', 'banks.source', { bankId: 'b', path: '/etc/passwd' }],
  ])('refuses %s', async (_what, method, params) => {
    const call = client.call as (method: string, params: unknown) => Promise<unknown>
    await expect(call(method, params)).rejects.toMatchObject({ code: 'bad-request' })
    expect(appended).toEqual([])
  })

  it('is not disturbed by messages that are none', async () => {
    for (const noise of [null, 7, 'hello', { kind: 'call' }, { kind: 'result', id: 1 }]) pair.client.send(noise)
    await expect(client.call('banks.source', { bankId: 'b1' })).resolves.toEqual(source('b1'))
  })

  it('tells events to whoever listens', async () => {
    const heard: unknown[] = []
    const stop = client.on('story.changed', (payload) => heard.push(payload))
    events.emit('story.changed', { storyId: 's1' })
    events.emit('banks.changed', {})
    await client.call('banks.source', { bankId: 'b1' })
    stop()
    events.emit('story.changed', { storyId: 's2' })
    await client.call('banks.source', { bankId: 'b1' })
    expect(heard).toEqual([{ storyId: 's1' }])
  })

  it('rejects what is open and what follows when the connection goes', async () => {
    const gone = new Promise<void>((resolve) => void client.onDisconnect(resolve))
    const handlersNeverAnswer = client.call('banks.list', {}).catch((error: unknown) => error)
    pair.close()
    await gone
    expect(await handlersNeverAnswer).toBeInstanceOf(AppError)
    await expect(client.call('banks.source', { bankId: 'b' })).rejects.toMatchObject({ code: 'disconnected' })
    events.emit('banks.changed', {})
  })
})

describe('Electron IPC', () => {
  it('refuses messages of any frame but our own page', async () => {
    const ipcMain = new EventEmitter()
    const contents = Object.assign(new EventEmitter(), { isDestroyed: () => false, send: () => {} })
    const heard: unknown[] = []
    windowTransport(ipcMain as never, contents as never).onMessage((message) => heard.push(message))
    const send = (sender: unknown, senderFrame: unknown) => ipcMain.emit(CHANNEL, { sender, senderFrame }, 'hello')
    const page = { url: 'starbeat://app/', parent: null }
    expect(() => send(contents, { url: 'https://example.org/', parent: null })).toThrow()
    expect(() => send(contents, { ...page, parent: page })).toThrow()
    expect(() => send(contents, null)).toThrow()
    send({}, page)
    expect(heard).toEqual([])
    send(contents, page)
    expect(heard).toEqual(['hello'])
  })
})
