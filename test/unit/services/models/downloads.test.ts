import { beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '#contract/app'
import { AppError } from '#domain/errors'
import { CATALOGUE } from '#domain/models/catalogue'
import { createEventHub, type EventHub } from '../../../../electron/services/app/events.ts'
import { createForeground, type Foreground } from '../../../../electron/services/app/foreground.ts'
import { createJobs, type Jobs } from '../../../../electron/services/app/jobs.ts'
import { createDownloads, type Downloads } from '../../../../electron/services/models/downloads.ts'
import type { Models } from '../../../../electron/services/models/models.ts'
import type { FetchOptions, ModelDownloads } from '../../../../electron/services/ports/model.ts'
import { ids } from '../fakes.ts'

const TINY = CATALOGUE.speech.find(({ id }) => id === 'tiny.en')!
const DETECTOR = CATALOGUE.voiceActivity[0]!

/** A fetch that the test ends as it likes. */
interface Fetch extends FetchOptions {
  finish(): void
  fail(error: unknown): void
}

let fetches: Fetch[]
let partial: Map<string, number>
let abandoned: string[]
let installing: () => Promise<void>
let activeId: string | null
let mirror: string | null
let progress: number[]
let events: EventHub
let jobs: Jobs
let foreground: Foreground
let downloads: Downloads
beforeEach(() => {
  fetches = []
  partial = new Map()
  abandoned = []
  installing = async () => {}
  activeId = null
  mirror = null
  progress = []
  events = createEventHub()
  events.subscribe((name, payload) => {
    if (name === 'job.changed') progress.push((payload as Job).progress)
  })
  jobs = createJobs({ events, newId: ids('job'), logError: () => {} })
  const adapter: ModelDownloads = {
    partial: async () => partial,
    open: ({ fileName }) => ({
      fetch: (how) =>
        new Promise((resolve, reject) => {
          how.signal.addEventListener('abort', () => reject(new AppError('cancelled')))
          fetches.push({ ...how, finish: resolve, fail: reject })
        }),
      check: () => Promise.reject(new Error('not asked')),
      install: () => Promise.reject(new Error('not asked')),
      abandon: async () => void abandoned.push(fileName),
    }),
  }
  const models = {
    active: async () => (activeId ? { id: activeId } : null),
    async activate(id: string) {
      activeId = id
    },
    async install() {
      await installing()
      const isDetector = fetches.at(-1)!.url.includes('silero')
      return isDetector ? { kind: 'voice-activity', model: DETECTOR } : { kind: 'speech', model: { id: TINY.fileName } }
    },
  } as unknown as Models
  foreground = createForeground()
  downloads = createDownloads({
    catalogue: CATALOGUE,
    downloads: adapter,
    models,
    jobs,
    events,
    foreground,
    mirror: () => mirror,
  })
})

const stateOf = async (id = TINY.id) => (await downloads.list()).get(id)

/** Resolves when the core has told that models changed and the state is the one that is waited for. */
function until(state: string | undefined, id = TINY.id): Promise<void> {
  return new Promise((resolve) => {
    const look = async () => {
      if ((await stateOf(id))?.state !== state) return
      close()
      resolve()
    }
    const close = events.subscribe((name) => void (name === 'models.changed' && look()))
    void look()
  })
}

async function begun(id = TINY.id): Promise<Fetch> {
  const before = fetches.length
  downloads.start(id)
  await until('running', id)
  expect(fetches).toHaveLength(before + 1)
  return fetches.at(-1)!
}

describe('a download', () => {
  it('comes from the official host, tells its progress, and becomes the model that is used', async () => {
    const fetch = await begun()
    expect(fetch.url).toBe('https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-tiny.en.bin')
    fetch.report(TINY.sizeBytes / 2)
    expect(await stateOf()).toMatchObject({ state: 'running', receivedBytes: TINY.sizeBytes / 2, code: null })
    expect(progress).toContain(0.5)
    fetch.finish()
    await until(undefined)
    expect(activeId).toBe('ggml-tiny.en.bin')
  })

  it('leaves the model in use alone, and a voice-activity model is never used to hear', async () => {
    activeId = 'other.bin'
    const fetch = await begun()
    fetch.finish()
    await until(undefined)
    activeId = null
    const second = await begun(DETECTOR.id)
    second.finish()
    await until(undefined, DETECTOR.id)
    expect(activeId).toBeNull()
  })

  it('comes from the mirror that is set when it begins', async () => {
    mirror = 'http://here:1'
    expect((await begun()).url).toBe('http://here:1/ggerganov/whisper.cpp/resolve/main/ggml-tiny.en.bin')
  })

  it('is begun once', async () => {
    await begun()
    downloads.start(TINY.id)
    expect(fetches).toHaveLength(1)
    expect(() => downloads.start('unknown')).toThrow('not-found')
  })

  it('waits for the one before it', async () => {
    const fetch = await begun()
    downloads.start(DETECTOR.id)
    await until('waiting', DETECTOR.id)
    fetch.finish()
    await until('running', DETECTOR.id)
  })

  it('is told while the engine tries the model', async () => {
    const tried = Promise.withResolvers<void>()
    installing = () => tried.promise
    ;(await begun()).finish()
    await until('checking')
    tried.resolve()
    await until(undefined)
  })
})

describe('a model that arrives while one records', () => {
  it('is tried only afterwards', async () => {
    let isTried = false
    installing = async () => {
      isTried = true
    }
    const leave = foreground.enter()
    ;(await begun()).finish()
    await until('checking')
    expect(isTried).toBe(false)
    leave()
    await until(undefined)
    expect([isTried, activeId]).toEqual([true, 'ggml-tiny.en.bin'])
  })

  it('can be paused meanwhile', async () => {
    foreground.enter()
    ;(await begun()).finish()
    await until('checking')
    await downloads.pause(TINY.id)
    expect([(await stateOf())?.state, activeId]).toEqual(['paused', null])
  })
})

describe('stopping', () => {
  it('keeps what arrived, and the next start goes on', async () => {
    const fetch = await begun()
    fetch.report(1000)
    partial.set(TINY.fileName, 1000)
    await downloads.pause(TINY.id)
    expect(await stateOf()).toEqual({ state: 'paused', receivedBytes: 1000, jobId: null, code: null })
    expect(abandoned).toEqual([])
    await begun()
  })

  it('with discarding deletes what arrived, also of an earlier run', async () => {
    await begun()
    await downloads.discard(TINY.id)
    expect([abandoned, await stateOf()]).toEqual([[TINY.fileName], undefined])
    await downloads.discard(DETECTOR.id)
    expect(abandoned).toEqual([TINY.fileName, DETECTOR.fileName])
  })

  it('one that waits takes it out of the row', async () => {
    await begun()
    downloads.start(DETECTOR.id)
    await downloads.discard(DETECTOR.id)
    expect(await stateOf(DETECTOR.id)).toBeUndefined()
    expect(fetches).toHaveLength(1)
  })

  it('with the app keeps what arrived', async () => {
    const fetch = await begun()
    await jobs.close()
    expect(fetch.signal.aborted).toBe(true)
    expect([(await stateOf())?.state, abandoned]).toEqual(['paused', []])
  })
})

it('shows what an earlier run left, and asks for nothing by itself', async () => {
  partial.set(TINY.fileName, 5000)
  partial.set('something-else.bin', 1)
  expect([...(await downloads.list())]).toEqual([
    [TINY.id, { state: 'paused', receivedBytes: 5000, jobId: null, code: null }],
  ])
  expect(fetches).toEqual([])
})

describe('a failure', () => {
  it.each(['download-unreachable', 'download-refused', 'download-no-room'] as const)(
    'is kept and can be gone on from: %s',
    async (code) => {
      const fetch = await begun()
      fetch.report(700)
      partial.set(TINY.fileName, 700)
      fetch.fail(new AppError(code))
      await until('failed')
      expect(await stateOf()).toEqual({ state: 'failed', receivedBytes: 700, jobId: null, code })
      const again = await begun()
      partial.clear()
      again.finish()
      await until(undefined)
      expect(activeId).toBe('ggml-tiny.en.bin')
    },
  )

  it('for wrong bytes has nothing left', async () => {
    const fetch = await begun()
    fetch.report(TINY.sizeBytes)
    fetch.fail(new AppError('download-damaged'))
    await until('failed')
    expect(await stateOf()).toMatchObject({ receivedBytes: 0, code: 'download-damaged' })
  })

  it('of the engine to load the model is told, and the file is kept', async () => {
    installing = () => Promise.reject(new AppError('model-unloadable'))
    ;(await begun()).finish()
    await until('failed')
    expect([(await stateOf())?.code, abandoned, activeId]).toEqual(['model-unloadable', [], null])
  })
})
