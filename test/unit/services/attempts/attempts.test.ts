import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { type Attempts, createAttempts } from '../../../../electron/services/attempts/attempts.ts'
import { memoryAttempts, memoryOverrides, memoryTranscripts } from '../fakes.ts'

const START = { storyId: 's1', questionId: null, cueLevel: 'full' as const, focus: null, startedAt: 1 }

let store: ReturnType<typeof memoryAttempts>
let attempts: Attempts
let overrides: ReturnType<typeof memoryOverrides>
let learn: Parameters<typeof createAttempts>[0]['wordings']['learn']
let going: string[]
let dropped: string[]
beforeEach(() => {
  store = memoryAttempts()
  overrides = memoryOverrides()
  going = []
  dropped = []
  learn = () => ({ wordingId: 'w1', isNew: true })
  attempts = createAttempts({
    store: store.store,
    transcripts: memoryTranscripts().store,
    overrides: overrides.store,
    wordings: { learn: (...what) => learn(...what) },
    live: { drop: (id) => void dropped.push(id) },
    purge: { isGoing: (id) => going.includes(id) },
    events: createEventHub(),
    now: () => 9,
  })
  for (const id of ['kept', 'gone']) store.store.add({ id, ...START })
})

it('brings back what was put aside, but nothing that is being deleted', () => {
  attempts.removeAll(['kept', 'gone'])
  going = ['gone']
  attempts.restoreAll(['kept', 'gone'])
  expect(store.store.putAside().map(({ id }) => id)).toEqual(['gone'])
  expect(() => attempts.restore('gone')).toThrow('not-found')
  attempts.remove('kept')
  attempts.restore('kept')
  expect(store.store.putAside().map(({ id }) => id)).toEqual(['gone'])
})

it('keeps notes without the space around them, and favourites', () => {
  attempts.setNote('kept', '  slower at the end \n')
  attempts.setFavourite('kept', true)
  expect(store.store.get('kept')).toMatchObject({ note: 'slower at the end', favourite: true })
  expect(() => attempts.setNote('unknown', 'x')).toThrow('not-found')
})

it('says that sound was cleaned up, not that it is missing', () => {
  store.store.setAudioRemoved(['kept'], 4)
  expect(() => attempts.waveform('kept')).toThrow('audio-cleaned-up')
  expect(() => attempts.waveform('gone')).toThrow('audio-missing')
})

it('stops listening to what is put aside', () => {
  attempts.remove('gone')
  expect(dropped).toEqual(['gone'])
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
