import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import { type Attempts, createAttempts } from '../../../electron/services/attempts.ts'
import { createEventHub } from '../../../electron/services/events.ts'
import { memoryAttempts, memoryAudio, memoryOverrides, memoryTranscripts } from './fakes.ts'

const START = { storyId: 's1', questionId: null, cueLevel: 'full' as const, startedAt: 1 }

let audio: ReturnType<typeof memoryAudio>
let store: ReturnType<typeof memoryAttempts>
let attempts: Attempts
let overrides: ReturnType<typeof memoryOverrides>
let learn: Parameters<typeof createAttempts>[0]['wordings']['learn']
let logged: unknown[]
let dropped: string[]
beforeEach(() => {
  audio = memoryAudio()
  store = memoryAttempts()
  overrides = memoryOverrides()
  logged = []
  dropped = []
  learn = () => ({ wordingId: 'w1', isNew: true })
  attempts = createAttempts({
    store: store.store,
    audio: audio.store,
    transcripts: memoryTranscripts().store,
    overrides: overrides.store,
    wordings: { learn: (...what) => learn(...what) },
    live: { drop: (id) => void dropped.push(id) },
    events: createEventHub(),
    now: () => 9,
    logError: (error) => logged.push(error),
  })
  for (const id of ['kept', 'gone']) {
    store.store.add({ id, ...START })
    audio.files.set(id, [1, 2])
  }
})

it('deletes what was put aside with its audio, and nothing that was restored', async () => {
  attempts.remove('gone')
  attempts.remove('kept')
  attempts.restore('kept')
  await attempts.purgeRemoved()
  expect([[...store.rows.keys()], [...audio.files.keys()]]).toEqual([['kept'], ['kept']])
})

it('stops listening to what is put aside', () => {
  attempts.remove('gone')
  expect(dropped).toEqual(['gone'])
})

it('forgets no attempt whose audio is still there, and never keeps the app from starting', async () => {
  attempts.remove('gone')
  audio.store.delete = () => Promise.reject(new Error('EPERM'))
  await attempts.purgeRemoved()
  expect(store.rows.has('gone')).toBe(true)
  expect(logged).toHaveLength(1)
})

describe('a verdict by hand', () => {
  const SAID = { from: 1, to: 3 }
  const verdict = () => overrides.store.of('kept').get('p1') ?? null

  it('alone teaches nothing', () => {
    learn = () => expect.unreachable()
    expect(attempts.override('kept', 'p1', 'covered', null)).toEqual({ wordingId: null })
    expect(verdict()).toBe('covered')
    attempts.override('kept', 'p1', null, null)
    expect(verdict()).toBeNull()
  })

  it('with the words that say the point teaches them, and names only what is new', () => {
    const asked: unknown[] = []
    learn = (...what) => {
      asked.push(what)
      return { wordingId: 'w1', isNew: asked.length === 1 }
    }
    expect(attempts.override('kept', 'p1', 'covered', SAID)).toEqual({ wordingId: 'w1' })
    expect(attempts.override('kept', 'p1', 'covered', SAID)).toEqual({ wordingId: null })
    expect(asked[0]).toEqual(['kept', 'p1', 'accepted', SAID])
    expect(verdict()).toBe('covered')
  })

  it('changes nothing where the words are refused', () => {
    learn = () => {
      throw new AppError('bad-request')
    }
    expect(() => attempts.override('kept', 'p1', 'covered', SAID)).toThrow()
    expect(verdict()).toBeNull()
  })

  it.each(['partial', 'missed', null] as const)('takes no words for %s', (status) => {
    learn = () => expect.unreachable()
    expect(() => attempts.override('kept', 'p1', status, SAID)).toThrow(
      expect.objectContaining({ code: 'bad-request' }),
    )
  })
})
