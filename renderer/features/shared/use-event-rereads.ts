import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Client } from '#contract/client'
import type { EventName, EventPayload, MethodName } from '#contract/contract'
import { useClient } from './use-core.ts'

type Stale = readonly [MethodName, ...object[]]
type Rereads = { readonly [E in EventName]: (payload: EventPayload<E>) => readonly Stale[] }

/** What hangs on how answers scored. */
const STANDING: readonly Stale[] = [
  ['stories.list'],
  ['practice.today'],
  ['practice.cards'],
  ['practice.propose'],
  ['practice.matrix'],
  ['sessions.scorecard'],
  ['progress.overview'],
]

/** What hangs on everything that was recorded. */
const RECORDED: readonly Stale[] = [
  ...STANDING,
  ['labels.agreement'],
  ['app.info'],
  ['cleanup.preview'],
  ['audio.stored'],
  ['sessions.candidates'],
]

/** Which reads an event makes stale. The only place that knows. */
const REREADS: Rereads = {
  'banks.changed': () => [
    ...STANDING,
    ['banks.list'],
    ['banks.source'],
    ['stories.get'],
    ['models.catalogue'],
    ['labels.agreement'],
    ['practice.forecast'],
  ],
  'story.changed': ({ storyId }) => [
    ...STANDING,
    ['stories.get', { storyId }],
    ['attempts.report'],
    ['labels.agreement'],
  ],
  'attempt.changed': ({ attemptId, storyId }) => [
    ...RECORDED,
    ['attempts.report', { attemptId }],
    ['attempts.waveform', { attemptId }],
    ['stories.get', { storyId }],
    ['backups.view'],
  ],
  'attempts.changed': () => [...RECORDED, ['attempts.report'], ['attempts.waveform'], ['stories.get']],
  'storage.changed': () => [['app.info'], ['cleanup.preview'], ['audio.stored'], ['backups.view']],
  'scores.changed': () => [...STANDING, ['stories.get']],
  'live.changed': ({ attemptId }) => [['recordings.live', { attemptId }]],
  // Progress is followed by use-job.ts; only the ends of a job change what can be read.
  'job.changed': (job) => {
    const isOver = job.state !== 'running' && job.state !== 'waiting'
    return isOver ? [['attempts.report', { attemptId: job.subjectId }]] : []
  },
  'models.changed': () => [
    ['models.list'],
    ['models.voiceActivity'],
    ['models.catalogue'],
    ['app.info'],
    ['backups.view'],
  ],
  // A report holds target and pace against the bands of the settings; models come from the mirror.
  'settings.changed': () => [
    ['settings.get'],
    ['attempts.report'],
    ['models.catalogue'],
    ['practice.today'],
    ['practice.cards'],
    ['practice.propose'],
    ['practice.forecast'],
  ],
  'engine.changed': () => [['app.info']],
  'backups.changed': () => [['backups.view']],
  // The page is loaded again (shell/use-reopened.ts).
  'app.reopened': () => [],
  'practice.changed': () => [...STANDING, ['practice.forecast'], ['sessions.list']],
  'session.changed': ({ sessionId }) => [
    ['sessions.get', { sessionId }],
    ['sessions.candidates'],
    ['sessions.scorecard', { sessionId }],
    ['sessions.list'],
  ],
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
