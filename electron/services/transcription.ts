import { AppError, errorCode } from '#domain/errors'
import type { EventHub } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { Models } from './models.ts'
import type { AttemptStore, AudioStore, Clock, SpeechEngine, TranscriptStore } from './ports.ts'

export interface Transcription {
  /**
   * Transcribes an attempt as a job; a job already under way for it is answered instead. Throws at once with
   * `engine-missing` or `model-missing`; a later failure is kept with the attempt. The audio is only ever read.
   */
  start(attemptId: string): Promise<{ jobId: string }>
  /** Gets the engine ready while the user speaks; does nothing without an engine or a model, and never throws. */
  warmUp(): Promise<void>
}

export function createTranscription(deps: {
  attempts: AttemptStore
  audio: AudioStore
  transcripts: TranscriptStore
  engine: SpeechEngine
  models: Models
  jobs: Jobs
  events: EventHub
  now: Clock
  logError(error: unknown): void
}): Transcription {
  const { attempts, audio, transcripts, engine, models, jobs, events } = deps

  return {
    async warmUp() {
      try {
        const model = engine.state() === 'missing' ? null : await models.active()
        if (model) engine.warmUp(model)
      } catch (error) {
        deps.logError(error)
      }
    },
    async start(attemptId) {
      const attempt = attempts.get(attemptId)
      if (!attempt) throw new AppError('not-found')
      const model = await models.active()
      const hasAudio = await audio.has(attemptId)
      // Asked after the waiting: another call may have started a job meanwhile.
      const running = jobs.of(attemptId)
      if (running) return { jobId: running.id }
      if (engine.state() === 'missing') throw new AppError('engine-missing')
      if (!model) throw new AppError('model-missing')
      if (!hasAudio) throw new AppError('audio-missing')
      const changed = () => events.emit('attempt.changed', { attemptId, storyId: attempt.storyId })

      attempts.setTranscriptionError(attemptId, null)
      const job = jobs.run('transcription', attemptId, async (signal, report) => {
        const heard = await engine.transcribe(audio.path(attemptId), model, { signal, report })
        signal.throwIfAborted()
        transcripts.save(attemptId, heard, model.name, deps.now())
      })
      changed()
      job.done
        .catch((error) => {
          const code = errorCode(error)
          if (code !== 'cancelled') attempts.setTranscriptionError(attemptId, code)
        })
        .finally(changed)
        .catch(deps.logError)
      return { jobId: job.id }
    },
  }
}
