import { beforeEach, describe, expect, it } from 'vitest'
import type { Transcript } from '#domain/transcript'
import { createEventHub } from '../../../electron/services/events.ts'
import { createJobs, type Jobs } from '../../../electron/services/jobs.ts'
import type { Models } from '../../../electron/services/models.ts'
import type { SpeechEngine, SpeechModel, TranscriptStore } from '../../../electron/services/ports.ts'
import { createTranscription, type Transcription } from '../../../electron/services/transcription.ts'
import { ids, memoryAttempts, memoryAudio } from './fakes.ts'

const HEARD: Transcript = { words: [], segmentStarts: [] }
const MODEL = { id: 'm', name: 'micro' } as SpeechModel

let attempts: ReturnType<typeof memoryAttempts>
let jobs: Jobs
let saved: string[]
let logged: unknown[]
let model: () => Promise<SpeechModel | null>
let engine: { state: SpeechEngine['state']; transcribe: () => Promise<Transcript>; warmUp(): void }
let transcription: Transcription

beforeEach(() => {
  attempts = memoryAttempts()
  attempts.store.add({ id: 'a', storyId: 's', questionId: null, cueLevel: 'full', startedAt: 1 })
  const audio = memoryAudio()
  audio.files.set('a', [1, 2])
  saved = []
  logged = []
  model = async () => MODEL
  engine = { state: () => 'asleep', transcribe: async () => HEARD, warmUp() {} }
  const events = createEventHub()
  const logError = (error: unknown) => void logged.push(error)
  jobs = createJobs({ events, newId: ids('job'), logError })
  transcription = createTranscription({
    attempts: attempts.store,
    audio: audio.store,
    transcripts: { save: (id: string) => void saved.push(id) } as unknown as TranscriptStore,
    engine: engine as unknown as SpeechEngine,
    models: { active: () => model() } as Models,
    jobs,
    events,
    now: () => 7,
    logError,
  })
})

const untilDone = () => expect.poll(() => jobs.of('a')).toBeNull()

describe('transcription', () => {
  it('is one job, however often it is asked for at once', async () => {
    const [first, second] = await Promise.all([transcription.start('a'), transcription.start('a')])
    expect(second).toEqual(first)
    await untilDone()
    expect(saved).toEqual(['a'])
  })

  it.each([
    ['engine-missing', () => (engine.state = () => 'missing')],
    ['model-missing', () => (model = async () => null)],
  ])('says %s at once', async (code, arrange) => {
    arrange()
    await expect(transcription.start('a')).rejects.toMatchObject({ code })
  })

  it('outlives a failure that cannot even be written down', async () => {
    const full = new Error('SQLITE_FULL')
    engine.transcribe = () => Promise.reject(full)
    attempts.store.setTranscriptionError = (_, code) => {
      if (code) throw full
    }
    await transcription.start('a')
    await expect.poll(() => logged).toEqual([full, full])
  })

  it('never fails while it only warms up', async () => {
    model = () => Promise.reject(new Error('EACCES'))
    await transcription.warmUp()
    expect(logged).toHaveLength(1)
  })
})
