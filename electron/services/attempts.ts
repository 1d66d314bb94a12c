import type { Waveform } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import { AppError } from '#domain/errors'
import type { WordSpan } from '#domain/transcript'
import { correctTranscript } from '#domain/transcript/correct'
import type { EventHub } from './events.ts'
import type { Live } from './live.ts'
import type { AttemptRow, AttemptStore, AudioStore, Clock, OverrideStore, TranscriptStore } from './ports.ts'
import type { Wordings } from './wordings.ts'

export interface Attempts {
  waveform(attemptId: string): Waveform
  remove(attemptId: string): void
  restore(attemptId: string): void
  /** Sets the user's verdict; `said`, which only *covered* may have, becomes a wording: null when that was known. */
  override(
    attemptId: string,
    pointId: string,
    status: CoverageStatus | null,
    said: WordSpan | null,
  ): { wordingId: string | null }
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
  wordings: Pick<Wordings, 'learn'>
  live: Pick<Live, 'drop'>
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
    remove(attemptId) {
      deps.live.drop(attemptId)
      change(attemptId, () => store.setRemoved(attemptId, deps.now()))
    },
    restore: (attemptId) => change(attemptId, () => store.setRemoved(attemptId, null)),
    override(attemptId, pointId, status, said) {
      if (said && status !== 'covered') throw new AppError('bad-request')
      // Learned first: where the words are refused, nothing changes.
      const learned = said && deps.wordings.learn(attemptId, pointId, 'accepted', said)
      change(attemptId, () => overrides.set(attemptId, pointId, status, deps.now()))
      return { wordingId: learned?.isNew ? learned.wordingId : null }
    },
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
