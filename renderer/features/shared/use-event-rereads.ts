import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Client } from '#contract/client'
import type { EventName, EventPayload, MethodName } from '#contract/contract'
import { useClient } from './use-core.ts'

type Stale = readonly [MethodName, ...object[]]
type Rereads = { readonly [E in EventName]: (payload: EventPayload<E>) => readonly Stale[] }

/** Which reads an event makes stale. The only place that knows. */
const REREADS: Rereads = {
  'banks.changed': () => [
    ['banks.list'],
    ['models.catalogue'],
    ['banks.source'],
    ['stories.list'],
    ['stories.get'],
    ['labels.agreement'],
  ],
  'story.changed': ({ storyId }) => [
    ['stories.get', { storyId }],
    ['stories.list'],
    ['attempts.report'],
    ['labels.agreement'],
  ],
  'attempt.changed': ({ attemptId, storyId }) => [
    ['attempts.report', { attemptId }],
    ['attempts.waveform', { attemptId }],
    ['stories.get', { storyId }],
    ['stories.list'],
    ['labels.agreement'],
    ['app.info'],
  ],
  'scores.changed': () => [['stories.list'], ['stories.get']],
  'live.changed': ({ attemptId }) => [['recordings.live', { attemptId }]],
  // Progress is followed by use-job.ts; only the ends of a job change what can be read.
  'job.changed': (job) => {
    const isOver = job.state !== 'running' && job.state !== 'waiting'
    return isOver ? [['attempts.report', { attemptId: job.subjectId }]] : []
  },
  'models.changed': () => [['models.list'], ['models.voiceActivity'], ['models.catalogue'], ['app.info']],
  // A report holds target and pace against the bands of the settings; models come from the mirror.
  'settings.changed': () => [['settings.get'], ['attempts.report'], ['models.catalogue']],
  'engine.changed': () => [['app.info']],
}

function follow<E extends EventName>(client: Client, queries: QueryClient, name: E): () => void {
  return client.on(name, (payload) => {
    for (const queryKey of REREADS[name](payload)) void queries.invalidateQueries({ queryKey })
  })
}

/** Reads again whatever the core says has changed; mounted once, by the app. */
export function useEventRereads(): void {
  const client = useClient()
  const queries = useQueryClient()
  useEffect(() => {
    const closers = (Object.keys(REREADS) as EventName[]).map((name) => follow(client, queries, name))
    return () => {
      for (const close of closers.reverse()) close()
    }
  }, [client, queries])
}
