import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createForeground, type Foreground } from '../../../../electron/services/app/foreground.ts'
import { createRecordings, type Recordings } from '../../../../electron/services/attempts/recordings.ts'
import { ids, memoryAttempts, memoryAudio } from '../fakes.ts'

const START = { storyId: 's1', questionId: null, cueLevel: 'full' as const, focus: null }
const chunk = (value: number) => new Uint8Array(3200).fill(value)

let audio: ReturnType<typeof memoryAudio>
let attempts: ReturnType<typeof memoryAttempts>
let recordings: Recordings
let changed: string[]
let logged: unknown[]
let begun: string[]
let heard: [string, number][]
let finished: string[]
let foreground: Foreground

beforeEach(() => {
  audio = memoryAudio()
  attempts = memoryAttempts()
  changed = []
  logged = []
  begun = []
  heard = []
  finished = []
  foreground = createForeground()
  const events = createEventHub()
  events.subscribe((name, payload) => {
    if (name === 'attempt.changed') changed.push((payload as { attemptId: string }).attemptId)
  })
  recordings = createRecordings({
    attempts: attempts.store,
    audio: audio.store,
    live: { begin: (id) => void begun.push(id), listen: (id, pcm) => void heard.push([id, pcm[0]!]) },
    foreground,
    events,
    now: () => 7,
    newId: ids(),
    onFinished: (id) => void finished.push(id),
    logError: (error) => logged.push(error),
  })
})

describe('recording', () => {
  it('writes chunks in turn and finishes the attempt', async () => {
    const { attemptId } = await recordings.begin(START)
    expect(attempts.rows.get(attemptId)).toMatchObject({ status: 'recording', startedAt: 7 })
    await Promise.all([0, 1, 2].map((sequence) => recordings.append(attemptId, sequence, chunk(sequence))))
    expect(recordings.isOpen()).toBe(true)
    expect(await recordings.finish(attemptId)).toEqual({ durationMs: 300 })
    expect(audio.files.get(attemptId)).toEqual([...chunk(0), ...chunk(1), ...chunk(2)])
    expect(attempts.rows.get(attemptId)).toMatchObject({ status: 'recorded', durationMs: 300, recovered: false })
    expect([changed, finished]).toEqual([[attemptId], [attemptId]])
    expect(recordings.isOpen()).toBe(false)
  })

  it('is listened to chunk by chunk, each only once it is written', async () => {
    const create = audio.store.create
    const written = Promise.withResolvers<void>()
    audio.store.create = async (id) => {
      const writer = await create(id)
      return { ...writer, append: (pcm) => written.promise.then(() => writer.append(pcm)) }
    }
    const { attemptId } = await recordings.begin(START)
    const both = [0, 1].map((sequence) => recordings.append(attemptId, sequence, chunk(sequence)))
    await new Promise(setImmediate)
    expect([begun, heard]).toEqual([[attemptId], []])
    written.resolve()
    await Promise.all(both)
    expect(heard).toEqual([
      [attemptId, 0],
      [attemptId, 1],
    ])
  })

  it('is what the machine works for until it is finished', async () => {
    const { attemptId } = await recordings.begin(START)
    let isFree = false
    const free = foreground.whenFree(new AbortController().signal).then(() => (isFree = true))
    await recordings.append(attemptId, 0, chunk(1))
    expect(isFree).toBe(false)
    await recordings.finish(attemptId)
    await free
  })

  it('refuses a chunk out of turn and keeps what came before', async () => {
    const { attemptId } = await recordings.begin(START)
    await recordings.append(attemptId, 0, chunk(1))
    expect(() => recordings.append(attemptId, 2, chunk(2))).toThrow(expect.objectContaining({ code: 'recording-gap' }))
    expect(await recordings.finish(attemptId)).toEqual({ durationMs: 100 })
  })

  it('refuses chunks for what is not being recorded', () => {
    expect(() => recordings.append('nobody', 0, chunk(0))).toThrow(
      expect.objectContaining({ code: 'recording-unknown' }),
    )
  })

  it('finishes once, however often it is asked', async () => {
    const { attemptId } = await recordings.begin(START)
    await recordings.append(attemptId, 0, chunk(0))
    const both = await Promise.all([recordings.finish(attemptId), recordings.finish(attemptId)])
    expect(both).toEqual([{ durationMs: 100 }, { durationMs: 100 }])
    expect(changed).toHaveLength(1)
  })

  it('leaves no attempt behind when its file cannot be made', async () => {
    audio.store.create = async () => {
      throw new AppError('disk-full')
    }
    await expect(recordings.begin(START)).rejects.toMatchObject({ code: 'disk-full' })
    expect(attempts.rows.size).toBe(0)
  })

  it('keeps what was written when a chunk cannot be', async () => {
    const create = audio.store.create
    audio.store.create = async (id) => {
      const writer = await create(id)
      let calls = 0
      return {
        ...writer,
        append: (pcm) => (calls++ === 1 ? Promise.reject(new AppError('disk-full')) : writer.append(pcm)),
      }
    }
    const { attemptId } = await recordings.begin(START)
    await recordings.append(attemptId, 0, chunk(1))
    await expect(recordings.append(attemptId, 1, chunk(2))).rejects.toMatchObject({ code: 'disk-full' })
    expect(await recordings.finish(attemptId)).toEqual({ durationMs: 100 })
  })

  it('can be finished again when finishing failed', async () => {
    const create = audio.store.create
    let fail = true
    audio.store.create = async (id) => {
      const writer = await create(id)
      return { ...writer, finish: () => (fail ? Promise.reject(new AppError('disk-full')) : writer.finish()) }
    }
    const { attemptId } = await recordings.begin(START)
    await recordings.append(attemptId, 0, chunk(1))
    await expect(recordings.finish(attemptId)).rejects.toMatchObject({ code: 'disk-full' })
    fail = false
    expect(await recordings.finish(attemptId)).toEqual({ durationMs: 100 })
  })

  it('finishes everything when the app closes', async () => {
    const { attemptId } = await recordings.begin(START)
    await recordings.append(attemptId, 0, chunk(0))
    await recordings.finishAll()
    expect(attempts.rows.get(attemptId)?.status).toBe('recorded')
  })
})

describe('recovery', () => {
  it('finishes what a crash left behind and forgets what has no sound', async () => {
    attempts.store.add({ id: 'cut', ...START, startedAt: 1 })
    attempts.store.add({ id: 'silent', ...START, startedAt: 2 })
    attempts.store.add({ id: 'lost', ...START, startedAt: 3 })
    audio.parts.set('cut', [...chunk(1)])
    audio.parts.set('silent', [])
    expect(await recordings.recover()).toEqual(['cut'])
    expect([...attempts.rows.values()]).toMatchObject([
      { id: 'cut', status: 'recorded', recovered: true, durationMs: 100 },
    ])
  })

  it('leaves what cannot be read for the next start, and goes on with the rest', async () => {
    const { recover } = audio.store
    audio.store.recover = (id) => (id === 'bad' ? Promise.reject(new Error('EIO')) : recover(id))
    attempts.store.add({ id: 'bad', ...START, startedAt: 1 })
    attempts.store.add({ id: 'cut', ...START, startedAt: 2 })
    audio.parts.set('cut', [...chunk(1)])
    expect(await recordings.recover()).toEqual(['cut'])
    expect(attempts.rows.get('bad')?.status).toBe('recording')
    expect(logged).toHaveLength(1)
  })
})
