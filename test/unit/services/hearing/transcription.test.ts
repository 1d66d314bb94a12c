import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import type { Transcript } from '#domain/transcript'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createForeground, type Foreground } from '../../../../electron/services/app/foreground.ts'
import { createJobs, type Jobs } from '../../../../electron/services/app/jobs.ts'
import type { Hearing } from '../../../../electron/services/hearing/hearing.ts'
import type { Live } from '../../../../electron/services/hearing/live.ts'
import { createTranscription, type Transcription } from '../../../../electron/services/hearing/transcription.ts'
import type { Models } from '../../../../electron/services/models/models.ts'
import type { SpeechEngine, SpeechModel } from '../../../../electron/services/ports/speech.ts'
import type { StoredTranscript, TranscriptStore } from '../../../../electron/services/ports/stores.ts'
import { ids, memoryAttempts, memoryAudio } from '../fakes.ts'

const HEARD: Transcript = { words: [], segmentStarts: [] }
const MODEL = { id: 'm', name: 'micro' } as SpeechModel

let attempts: ReturnType<typeof memoryAttempts>
let jobs: Jobs
let saved: [string, StoredTranscript][]
let logged: unknown[]
let model: () => Promise<SpeechModel | null>
let engineState: ReturnType<SpeechEngine['state']>
let heardLive: Hearing | null
let work: () => Promise<Transcript>
let steps: string[]
let wanted: string[]
let foreground: Foreground
let transcription: Transcription

const hearing = (name: string): Hearing => ({
  model: { ...MODEL, name },
  listen() {},
  listenToAll: async () => void steps.push(`${name} listens to all`),
  async finish() {
    steps.push(`${name} finishes`)
    return work()
  },
  soFar: () => HEARD,
  state: () => 'listening',
  close: () => void steps.push(`${name} closes`),
})

beforeEach(() => {
  attempts = memoryAttempts()
  attempts.store.add({ id: 'a', storyId: 's', questionId: null, cueLevel: 'full', focus: null, startedAt: 1 })
  const audio = memoryAudio()
  audio.files.set('a', [1, 2])
  saved = []
  logged = []
  steps = []
  wanted = []
  model = async () => MODEL
  engineState = 'asleep'
  heardLive = null
  work = async () => HEARD
  foreground = createForeground()
  const events = createEventHub()
  const logError = (error: unknown) => void logged.push(error)
  jobs = createJobs({ events, newId: ids('job'), logError })
  transcription = createTranscription({
    attempts: attempts.store,
    audio: audio.store,
    transcripts: {
      save: (id: string, transcript: StoredTranscript) => void saved.push([id, transcript]),
    } as unknown as TranscriptStore,
    engine: { state: () => engineState } as SpeechEngine,
    models: { active: () => model() } as Models,
    hearings: { open: async () => hearing('later') },
    live: { take: async () => heardLive } as unknown as Live,
    secondPass: { want: (id) => void wanted.push(id) },
    foreground,
    jobs,
    events,
    now: () => 7,
    logError,
  })
})

const untilDone = () => expect.poll(() => jobs.of('a', 'transcription')).toBeNull()

describe('transcription', () => {
  it('is one job, however often it is asked for at once', async () => {
    const [first, second] = await Promise.all([transcription.start('a'), transcription.start('a')])
    expect(second).toEqual(first)
    await untilDone()
    expect(saved).toEqual([['a', { heard: HEARD, corrected: null, modelName: 'micro' }]])
    expect(wanted).toEqual(['a'])
  })

  it.each([
    ['engine-missing', () => (engineState = 'missing')],
    ['model-missing', () => (model = async () => null)],
  ])('says %s at once', async (code, arrange) => {
    arrange()
    await expect(transcription.start('a')).rejects.toMatchObject({ code })
  })

  it('outlives a failure that cannot even be written down', async () => {
    const full = new Error('SQLITE_FULL')
    work = () => Promise.reject(full)
    attempts.store.setTranscriptionError = (_, code) => {
      if (code) throw full
    }
    await transcription.start('a')
    await expect.poll(() => logged).toEqual([full, full])
  })

  it('hears the file when nobody listened, and closes the hearing', async () => {
    await transcription.start('a')
    await untilDone()
    expect(steps).toEqual(['later listens to all', 'later finishes', 'later closes'])
  })

  it('goes on where the live hearing stands, with its model', async () => {
    heardLive = hearing('live')
    await transcription.start('a')
    await untilDone()
    expect(steps).toEqual(['live finishes', 'live closes'])
    expect(saved).toMatchObject([['a', { modelName: 'live' }]])
  })

  it('keeps why it failed, wants no second pass then, and can be tried again', async () => {
    work = () => Promise.reject(new AppError('engine-failed'))
    await transcription.start('a')
    await expect.poll(() => attempts.store.get('a')?.transcriptionError).toBe('engine-failed')
    expect([saved, wanted, steps.at(-1)]).toEqual([[], [], 'later closes'])
    work = async () => HEARD
    await transcription.start('a')
    await untilDone()
    expect(attempts.store.get('a')?.transcriptionError).toBeNull()
  })

  it('is what the machine works for until it ends', async () => {
    const gate = Promise.withResolvers<Transcript>()
    work = () => gate.promise
    await transcription.start('a')
    let isFree = false
    const free = foreground.whenFree(new AbortController().signal).then(() => (isFree = true))
    await new Promise(setImmediate)
    expect(isFree).toBe(false)
    gate.resolve(HEARD)
    await free
  })
})
