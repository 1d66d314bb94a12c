import type { StoredRecordings } from '#contract/history'
import { errorCode } from '#domain/errors'
import type { EventHub } from './events.ts'
import type { Foreground } from './foreground.ts'
import type { JobBody, Jobs } from './jobs.ts'
import type { AttemptStore, AudioPacker, AudioStore } from './ports.ts'
import type { SettingsService } from './settings.ts'

export interface Compression {
  /** A recording is finished: it is compressed when nobody waits for the machine, if the user wants that. Never throws. */
  finished(attemptId: string): void
  stored(): Promise<StoredRecordings>
  compressAll(): { jobId: string }
  unpackAll(): { jobId: string }
  /** True while recordings are being rewritten. */
  isWorking(): boolean
}

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
  logError(error: unknown): void
}): Compression {
  const { attempts, packer, foreground, jobs } = deps
  let working = 0

  /** Rewrites one recording as often as it takes to be left alone. */
  async function rewrite(kind: Kind, attemptId: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      await foreground.whenFree(signal)
      const interrupted = new AbortController()
      const stopWatching = foreground.onTaken(() => interrupted.abort())
      try {
        await packer[kind](attemptId, AbortSignal.any([signal, interrupted.signal]))
        return
      } catch (error) {
        if (!interrupted.signal.aborted || signal.aborted) throw error
      } finally {
        stopWatching()
      }
    }
  }

  /** What cannot be rewritten stays as it is; only a disk that takes no more ends the work. */
  const rewriteAll =
    (kind: Kind): JobBody<void> =>
    async (signal, report) => {
      const stored = await deps.audio.sizes()
      const waiting = attempts
        .list()
        .filter(({ id, status }) => status === 'recorded' && stored.get(id)?.isCompressed === (kind === 'unpack'))
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
    const job = jobs.run('compression', subjectId, async (signal, report) => {
      working++
      await body(signal, report).finally(() => working--)
    })
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
      const stored = await deps.audio.sizes()
      const each = [...stored.values()]
      const form = (isCompressed: boolean) => {
        const own = each.filter((audio) => audio.isCompressed === isCompressed)
        return { count: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) }
      }
      const [plain, compressed] = [form(false), form(true)]
      const plainBytes = attempts
        .list()
        .filter(({ id }) => stored.get(id)?.isCompressed)
        .map(({ id, durationMs }) => WAV_BYTES.head + WAV_BYTES.perMs * durationMs - stored.get(id)!.bytes)
      const kind = KINDS.find((each) => jobs.of(each, 'compression'))
      const job = kind && jobs.of(kind, 'compression')
      return {
        plain,
        compressed,
        savedBytes: plainBytes.reduce((sum, saved) => sum + Math.max(0, saved), 0),
        job: kind && job ? { jobId: job.id, kind, progress: job.progress } : null,
      }
    },
    compressAll: () => begin('compress'),
    unpackAll: () => begin('unpack'),
    isWorking: () => working > 0,
  }
}
