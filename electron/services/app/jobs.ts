import type { Job } from '#contract/app'
import { AppError, errorCode } from '#domain/errors'
import type { NewId } from '../ports/stores.ts'
import type { EventHub } from './events.ts'

export type JobBody<T> = (signal: AbortSignal, report: (progress: number) => void) => Promise<T>

export interface Jobs {
  /** Starts work when the jobs of its kind before it have ended; the promise settles as the job does. */
  run<T>(kind: Job['kind'], subjectId: string, body: JobBody<T>): { id: string; done: Promise<T> }
  /** Aborts a job; unknown ids are ignored, as a job may just have ended. */
  cancel(jobId: string): void
  /** The job of a kind that is under way or waiting for a subject, or null. */
  of(subjectId: string, kind: Job['kind']): Job | null
  /** Aborts every job and resolves when all have ended. */
  close(): Promise<void>
}

interface Entry {
  job: Job
  readonly abort: AbortController
  readonly done: Promise<unknown>
}

/** Runs one job of a kind at a time; progress never falls back, and each job ends once: done, failed or cancelled. */
export function createJobs(deps: { events: EventHub; newId: NewId; logError(error: unknown): void }): Jobs {
  const entries = new Map<string, Entry>()
  const lastOfKind = new Map<Job['kind'], Promise<unknown>>()

  function change(entry: Entry, patch: Partial<Job>): void {
    entry.job = { ...entry.job, ...patch }
    deps.events.emit('job.changed', entry.job)
  }

  async function perform<T>(entry: Entry, body: JobBody<T>): Promise<T> {
    const { signal } = entry.abort
    try {
      signal.throwIfAborted()
      change(entry, { state: 'running' })
      const result = await body(signal, (progress) => {
        const next = Math.min(1, Math.max(entry.job.progress, progress))
        if (entry.job.state === 'running' && next > entry.job.progress) change(entry, { progress: next })
      })
      end(entry, { state: 'done', progress: 1 })
      return result
    } catch (error) {
      const cancelled = signal.aborted
      end(entry, cancelled ? { state: 'cancelled' } : { state: 'failed', code: errorCode(error) })
      if (!cancelled && !(error instanceof AppError)) deps.logError(error)
      throw cancelled ? new AppError('cancelled') : error
    }
  }

  /** The entry goes before the last event, so that whoever reads again on it finds the job gone. */
  function end(entry: Entry, patch: Partial<Job>): void {
    entries.delete(entry.job.id)
    change(entry, patch)
  }

  return {
    run(kind, subjectId, body) {
      const id = deps.newId()
      const abort = new AbortController()
      const turn = lastOfKind.get(kind) ?? Promise.resolve()
      const done = turn.then(() => perform(entry, body))
      const entry: Entry = {
        job: { id, kind, subjectId, state: 'waiting', progress: 0, code: null },
        abort,
        done,
      }
      entries.set(id, entry)
      lastOfKind.set(
        kind,
        done.catch(() => {}),
      )
      change(entry, {})
      return { id, done }
    },
    cancel: (jobId) => entries.get(jobId)?.abort.abort(),
    of: (subjectId, kind) =>
      [...entries.values()].find(({ job }) => job.subjectId === subjectId && job.kind === kind)?.job ?? null,
    async close() {
      const running = [...entries.values()]
      for (const entry of running) entry.abort.abort()
      await Promise.allSettled(running.map((entry) => entry.done))
    },
  }
}
