import { beforeEach, describe, expect, it } from 'vitest'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createJobs, type Jobs } from '../../../../electron/services/app/jobs.ts'
import { createPurge, LOOK_EVERY_MS, type Purge, UNDO_LOOKS } from '../../../../electron/services/attempts/purge.ts'
import { ids, memoryAttempts, memoryAudio } from '../fakes.ts'

const START = { storyId: 's1', questionId: null, cueLevel: 'full' as const, focus: null, startedAt: 1 }

let now: number
let look: () => void
let isWatched: boolean
let isRecording: boolean
let rewriting: string | null
let jobs: Jobs
let audio: ReturnType<typeof memoryAudio>
let attempts: ReturnType<typeof memoryAttempts>
let told: string[]
let logged: unknown[]
let purge: Purge
beforeEach(() => {
  now = 1000
  isRecording = false
  rewriting = null
  isWatched = false
  told = []
  logged = []
  audio = memoryAudio()
  attempts = memoryAttempts()
  const events = createEventHub()
  jobs = createJobs({ events, newId: ids('j'), logError: (error) => logged.push(error) })
  events.subscribe((name) => void (name === 'storage.changed' && told.push(name)))
  purge = createPurge({
    store: attempts.store,
    audio: audio.store,
    jobs,
    isRecording: () => isRecording,
    isRewriting: (id) => id === rewriting,
    events,
    every(ms, run) {
      expect(ms).toBe(LOOK_EVERY_MS)
      isWatched = true
      look = run
      return () => {
        isWatched = false
      }
    },
    logError: (error) => logged.push(error),
  })
  for (const id of ['kept', 'gone', 'silent']) {
    attempts.store.add({ id, ...START })
    audio.files.set(id, [1, 2])
  }
})

const rows = () => [...attempts.rows.keys()]
const files = () => [...audio.files.keys()]

/** The minutes that pass, each with its look. */
async function minutes(count: number, passes = LOOK_EVERY_MS) {
  for (let i = 0; i < count; i++) {
    now += passes
    look()
    await purge.settled()
  }
}

describe('at the start', () => {
  it('deletes what was put aside before, sound first', async () => {
    attempts.store.setRemoved('gone', now)
    attempts.store.setAudioRemoved(['silent'], now)
    await purge.all()
    expect([rows(), files()]).toEqual([['kept', 'silent'], ['kept']])
    expect(told).toHaveLength(1)
  })

  it('forgets no attempt whose sound is still there, and never keeps the app from starting', async () => {
    attempts.store.setRemoved('gone', now)
    audio.store.delete = () => Promise.reject(new Error('EPERM'))
    await purge.all()
    expect(rows()).toContain('gone')
    expect(logged).toHaveLength(1)
    expect(purge.isGoing('gone')).toBe(false)
  })
})

describe('while the app runs', () => {
  beforeEach(() => void purge.watch())

  it('deletes only after more minutes than any Undo is shown', async () => {
    await minutes(3)
    attempts.store.setRemoved('gone', now + 1)
    await minutes(UNDO_LOOKS)
    expect(rows()).toContain('gone')
    await minutes(1)
    expect([rows(), files()]).toEqual([
      ['kept', 'silent'],
      ['kept', 'silent'],
    ])
    expect(told).toHaveLength(1)
  })

  it('counts the minutes anew for what was brought back and put aside again', async () => {
    attempts.store.setRemoved('gone', now)
    await minutes(4)
    attempts.store.setRemoved('gone', null)
    attempts.store.setRemoved('gone', now + 1)
    await minutes(UNDO_LOOKS)
    expect(rows()).toContain('gone')
    await minutes(1)
    expect(rows()).not.toContain('gone')
  })

  it('deletes sound alone and keeps its attempt', async () => {
    attempts.store.setAudioRemoved(['silent'], now)
    await minutes(UNDO_LOOKS + 2)
    expect([rows(), files()]).toEqual([
      ['kept', 'gone', 'silent'],
      ['kept', 'gone'],
    ])
    await minutes(3)
    expect(told).toHaveLength(1)
  })

  it('does not take a night of sleep for an expired undo', async () => {
    await minutes(UNDO_LOOKS + 2)
    attempts.store.setRemoved('gone', now + 1)
    await minutes(1, 9 * 60 * 60_000)
    expect(rows()).toContain('gone')
  })

  it('does not take a clock that was set back for an expired undo', async () => {
    await minutes(UNDO_LOOKS + 2)
    await minutes(1, -10 * 60_000)
    attempts.store.setRemoved('gone', now + 1)
    await minutes(UNDO_LOOKS)
    expect(rows()).toContain('gone')
    await minutes(UNDO_LOOKS)
    expect(rows()).not.toContain('gone')
  })

  it('does not take a clock that was set back just before something was put aside for an expired undo', async () => {
    await minutes(UNDO_LOOKS + 2)
    now -= 10 * 60_000
    attempts.store.setRemoved('gone', now + 1)
    await minutes(UNDO_LOOKS)
    expect(rows()).toContain('gone')
    await minutes(1)
    expect(rows()).not.toContain('gone')
  })

  it('deletes the others while one of them is heard, or written in its other form', async () => {
    attempts.store.add({ id: 'heard', ...START })
    attempts.store.setAllRemoved(['gone', 'heard', 'silent'], now)
    const heard = Promise.withResolvers<void>()
    const job = jobs.run('transcription', 'heard', () => heard.promise)
    rewriting = 'silent'
    await minutes(UNDO_LOOKS + 1)
    expect(rows()).toEqual(['kept', 'silent', 'heard'])
    heard.resolve()
    rewriting = null
    await job.done
    await minutes(1)
    expect([rows(), files()]).toEqual([['kept'], ['kept']])
  })

  it('deletes the others when the sound of one of them cannot be deleted', async () => {
    attempts.store.setAllRemoved(['gone', 'silent'], now)
    const remove = audio.store.delete
    audio.store.delete = (id) => (id === 'gone' ? Promise.reject(new Error('EPERM')) : remove(id))
    await minutes(UNDO_LOOKS + 1)
    expect(rows()).toEqual(['kept', 'gone'])
    audio.store.delete = remove
    await minutes(1)
    expect(rows()).toEqual(['kept'])
  })

  it('waits while somebody records, and while the attempt is heard', async () => {
    attempts.store.setRemoved('gone', now)
    isRecording = true
    await minutes(UNDO_LOOKS + 2)
    expect(rows()).toContain('gone')
    isRecording = false
    const heard = Promise.withResolvers<void>()
    const job = jobs.run('transcription', 'gone', () => heard.promise)
    await minutes(1)
    expect(rows()).toContain('gone')
    heard.resolve()
    await job.done
    await minutes(1)
    expect(rows()).not.toContain('gone')
  })

  it('says what is too late to bring back', async () => {
    attempts.store.setRemoved('gone', now)
    const deleted = Promise.withResolvers<void>()
    const remove = audio.store.delete
    const begun = Promise.withResolvers<void>()
    audio.store.delete = async (id) => {
      begun.resolve()
      await deleted.promise
      await remove(id)
    }
    const done = purge.all()
    await begun.promise
    expect([purge.isGoing('gone'), purge.isGoing('kept')]).toEqual([true, false])
    deleted.resolve()
    await done
    expect(purge.isGoing('gone')).toBe(false)
  })

  it('stops looking when it is told', () => {
    const stop = purge.watch()
    expect(isWatched).toBe(true)
    stop()
    expect(isWatched).toBe(false)
  })
})
