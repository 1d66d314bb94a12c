import { beforeEach, expect, it } from 'vitest'
import { type Attempts, createAttempts } from '../../../electron/services/attempts.ts'
import { createEventHub } from '../../../electron/services/events.ts'
import type { OverrideStore, TranscriptStore } from '../../../electron/services/ports.ts'
import { memoryAttempts, memoryAudio } from './fakes.ts'

const START = { storyId: 's1', questionId: null, cueLevel: 'full' as const, startedAt: 1 }

let audio: ReturnType<typeof memoryAudio>
let store: ReturnType<typeof memoryAttempts>
let attempts: Attempts
let logged: unknown[]
beforeEach(() => {
  audio = memoryAudio()
  store = memoryAttempts()
  logged = []
  attempts = createAttempts({
    store: store.store,
    audio: audio.store,
    transcripts: {} as TranscriptStore,
    overrides: {} as OverrideStore,
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

it('forgets no attempt whose audio is still there, and never keeps the app from starting', async () => {
  attempts.remove('gone')
  audio.store.delete = () => Promise.reject(new Error('EPERM'))
  await attempts.purgeRemoved()
  expect(store.rows.has('gone')).toBe(true)
  expect(logged).toHaveLength(1)
})
