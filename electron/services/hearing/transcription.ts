import { AppError, errorCode } from '#domain/errors'
import type { EventHub } from '../app/events.ts'
import type { Foreground } from '../app/foreground.ts'
import type { Jobs } from '../app/jobs.ts'
import type { Models } from '../models/models.ts'
import type { SpeechEngine } from '../ports/speech.ts'
import type { AttemptStore, AudioStore, Clock, TranscriptStore } from '../ports/stores.ts'
import type { Hearings } from './hearings.ts'
import type { Live } from './live.ts'
import type { SecondPass } from './second-pass.ts'

export interface Transcription {
  /**
   * Transcribes an attempt as a job, going on where the live hearing stands; a job already under way for it is answered
   * instead. Throws at once with `engine-missing` or `model-missing`; a later failure is kept with the attempt. The
   * audio is only ever read.
   */
  start(attemptId: string): Promise<{ jobId: string }>
}

export function createTranscription(deps: {
  attempts: AttemptStore
  audio: AudioStore
  transcripts: TranscriptStore
  engine: SpeechEngine
  models: Models
  hearings: Hearings
  live: Live
  secondPass: SecondPass
  foreground: Foreground
  jobs: Jobs
  events: EventHub
  now: Clock
  logError(error: unknown): void
}): Transcription {
  const { attempts, audio, transcripts, engine, models, hearings, live, jobs, events } = deps

  async function hear(attemptId: string, signal: AbortSignal, report: (progress: number) => void): Promise<void> {
    const heardLive = await live.take(attemptId)
    const model = heardLive?.model ?? (await models.active())
    if (!model) throw new AppError('model-missing')
    const hearing = heardLive ?? (await hearings.open(attemptId, model))
    try {
      if (!heardLive) await hearing.listenToAll(signal)
      const heard = await hearing.finish({ signal, report })
      transcripts.save(attemptId, { heard, corrected: null, modelName: model.name }, deps.now())
    } finally {
      hearing.close()
    }
  }

  return {
    async start(attemptId) {
      const attempt = attempts.get(attemptId)
      if (!attempt) throw new AppError('not-found')
      const model = await models.active()
      const hasAudio = await audio.has(attemptId)
      // Asked after the waiting: another call may have started a job meanwhile.
      const running = jobs.of(attemptId, 'transcription')
      if (running) return { jobId: running.id }
      if (engine.state() === 'missing') throw new AppError('engine-missing')
      if (!model) throw new AppError('model-missing')
      if (attempt.audioRemovedAt !== null) throw new AppError('audio-cleaned-up')
      if (!hasAudio) throw new AppError('audio-missing')
      const changed = () => events.emit('attempt.changed', { attemptId, storyId: attempt.storyId })

      attempts.setTranscriptionError(attemptId, null)
      const leave = deps.foreground.enter()
      const job = jobs.run('transcription', attemptId, (signal, report) => hear(attemptId, signal, report))
      changed()
      job.done
        .then(
          () => deps.secondPass.want(attemptId),
          (error) => {
            const code = errorCode(error)
            if (code !== 'cancelled') attempts.setTranscriptionError(attemptId, code)
          },
        )
        .finally(() => {
          leave()
          changed()
        })
        .catch(deps.logError)
      return { jobId: job.id }
    },
  }
}
