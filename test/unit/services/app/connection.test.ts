import { expect, it } from 'vitest'
import { createClient } from '#contract/client'
import type { Handlers } from '#contract/contract'
import { AppError } from '#domain/errors'
import { connect } from '../../../../electron/services/app/connection.ts'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import type { Recordings } from '../../../../electron/services/attempts/recordings.ts'
import { inProcess } from '../../../contract/transports.ts'
import { ids } from '../fakes.ts'

const START = { storyId: 's', questionId: null, cueLevel: 'full' as const, focus: null }

it('finishes the recordings of a window that goes away and has them written down, and no others', async () => {
  const finished: string[] = []
  const started: string[] = []
  const newId = ids('rec')
  const recordings = {
    finish: async (attemptId: string) => {
      finished.push(attemptId)
      return { durationMs: 1 }
    },
  } as Recordings
  const handlers = {
    'recordings.begin': () => ({ attemptId: newId() }),
    'recordings.finish': ({ attemptId }: { attemptId: string }) => recordings.finish(attemptId),
    'transcription.start': async ({ attemptId }: { attemptId: string }) => {
      started.push(attemptId)
      throw new AppError('model-missing')
    },
  } as unknown as Handlers
  const deps = { handlers, recordings, events: createEventHub(), logError: () => 'log' }
  const one = await inProcess()
  const other = await inProcess()
  connect(one.server, deps)
  connect(other.server, deps)
  const oneClient = createClient(one.client)

  const done = await oneClient.call('recordings.begin', START)
  const open = await oneClient.call('recordings.begin', START)
  await createClient(other.client).call('recordings.begin', START)
  await oneClient.call('recordings.finish', { attemptId: done.attemptId })
  one.close()
  expect(finished).toEqual([done.attemptId, open.attemptId])
  await expect.poll(() => started).toEqual([open.attemptId])
})

it('finishes a recording that begins while its window goes', async () => {
  const finished: string[] = []
  const begun = Promise.withResolvers<{ attemptId: string }>()
  const recordings = { finish: async (attemptId: string) => void finished.push(attemptId) } as unknown as Recordings
  const handlers = { 'recordings.begin': () => begun.promise } as unknown as Handlers
  const pair = await inProcess()
  connect(pair.server, { handlers, recordings, events: createEventHub(), logError: () => 'log' })
  const call = createClient(pair.client).call('recordings.begin', START)
  await Promise.resolve()
  pair.close()
  begun.resolve({ attemptId: 'late' })
  await expect(call).rejects.toMatchObject({ code: 'disconnected' })
  await expect.poll(() => finished).toEqual(['late'])
})
