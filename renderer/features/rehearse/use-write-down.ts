import { useCallback } from 'react'
import type { Client } from '#contract/client'
import { useClient } from '../shared/use-core.ts'

/** Longer than this nobody waits without a report: what is still missing appears in it. */
const LONGEST_WAIT_MS = 2500

/**
 * Has an attempt transcribed and resolves when that is done, or when it takes long; never rejects: without an engine or
 * a model the report is there all the same, and says why nothing was transcribed.
 */
export async function writeDown(client: Client, attemptId: string, longestMs = LONGEST_WAIT_MS): Promise<void> {
  const over = Promise.withResolvers<void>()
  const ended = new Set<string>()
  let awaited: string | null = null
  const stopListening = client.on('job.changed', ({ id, state }) => {
    if (state === 'waiting' || state === 'running') return
    ended.add(id)
    if (id === awaited) over.resolve()
  })
  const timer = setTimeout(over.resolve, longestMs)
  try {
    awaited = (await client.call('transcription.start', { attemptId })).jobId
    if (!ended.has(awaited)) await over.promise
  } catch {
    // The report tells it.
  } finally {
    clearTimeout(timer)
    stopListening()
  }
}

/** Has an attempt of this core transcribed. */
export function useWriteDown(): (attemptId: string) => Promise<void> {
  const client = useClient()
  return useCallback((attemptId) => writeDown(client, attemptId), [client])
}
