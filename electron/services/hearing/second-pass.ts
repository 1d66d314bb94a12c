import { errorCode } from '#domain/errors'
import { carryCorrections } from '#domain/transcript/carry-corrections'
import type { EventHub } from '../app/events.ts'
import type { Foreground } from '../app/foreground.ts'
import type { Jobs } from '../app/jobs.ts'
import type { Models } from '../models/models.ts'
import type { SpeechEngine, SpeechModel } from '../ports/speech.ts'
import type { AttemptStore, Clock, TranscriptStore } from '../ports/stores.ts'
import type { Hearings } from './hearings.ts'

/** Has a larger model hear an attempt once more when nobody waits for the machine. */
export interface SecondPass {
  /** Does nothing when no larger model is chosen; never throws. */
  want(attemptId: string): void
}

/** Replaces a transcript by a better one and keeps what was corrected by hand. It stands back for every recording. */
export function createSecondPass(deps: {
  attempts: AttemptStore
  transcripts: TranscriptStore
  /** An engine of its own: the larger model does not push the usual one out of memory. */
  engine: SpeechEngine
  models: Models
  hearings: Hearings
  foreground: Foreground
  jobs: Jobs
  events: EventHub
  now: Clock
  logError(error: unknown): void
}): SecondPass {
  const { attempts, transcripts, foreground, jobs } = deps

  /** Hears it as often as it takes to be left alone. */
  async function hear(attemptId: string, model: SpeechModel, signal: AbortSignal, report: (progress: number) => void) {
    for (;;) {
      await foreground.whenFree(signal)
      const interrupted = new AbortController()
      const stopWatching = foreground.onTaken(() => interrupted.abort())
      const either = AbortSignal.any([signal, interrupted.signal])
      const hearing = await deps.hearings.open(attemptId, model, undefined, deps.engine)
      try {
        await hearing.listenToAll(either)
        return await hearing.finish({ signal: either, report })
      } catch (error) {
        if (!interrupted.signal.aborted || signal.aborted) throw error
      } finally {
        stopWatching()
        hearing.close()
      }
    }
  }

  async function run(attemptId: string): Promise<void> {
    const model = await deps.models.thorough()
    const attempt = attempts.get(attemptId)
    if (!model || !attempt || jobs.of(attemptId, 'second-pass')) return
    const changed = () => deps.events.emit('attempt.changed', { attemptId, storyId: attempt.storyId })
    const job = jobs.run('second-pass', attemptId, async (signal, report) => {
      const heard = await hear(attemptId, model, signal, report)
      // Read now: the user may have corrected while it was heard.
      const former = transcripts.get(attemptId)
      if (!former) return
      const corrected =
        former.corrected && carryCorrections({ heard: former.heard, corrected: former.corrected }, heard)
      transcripts.save(attemptId, { heard, corrected, modelName: model.name }, deps.now())
    })
    changed()
    await job.done.finally(changed)
  }

  return {
    want: (attemptId) =>
      void run(attemptId).catch((error) => {
        if (errorCode(error) !== 'cancelled') deps.logError(error)
      }),
  }
}
