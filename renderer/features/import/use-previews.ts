import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Job } from '#contract/app'
import type { BankPreview } from '#contract/banks'
import type { Client } from '#contract/client'
import { AppError } from '#domain/errors'
import { useClient, useWrite } from '../shared/use-core.ts'
import { concerns } from './accept-all.ts'
import type { ImportDocument } from './queue.ts'

/** How far the reading of a document has come. `progress` is 0-1, null while it waits for its turn. */
export type Reading =
  | { readonly state: 'waiting' }
  | { readonly state: 'reading'; readonly progress: number | null }
  | { readonly state: 'ready'; readonly preview: BankPreview }
  | { readonly state: 'failed'; readonly error: Error }

// Requests of this window, told apart from those of another one.
const WINDOW = crypto.randomUUID()
const requestIdOf = (documentId: number) => `${WINDOW}-${documentId}`
const keyOf = (documentId: number) => ['banks.preview', documentId]

/** Where the jobs of this window's previews stand, by request. */
function usePreviewJobs(): ReadonlyMap<string, Job> {
  const client = useClient()
  const [jobs, setJobs] = useState<ReadonlyMap<string, Job>>(new Map())
  useEffect(
    () =>
      client.on('job.changed', (job) => {
        if (job.kind === 'import') setJobs((now) => new Map(now).set(job.subjectId, job))
      }),
    [client],
  )
  return jobs
}

const readWith = (client: Client, { id, fileName, bytes }: ImportDocument) =>
  client.call('banks.preview', { fileName, bytes, requestId: requestIdOf(id) })

/** Reads the documents in line one after the other, the one in view first. */
export function usePreviews(documents: readonly ImportDocument[], currentId: number | null) {
  const client = useClient()
  const queries = useQueryClient()
  const jobs = usePreviewJobs()
  const cancelJob = useWrite('jobs.cancel')
  const open = documents.filter((document) => document.state === 'waiting' && !document.failure)
  const isUnread = ({ id }: ImportDocument) => {
    const state = queries.getQueryState(keyOf(id))
    return !state || (state.status === 'pending' && state.fetchStatus === 'idle')
  }
  const isBusy = open.some(({ id }) => queries.getQueryState(keyOf(id))?.fetchStatus === 'fetching')
  const current = open.find(({ id }) => id === currentId)
  const next = current && isUnread(current) ? current : isBusy ? undefined : open.find(isUnread)

  const results = useQueries({
    queries: open.map((document) => ({
      // The bytes stay out of the key: they are large and never change.
      queryKey: keyOf(document.id),
      queryFn: () => readWith(client, document),
      enabled: document === next || !isUnread(document),
    })),
  })
  const readings = useMemo(() => {
    const found = new Map<number, Reading>()
    open.forEach(({ id }, index) => {
      const result = results[index]!
      if (result.data) found.set(id, { state: 'ready', preview: result.data })
      else if (result.error) found.set(id, { state: 'failed', error: result.error })
      else if (result.fetchStatus === 'fetching') {
        found.set(id, { state: 'reading', progress: jobs.get(requestIdOf(id))?.progress ?? null })
      } else found.set(id, { state: 'waiting' })
    })
    for (const { id, failure } of documents) {
      if (failure) found.set(id, { state: 'failed', error: new AppError(failure) })
    }
    return found
  }, [open, results, jobs, documents])

  return {
    readings,
    /** Stops the reading of a document; its preview then fails with `cancelled`. */
    cancel: (documentId: number) => {
      const job = jobs.get(requestIdOf(documentId))
      return job ? cancelJob({ jobId: job.id }) : Promise.resolve(null)
    },
    /** What a new import may have made stale: whatever updates the bank that has just been written. */
    rereadAfter: (title: string, fileName: string) => {
      for (const document of open) {
        const preview = queries.getQueryData<BankPreview>(keyOf(document.id))
        const isStale =
          preview && concerns({ fileName, title }, { fileName: document.fileName, title: preview.bank.title })
        if (isStale) void queries.invalidateQueries({ queryKey: keyOf(document.id) })
      }
    },
    /** Answers what accepting a document would do now, without showing it. */
    reread: (document: ImportDocument) => readWith(client, document),
    /** Makes the preview of a document anew. */
    readAgain: ({ id }: ImportDocument) => void queries.invalidateQueries({ queryKey: keyOf(id) }),
    forget: (documentId: number) => queries.removeQueries({ queryKey: keyOf(documentId) }),
  }
}

export type Previews = ReturnType<typeof usePreviews>
