import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import type { Transcript } from '#domain/transcript'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createForeground, type Foreground } from '../../../../electron/services/app/foreground.ts'
import { createJobs, type Jobs } from '../../../../electron/services/app/jobs.ts'
import type { Hearing } from '../../../../electron/services/hearing/hearing.ts'
import { createSecondPass, type SecondPass } from '../../../../electron/services/hearing/second-pass.ts'
import type { Models } from '../../../../electron/services/models/models.ts'
import type { SpeechEngine, SpeechModel } from '../../../../electron/services/ports/speech.ts'
import type { StoredTranscript, TranscriptStore } from '../../../../electron/services/ports/stores.ts'
import { ids, memoryAttempts } from '../fakes.ts'

const said = (text: string): Transcript => ({
  words: text.split(' ').map((word, i) => ({ text: word, startMs: 100 * i, endMs: 100 * i + 90, probability: 1 })),
  segmentStarts: [0],
})
const textOf = ({ words }: Transcript) => words.map(({ text }) => text).join(' ')

const LARGE = { id: 'l', name: 'large' } as SpeechModel
const ENGINE = {} as SpeechEngine

let large: SpeechModel | null
let stored: StoredTranscript | null
let hears: ((signal: AbortSignal) => Promise<Transcript>)[]
let closed: number
let foreground: Foreground
let jobs: Jobs
let logged: unknown[]
let secondPass: SecondPass

beforeEach(() => {
  large = LARGE
  stored = { heard: said('we moved to the crowd'), corrected: null, modelName: 'tiny' }
  hears = []
  closed = 0
  logged = []
  foreground = createForeground()
  const attempts = memoryAttempts()
  attempts.store.add({ id: 'a', storyId: 's', questionId: null, cueLevel: 'full', focus: null, startedAt: 1 })
  const events = createEventHub()
  const logError = (error: unknown) => void logged.push(error)
  jobs = createJobs({ events, newId: ids('job'), logError })
  secondPass = createSecondPass({
    attempts: attempts.store,
    transcripts: {
      get: () => stored,
      save: (_: string, transcript: StoredTranscript) => {
        stored = transcript
      },
    } as unknown as TranscriptStore,
    engine: ENGINE,
    models: { thorough: async () => large } as Models,
    hearings: {
      async open(_id, model, _, engine) {
        expect([model, engine]).toEqual([LARGE, ENGINE])
        return {
          listenToAll: async () => {},
          finish: ({ signal }: { signal: AbortSignal }) =>
            (hears.shift() ?? (async () => said('we moved to the cloud')))(signal),
          close: () => void closed++,
        } as unknown as Hearing
      },
    },
    foreground,
    jobs,
    events,
    now: () => 7,
    logError,
  })
})

const untilDone = async () => {
  await new Promise(setImmediate)
  await expect.poll(() => jobs.of('a', 'second-pass')).toBeNull()
}

describe('the second pass', () => {
  it('replaces what the smaller model heard', async () => {
    secondPass.want('a')
    await untilDone()
    expect(textOf(stored!.heard)).toBe('we moved to the cloud')
    expect(stored).toMatchObject({ corrected: null, modelName: 'large' })
    expect(closed).toBe(1)
  })

  it('keeps what was corrected by hand, also while it was heard', async () => {
    const gate = Promise.withResolvers<Transcript>()
    hears = [() => gate.promise]
    secondPass.want('a')
    await new Promise(setImmediate)
    stored = { ...stored!, corrected: said('they moved to the crowd') }
    gate.resolve(said('we moved to the cloud'))
    await untilDone()
    expect(textOf(stored!.heard)).toBe('we moved to the cloud')
    expect(textOf(stored!.corrected!)).toBe('they moved to the cloud')
  })

  it('does nothing when no larger model is chosen', async () => {
    large = null
    secondPass.want('a')
    await new Promise(setImmediate)
    expect([jobs.of('a', 'second-pass'), stored?.modelName]).toEqual([null, 'tiny'])
  })

  it('waits for a recording to end, stands back for the next, and begins again after it', async () => {
    const leaveFirst = foreground.enter()
    const begun: number[] = []
    const untilAborted = (signal: AbortSignal) => {
      begun.push(1)
      return new Promise<Transcript>((_, reject) => {
        signal.addEventListener('abort', () => reject(new AppError('cancelled')))
      })
    }
    hears = [untilAborted]
    secondPass.want('a')
    await new Promise(setImmediate)
    expect(begun).toEqual([])
    leaveFirst()
    await expect.poll(() => begun).toEqual([1])
    const leaveSecond = foreground.enter()
    await expect.poll(() => closed).toBe(1)
    expect(stored?.modelName).toBe('tiny')
    leaveSecond()
    await untilDone()
    expect(stored?.modelName).toBe('large')
  })

  it('can be cancelled, and what was heard stays', async () => {
    hears = [
      (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AppError('cancelled')))),
    ]
    secondPass.want('a')
    await expect.poll(() => jobs.of('a', 'second-pass')?.state).toBe('running')
    await expect.poll(() => hears.length).toBe(0)
    jobs.cancel(jobs.of('a', 'second-pass')!.id)
    await untilDone()
    expect([stored?.modelName, logged]).toEqual(['tiny', []])
  })
})
