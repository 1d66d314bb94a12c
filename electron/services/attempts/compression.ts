import type { StoredRecordings } from '#contract/history'
import { errorCode } from '#domain/errors'
import type { EventHub } from '../app/events.ts'
import type { Foreground } from '../app/foreground.ts'
import type { JobBody, Jobs } from '../app/jobs.ts'
import type { SettingsService } from '../app/settings.ts'
import type { AttemptStore, AudioPacker, AudioStore } from '../ports/stores.ts'

export interface Compression {
  /** A recording is finished: it is compressed when nobody waits for the machine, if the user wants that. Never throws. */
  finished(attemptId: string): void
  stored(): Promise<StoredRecordings>
  compressAll(): { jobId: string }
  unpackAll(): { jobId: string }
  /**
   * Compresses what an earlier run of the app did not get to, if the user wants that: in the background, when the start
   * is over. The answer calls it off.
   */
  catchUpLater(): () => void
  /** True while the recording is written in its other form. */
  isRewriting(attemptId: string): boolean
}

/** So long after the start what was left is looked for: the first screen is drawn and used by then. Milliseconds. */
export const CATCH_UP_AFTER_MS = 20_000

const KINDS = ['compress', 'unpack'] as const
type Kind = (typeof KINDS)[number]

/** What a WAV file of a recording takes besides its samples, and these each millisecond. */
const WAV_BYTES = { head: 44, perMs: 32 }

/** Compresses recordings in the background and on request, one after another. It stands back whenever somebody waits. */
export function createCompression(deps: {
  attempts: Pick<AttemptStore, 'list' | 'get'>
  audio: AudioStore
  packer: AudioPacker
  settings: Pick<SettingsService, 'get'>
  foreground: Foreground
  jobs: Jobs
  events: EventHub
  /** It is being deleted for good. */
  isGoing(attemptId: string): boolean
  /** Calls once after some time; the answer calls it off. */
  after(ms: number, run: () => void): () => void
  logError(error: unknown): void
}): Compression {
  const { attempts, packer, foreground, jobs } = deps
  /** The recording whose file is being written in its other form; there is one at a time. */
  let rewriting: string | null = null
  /** Recordings that could not be rewritten since the start: no sound of ours, or damaged. They stay as they are. */
  const refused = new Set<string>()

  /** Whether its sound is to stay: there is no use in rewriting what is being deleted. */
  const isKept = (attemptId: string) => attempts.get(attemptId)?.audioRemovedAt === null && !deps.isGoing(attemptId)

  /** Rewrites one recording as often as it takes to be left alone. */
  async function rewrite(kind: Kind, attemptId: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      await foreground.whenFree(signal)
      if (!isKept(attemptId)) return
      const interrupted = new AbortController()
      const stopWatching = foreground.onTaken(() => interrupted.abort())
      rewriting = attemptId
      try {
        const isDone = await packer[kind](attemptId, AbortSignal.any([signal, interrupted.signal]))
        if (isDone === false) refused.add(attemptId)
        return
      } catch (error) {
        if (errorCode(error) === 'audio-unreadable') refused.add(attemptId)
        if (!interrupted.signal.aborted || signal.aborted) throw error
      } finally {
        rewriting = null
        stopWatching()
      }
    }
  }

  /** What is to be rewritten, with what it takes now: finished recordings whose sound is to stay. */
  async function waitingFor(kind: Kind) {
    const stored = await deps.audio.sizes()
    return attempts.list().flatMap(({ id, status, durationMs, audioRemovedAt }) => {
      const audio = stored.get(id)
      const isMeant = status === 'recorded' && durationMs > 0 && audioRemovedAt === null && !refused.has(id)
      return audio && isMeant && audio.isCompressed === (kind === 'unpack') ? [{ id, durationMs, ...audio }] : []
    })
  }

  /** What cannot be rewritten stays as it is; only a disk that takes no more ends the work. */
  const rewriteAll =
    (kind: Kind): JobBody<void> =>
    async (signal, report) => {
      const waiting = await waitingFor(kind)
      const all = waiting.reduce((sum, { durationMs }) => sum + durationMs, 0)
      let done = 0
      for (const { id, durationMs } of waiting) {
        await rewrite(kind, id, signal).catch((error) => {
          if (signal.aborted || errorCode(error) === 'disk-full') throw error
          if (errorCode(error) !== 'audio-missing') deps.logError(error)
        })
        done += durationMs
        report(all === 0 ? 1 : done / all)
      }
    }

  function start(kind: Kind, subjectId: string, body: JobBody<void>) {
    const job = jobs.run('compression', subjectId, body)
    // Whoever looks at the storage sees it begin.
    deps.events.emit('storage.changed', {})
    const over = () => deps.events.emit('storage.changed', {})
    // How it ended is told by the job.
    void job.done.then(over, (error) => {
      over()
      if (subjectId !== kind && errorCode(error) !== 'cancelled') deps.logError(error)
    })
    return { jobId: job.id }
  }

  const begin = (kind: Kind) => {
    const running = jobs.of(kind, 'compression')
    return running ? { jobId: running.id } : start(kind, kind, rewriteAll(kind))
  }

  return {
    finished(attemptId) {
      if (!deps.settings.get().compressAudio) return
      start('compress', attemptId, (signal) => rewrite('compress', attemptId, signal))
    },
    async stored() {
      const [plain, compressed] = await Promise.all([waitingFor('compress'), waitingFor('unpack')])
      const bytesOf = (all: readonly { readonly bytes: number }[]) => all.reduce((sum, { bytes }) => sum + bytes, 0)
      const plainBytes = compressed.map(({ durationMs, bytes }) =>
        Math.max(0, WAV_BYTES.head + WAV_BYTES.perMs * durationMs - bytes),
      )
      const kind = KINDS.find((each) => jobs.of(each, 'compression'))
      const job = kind && jobs.of(kind, 'compression')
      return {
        plain: { count: plain.length, bytes: bytesOf(plain) },
        compressed: { count: compressed.length, bytes: bytesOf(compressed) },
        savedBytes: plainBytes.reduce((sum, saved) => sum + saved, 0),
        refusedCount: refused.size,
        job: kind && job ? { jobId: job.id, kind, progress: job.progress } : null,
      }
    },
    compressAll: () => begin('compress'),
    unpackAll: () => begin('unpack'),
    catchUpLater: () =>
      deps.after(CATCH_UP_AFTER_MS, () => {
        if (!deps.settings.get().compressAudio) return
        waitingFor('compress').then((waiting) => void (waiting.length > 0 && begin('compress')), deps.logError)
      }),
    isRewriting: (attemptId) => attemptId === rewriting,
  }
}
