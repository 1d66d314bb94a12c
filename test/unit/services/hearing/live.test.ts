import { beforeEach, describe, expect, it } from 'vitest'
import type { PointCoverage } from '#domain/coverage/coverage'
import type { Transcript } from '#domain/transcript'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import type { SettingsService } from '../../../../electron/services/app/settings.ts'
import type { Verdicts } from '../../../../electron/services/attempts/verdicts.ts'
import type { Hearing, HearingState } from '../../../../electron/services/hearing/hearing.ts'
import type { Hearings } from '../../../../electron/services/hearing/hearings.ts'
import { createLive, type Live } from '../../../../electron/services/hearing/live.ts'
import type { Models } from '../../../../electron/services/models/models.ts'
import type { SpeechEngine, SpeechModel } from '../../../../electron/services/ports/speech.ts'
import type { StoryStore } from '../../../../electron/services/ports/stores.ts'
import { memoryAttempts, storyOf } from '../fakes.ts'

const MODEL = { id: 'm', name: 'micro' } as SpeechModel
const chunk = (value: number) => new Uint8Array([value])

let settings: { liveTranscription: boolean; liveTicks: boolean }
let model: SpeechModel | null
let engineState: ReturnType<SpeechEngine['state']>
let warmed: number
let opened: { id: string; heard: number[]; isClosed: boolean; state: HearingState; transcript: Transcript }[]
let gate: Promise<void>
let changed: string[]
let logged: unknown[]
let live: Live

beforeEach(() => {
  settings = { liveTranscription: true, liveTicks: false }
  model = MODEL
  engineState = 'asleep'
  warmed = 0
  opened = []
  gate = Promise.resolve()
  changed = []
  logged = []
  const attempts = memoryAttempts()
  for (const id of ['a', 'b'])
    attempts.store.add({ id, storyId: 's', questionId: null, cueLevel: 'full', focus: null, startedAt: 1 })
  const events = createEventHub()
  events.subscribe((name, payload) => {
    if (name === 'live.changed') changed.push((payload as { attemptId: string }).attemptId)
  })
  const hearings: Hearings = {
    async open(id, _, onProgress) {
      await gate
      const state = {
        id,
        heard: [] as number[],
        isClosed: false,
        state: 'listening' as HearingState,
        transcript: { words: [], segmentStarts: [] },
      }
      opened.push(state)
      return {
        model: MODEL,
        listen(pcm: Uint8Array) {
          state.heard.push(...pcm)
          onProgress?.()
        },
        soFar: () => state.transcript,
        state: () => state.state,
        close: () => (state.isClosed = true),
      } as unknown as Hearing
    },
  }
  live = createLive({
    engine: { state: () => engineState, warmUp: () => warmed++ } as unknown as SpeechEngine,
    models: { active: async () => model } as Models,
    hearings,
    settings: { get: () => settings } as unknown as SettingsService,
    attempts: attempts.store,
    stories: {
      get: () => ({ story: storyOf('s', { p: 'one', q: 'two', r: 'three' }), bankId: 'k' }),
    } as unknown as StoryStore,
    verdicts: {
      taught: () =>
        [
          { pointId: 'p', status: 'covered' },
          { pointId: 'q', status: 'partial' },
          { pointId: 'r', status: 'missed' },
        ] as PointCoverage[],
    } as unknown as Verdicts,
    events,
    logError: (error) => logged.push(error),
  })
})

const settled = () => new Promise(setImmediate)

describe('live listening', () => {
  it('hears every chunk in turn, also what was said before it was ready', async () => {
    const ready = Promise.withResolvers<void>()
    gate = ready.promise
    live.begin('a')
    live.listen('a', chunk(1))
    live.listen('a', chunk(2))
    ready.resolve()
    await settled()
    live.listen('a', chunk(3))
    expect(opened).toMatchObject([{ id: 'a', heard: [1, 2, 3] }])
    expect(live.state('a')).toEqual({ state: 'listening', said: [] })
    expect(changed).toContain('a')
  })

  it('hands over what it heard, even when it was not ready yet', async () => {
    const ready = Promise.withResolvers<void>()
    gate = ready.promise
    live.begin('a')
    live.listen('a', chunk(1))
    const taken = live.take('a')
    ready.resolve()
    expect(await taken).not.toBeNull()
    expect(opened).toMatchObject([{ heard: [1], isClosed: false }])
    expect(await live.take('a')).toBeNull()
    expect(live.state('a').state).toBe('listening')
    live.drop('a')
    await settled()
    expect(opened[0]!.isClosed).toBe(false)
  })

  it.each([
    ['it is switched off', () => (settings.liveTranscription = false)],
    ['there is no model', () => (model = null)],
    ['there is no engine', () => (engineState = 'missing')],
  ])('listens to nothing when %s', async (_, arrange) => {
    arrange()
    live.begin('a')
    live.listen('a', chunk(1))
    await settled()
    expect([opened, live.state('a').state]).toEqual([[], 'off'])
    expect(await live.take('a')).toBeNull()
  })

  it('wakes the engine even when it is switched off', async () => {
    settings.liveTranscription = false
    live.begin('a')
    await settled()
    expect(warmed).toBe(1)
  })

  it('gives up the recording before when another begins, and one that is put aside', async () => {
    live.begin('a')
    await settled()
    live.begin('b')
    await settled()
    live.listen('a', chunk(1))
    expect(opened).toMatchObject([
      { id: 'a', isClosed: true, heard: [] },
      { id: 'b', isClosed: false },
    ])
    live.drop('b')
    await settled()
    expect(opened[1]!.isClosed).toBe(true)
  })

  it('tells which points were said only to who wants to know', async () => {
    live.begin('a')
    await settled()
    opened[0]!.transcript = { words: [{ text: 'one', startMs: 0, endMs: 1, probability: 1 }], segmentStarts: [0] }
    expect(live.state('a').said).toEqual([])
    settings.liveTicks = true
    expect(live.state('a').said).toEqual([
      { pointId: 'p', status: 'covered' },
      { pointId: 'q', status: 'partial' },
    ])
  })

  it('says when it is behind', async () => {
    live.begin('a')
    await settled()
    opened[0]!.state = 'behind'
    expect(live.state('a').state).toBe('behind')
  })

  it('never disturbs the recording when it cannot begin', async () => {
    gate = Promise.reject(new Error('EACCES'))
    live.begin('a')
    live.listen('a', chunk(1))
    await settled()
    live.listen('a', chunk(2))
    expect(logged).toHaveLength(1)
    expect(await live.take('a')).toBeNull()
  })
})
