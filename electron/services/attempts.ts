import type { Waveform } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import { AppError } from '#domain/errors'
import { correctTranscript } from '#domain/transcript/correct'
import type { EventHub } from './events.ts'
import type { AttemptRow, AttemptStore, AudioStore, Clock, OverrideStore, TranscriptStore } from './ports.ts'

export interface Attempts {
  waveform(attemptId: string): Waveform
  remove(attemptId: string): void
  restore(attemptId: string): void
  override(attemptId: string, pointId: string, status: CoverageStatus | null): void
  correct(attemptId: string, text: string | null): void
  /** Deletes for good, audio first, what the user put aside before this start; what fails waits for the next start. */
  purgeRemoved(): Promise<void>
}

/** What users do with a recorded attempt: look, tick, correct, put aside. */
export function createAttempts(deps: {
  store: AttemptStore
  audio: AudioStore
  transcripts: TranscriptStore
  overrides: OverrideStore
  events: EventHub
  now: Clock
  logError(error: unknown): void
}): Attempts {
  const { store, transcripts, overrides, events } = deps

  function found(attemptId: string): AttemptRow {
    const attempt = store.get(attemptId)
    if (!attempt) throw new AppError('not-found')
    return attempt
  }

  function change(attemptId: string, write: () => void): void {
    const { storyId } = found(attemptId)
    write()
    events.emit('attempt.changed', { attemptId, storyId })
  }

  return {
    waveform(attemptId) {
      const { durationMs } = found(attemptId)
      const envelope = store.envelope(attemptId)
      if (!envelope) throw new AppError('audio-missing')
      return { frameMs: envelope.frameMs, peaks: envelope.peaks, durationMs }
    },
    remove: (attemptId) => change(attemptId, () => store.setRemoved(attemptId, deps.now())),
    restore: (attemptId) => change(attemptId, () => store.setRemoved(attemptId, null)),
    override: (attemptId, pointId, status) =>
      change(attemptId, () => overrides.set(attemptId, pointId, status, deps.now())),
    correct: (attemptId, text) =>
      change(attemptId, () => {
        const stored = transcripts.get(attemptId)
        if (!stored) throw new AppError('transcript-missing')
        transcripts.setCorrected(attemptId, text === null ? null : correctTranscript(stored.heard, text))
      }),
    async purgeRemoved() {
      try {
        for (const attemptId of store.removed()) await deps.audio.delete(attemptId)
        store.purgeRemoved()
      } catch (error) {
        deps.logError(error)
      }
    },
  }
}
