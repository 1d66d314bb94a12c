import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createForeground, type Foreground } from '../../../../electron/services/app/foreground.ts'
import { createJobs, type Jobs } from '../../../../electron/services/app/jobs.ts'
import { DEFAULT_SETTINGS } from '../../../../electron/services/app/settings.ts'
import {
  CATCH_UP_AFTER_MS,
  type Compression,
  createCompression,
} from '../../../../electron/services/attempts/compression.ts'
import type { StoredAudio } from '../../../../electron/services/ports/stores.ts'
import { ids, memoryAttempts, memoryAudio } from '../fakes.ts'

let compressAudio: boolean
let disk: Map<string, StoredAudio>
/** What happens to a recording while it is compressed. */
let during: (id: string, signal: AbortSignal) => Promise<void>
let begun: string[]
let jobs: Jobs
let foreground: Foreground
let ended: string[]
let logged: unknown[]
let nextJob: PromiseWithResolvers<void>
let compression: Compression
let attempts: ReturnType<typeof memoryAttempts>
let going: string | null
let timer: { ms: number; run: () => void } | null
/** What the packer cannot rewrite. */
let foreign: string | null

beforeEach(() => {
  compressAudio = true
  disk = new Map()
  during = async () => {}
  begun = []
  ended = []
  logged = []
  nextJob = Promise.withResolvers()
  foreground = createForeground()
  attempts = memoryAttempts()
  going = null
  timer = null
  foreign = null
  for (const id of ['a', 'b', 'c']) {
    attempts.store.add({ id, storyId: 's', questionId: null, cueLevel: 'full', focus: null, startedAt: 1 })
    const envelope = { frameMs: 20, peaks: new Uint8Array() }
    attempts.store.finish(id, { durationMs: 1000, recovered: false, envelope })
    disk.set(id, { bytes: 32_044, isCompressed: false })
  }
  const events = createEventHub()
  events.subscribe((name, payload) => {
    const state = (payload as { state?: string }).state
    if (name === 'job.changed' && state && !['waiting', 'running'].includes(state)) ended.push(state)
    // The first of them tells that a job begins.
    if (name !== 'storage.changed' || ended.length === 0) return
    nextJob.resolve()
    nextJob = Promise.withResolvers()
  })
  jobs = createJobs({ events, newId: ids('j'), logError: (error) => logged.push(error) })
  const rewrite = (isCompressed: boolean) => async (id: string, signal: AbortSignal) => {
    begun.push(id)
    await during(id, signal)
    signal.throwIfAborted()
    if (id === foreign) return false
    disk.set(id, { bytes: isCompressed ? 20_000 : 32_044, isCompressed })
    return true
  }
  compression = createCompression({
    attempts: attempts.store,
    audio: { ...memoryAudio().store, sizes: async () => disk },
    packer: {
      compress: rewrite(true),
      unpack: async (id, signal) => void (await rewrite(false)(id, signal)),
      tidy: async () => {},
    },
    settings: { get: () => ({ ...DEFAULT_SETTINGS, compressAudio }) },
    foreground,
    jobs,
    events,
    isGoing: (id) => id === going,
    after(ms, run) {
      timer = { ms, run }
      return () => {
        timer = null
      }
    },
    logError: (error) => logged.push(error),
  })
})

const compressed = () => [...disk].filter(([, { isCompressed }]) => isCompressed).map(([id]) => id)
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

describe('a finished recording', () => {
  it('is compressed when the user wants that', async () => {
    compression.finished('a')
    await nextJob.promise
    expect(compressed()).toEqual(['a'])
  })

  it('stays as it is otherwise', () => {
    compressAudio = false
    compression.finished('a')
    expect(jobs.of('a', 'compression')).toBeNull()
  })

  it('waits for whoever records or waits, and begins anew when somebody comes', async () => {
    const leave = foreground.enter()
    const started = Promise.withResolvers<void>()
    during = (_, signal) => {
      started.resolve()
      return aborted(signal)
    }
    compression.finished('a')
    expect(begun).toEqual([])
    leave()
    await started.promise
    const second = foreground.enter()
    during = async () => {}
    const over = nextJob.promise
    second()
    await over
    expect(begun).toEqual(['a', 'a'])
    expect([compressed(), ended, logged]).toEqual([['a'], ['done'], []])
  })
})

describe('all recordings', () => {
  it('are compressed and unpacked, and say what that saves', async () => {
    disk.set('b', { bytes: 20_000, isCompressed: true })
    expect(await compression.stored()).toEqual({
      plain: { count: 2, bytes: 64_088 },
      compressed: { count: 1, bytes: 20_000 },
      savedBytes: 12_044,
      refusedCount: 0,
      job: null,
    })
    const { jobId } = compression.compressAll()
    expect(compression.compressAll()).toEqual({ jobId })
    expect((await compression.stored()).job).toMatchObject({ jobId, kind: 'compress' })
    await nextJob.promise
    expect([compressed(), begun]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'c'],
    ])
    expect((await compression.stored()).savedBytes).toBe(3 * 12_044)
    compression.unpackAll()
    await nextJob.promise
    expect(compressed()).toEqual([])
  })

  it('are left alone but for those that were done when it is cancelled', async () => {
    const second = Promise.withResolvers<void>()
    during = async (id, signal) => {
      if (id !== 'b') return
      second.resolve()
      await aborted(signal)
    }
    const { jobId } = compression.compressAll()
    await second.promise
    expect([compression.isRewriting('b'), compression.isRewriting('a')]).toEqual([true, false])
    jobs.cancel(jobId)
    await nextJob.promise
    expect([compressed(), ended, logged]).toEqual([['a'], ['cancelled'], []])
    expect(compression.isRewriting('b')).toBe(false)
  })

  it('go on after one that cannot be read', async () => {
    during = async (id) => {
      if (id === 'b') throw new AppError('audio-unreadable')
    }
    compression.compressAll()
    await nextJob.promise
    expect([compressed(), ended]).toEqual([['a', 'c'], ['done']])
    expect(logged).toHaveLength(1)
  })

  it('stop when the disk is full', async () => {
    during = async (id) => {
      if (id === 'b') throw new AppError('disk-full')
    }
    compression.compressAll()
    await nextJob.promise
    expect([compressed(), ended]).toEqual([['a'], ['failed']])
  })

  it('are left alone where their sound is cleaned up, deleted, or none', async () => {
    attempts.store.setAudioRemoved(['a'], 5)
    attempts.store.add({ id: 'empty', storyId: 's', questionId: null, cueLevel: 'full', focus: null, startedAt: 1 })
    attempts.store.finish('empty', {
      durationMs: 0,
      recovered: false,
      envelope: { frameMs: 20, peaks: new Uint8Array() },
    })
    disk.set('empty', { bytes: 44, isCompressed: false })
    going = 'b'
    expect((await compression.stored()).plain.count).toBe(2)
    compression.compressAll()
    await nextJob.promise
    expect([begun, ended]).toEqual([['c'], ['done']])
  })

  it('are offered no more when they are no sound of ours', async () => {
    foreign = 'b'
    compression.compressAll()
    await nextJob.promise
    expect(await compression.stored()).toMatchObject({ plain: { count: 0 }, compressed: { count: 2 }, refusedCount: 1 })
  })
})

describe('after a start', () => {
  it('compresses what an earlier run did not get to', async () => {
    disk.set('b', { bytes: 20_000, isCompressed: true })
    compression.catchUpLater()
    expect([timer?.ms, begun]).toEqual([CATCH_UP_AFTER_MS, []])
    timer!.run()
    await nextJob.promise
    expect([begun, compressed()]).toEqual([
      ['a', 'c'],
      ['a', 'b', 'c'],
    ])
  })

  it('waits for whoever records or waits', async () => {
    const leave = foreground.enter()
    compression.catchUpLater()
    timer!.run()
    await expect.poll(() => jobs.of('compress', 'compression')?.state).toBe('running')
    expect(begun).toEqual([])
    leave()
    await nextJob.promise
    expect(compressed()).toEqual(['a', 'b', 'c'])
  })

  it('leaves everything alone when the user does not want it, and when it is called off', () => {
    compressAudio = false
    const callOff = compression.catchUpLater()
    timer!.run()
    expect(jobs.of('compress', 'compression')).toBeNull()
    callOff()
    expect(timer).toBeNull()
  })
})
