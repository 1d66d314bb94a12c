import { afterEach, expect, it, vi } from 'vitest'
import type { Job } from '#contract/app'
import type { Client } from '#contract/client'
import { AppError } from '#domain/errors'
import { writeDown } from '../../../../renderer/features/rehearse/use-write-down.ts'

afterEach(() => void vi.useRealTimers())

function core(start: () => Promise<{ jobId: string }>) {
  const listeners = new Set<(job: Job) => void>()
  const client = {
    call: start,
    on(_: string, listener: (job: Job) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as Client
  const tell = (id: string, state: Job['state']) => {
    for (const listener of listeners) listener({ id, state } as Job)
  }
  return { client, tell, listeners }
}

it('waits until its own job has ended', async () => {
  const { client, tell, listeners } = core(async () => ({ jobId: 'j' }))
  let isOver = false
  const work = writeDown(client, 'a').then(() => (isOver = true))
  await new Promise(setImmediate)
  tell('other', 'done')
  tell('j', 'running')
  await new Promise(setImmediate)
  expect(isOver).toBe(false)
  tell('j', 'failed')
  await work
  expect(listeners.size).toBe(0)
})

it('does not wait for a job that ended before its name was known', async () => {
  const started = Promise.withResolvers<{ jobId: string }>()
  const { client, tell } = core(() => started.promise)
  const work = writeDown(client, 'a')
  tell('j', 'done')
  started.resolve({ jobId: 'j' })
  await work
})

it('does not wait where nothing can be transcribed', async () => {
  await writeDown(core(() => Promise.reject(new AppError('model-missing'))).client, 'a')
})

it('shows the report when it takes long', async () => {
  vi.useFakeTimers()
  const { client } = core(async () => ({ jobId: 'j' }))
  const work = writeDown(client, 'a', 2500)
  await vi.advanceTimersByTimeAsync(2500)
  await work
})
