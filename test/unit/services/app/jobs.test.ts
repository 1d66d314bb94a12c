import { beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '#contract/app'
import { AppError } from '#domain/errors'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createJobs, type Jobs } from '../../../../electron/services/app/jobs.ts'
import { ids } from '../fakes.ts'

let jobs: Jobs
let seen: Job[]
let logged: unknown[]

beforeEach(() => {
  seen = []
  logged = []
  const events = createEventHub()
  events.subscribe((name, payload) => {
    if (name === 'job.changed') seen.push(payload as Job)
  })
  jobs = createJobs({ events, newId: ids('job'), logError: (error) => logged.push(error) })
})

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
const statesOf = (id: string) => seen.filter((job) => job.id === id).map((job) => job.state)

describe('jobs', () => {
  it('answers what the work answers and ends once', async () => {
    const job = jobs.run('transcription', 'x', async () => 42)
    expect(await job.done).toBe(42)
    expect(statesOf(job.id)).toEqual(['waiting', 'running', 'done'])
    expect(jobs.of('x', 'transcription')).toBeNull()
  })

  it('never lets progress fall back or leave 0-1', async () => {
    await jobs.run('transcription', 'x', async (_signal, report) => {
      for (const progress of [0.5, 0.2, -1, 0.7, 9]) report(progress)
    }).done
    expect(seen.map((job) => job.progress)).toEqual([0, 0, 0.5, 0.7, 1, 1])
  })

  it('runs one of a kind at a time, and other kinds beside it', async () => {
    const order: string[] = []
    let release = () => {}
    const first = jobs.run('transcription', 'x', async () => {
      order.push('first')
      await new Promise<void>((resolve) => {
        release = resolve
      })
    })
    const second = jobs.run('transcription', 'y', async () => void order.push('second'))
    await jobs.run('model-check', 'z', async () => void order.push('other')).done
    expect(order).toEqual(['first', 'other'])
    release()
    await Promise.all([first.done, second.done])
    expect(order).toEqual(['first', 'other', 'second'])
  })

  it('cancels what runs and what waits, and lets the next one go', async () => {
    const running = jobs.run('transcription', 'x', untilAborted)
    const waiting = jobs.run('transcription', 'y', async () => 'never')
    const last = jobs.run('transcription', 'z', async () => 'done')
    jobs.cancel(waiting.id)
    jobs.cancel(running.id)
    await expect(running.done).rejects.toMatchObject({ code: 'cancelled' })
    await expect(waiting.done).rejects.toMatchObject({ code: 'cancelled' })
    expect(await last.done).toBe('done')
    expect(statesOf(waiting.id)).toEqual(['waiting', 'cancelled'])
    expect(logged).toEqual([])
  })

  it('tells how it failed, and logs only what the app does not know', async () => {
    const known = jobs.run('transcription', 'x', () => Promise.reject(new AppError('engine-failed')))
    await expect(known.done).rejects.toMatchObject({ code: 'engine-failed' })
    expect(seen.at(-1)).toMatchObject({ state: 'failed', code: 'engine-failed' })
    const unknown = jobs.run('transcription', 'x', () => Promise.reject(new Error('boom')))
    await expect(unknown.done).rejects.toThrow('boom')
    expect(seen.at(-1)).toMatchObject({ state: 'failed', code: 'internal' })
    expect(logged).toHaveLength(1)
  })

  it('ignores the cancelling of what has ended', () => {
    expect(() => jobs.cancel('job99')).not.toThrow()
  })

  it('ends everything when the app closes', async () => {
    const running = jobs.run('transcription', 'x', untilAborted)
    const outcome = running.done.catch((error: AppError) => error.code)
    await jobs.close()
    expect(await outcome).toBe('cancelled')
  })
})
