import { expect, it } from 'vitest'
import { createClient } from '#contract/client'
import type { Handlers } from '#contract/contract'
import { connect } from '../../../electron/services/connection.ts'
import { createEventHub } from '../../../electron/services/events.ts'
import type { Recordings } from '../../../electron/services/recordings.ts'
import { inProcess } from '../../contract/transports.ts'
import { ids } from './fakes.ts'

const START = { storyId: 's', questionId: null, cueLevel: 'full' as const }

it('finishes the recordings of a window that goes away, and of no other', async () => {
  const finished: string[] = []
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
})
