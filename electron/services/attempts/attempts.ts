import type { Waveform } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import { AppError } from '#domain/errors'
import type { WordSpan } from '#domain/transcript'
import { correctTranscript } from '#domain/transcript/correct'
import type { EventHub } from '../app/events.ts'
import type { Live } from '../hearing/live.ts'
import type { AttemptRow, AttemptStore, Clock, OverrideStore, TranscriptStore } from '../ports/stores.ts'
import type { Purge } from './purge.ts'
import type { Wordings } from './wordings.ts'

export interface Attempts {
  waveform(attemptId: string): Waveform
  remove(attemptId: string): void
  /** Throws `not-found` when it is too late. */
  restore(attemptId: string): void
  /** The same with many at once; what is gone meanwhile is left out. */
  removeAll(attemptIds: readonly string[]): void
  restoreAll(attemptIds: readonly string[]): void
  setNote(attemptId: string, note: string): void
  setFavourite(attemptId: string, favourite: boolean): void
  /** Sets the user's verdict; `said`, which only *covered* may have, becomes a wording: null when that was known. */
  override(
    attemptId: string,
    pointId: string,
    status: CoverageStatus | null,
    said: WordSpan | null,
  ): { wordingId: string | null }
  correct(attemptId: string, text: string | null): void
}

/** What users do with a recorded attempt: look, tick, correct, note, put aside. */
export function createAttempts(deps: {
  store: AttemptStore
  transcripts: TranscriptStore
  overrides: OverrideStore
  wordings: Pick<Wordings, 'learn'>
  live: Pick<Live, 'drop'>
  purge: Pick<Purge, 'isGoing'>
  events: EventHub
  now: Clock
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
      const { durationMs, audioRemovedAt } = found(attemptId)
      if (audioRemovedAt !== null) throw new AppError('audio-cleaned-up')
      const envelope = store.envelope(attemptId)
      if (!envelope) throw new AppError('audio-missing')
      return { frameMs: envelope.frameMs, peaks: envelope.peaks, durationMs }
    },
    remove(attemptId) {
      deps.live.drop(attemptId)
      change(attemptId, () => store.setRemoved(attemptId, deps.now()))
    },
    restore(attemptId) {
      if (deps.purge.isGoing(attemptId)) throw new AppError('not-found')
      change(attemptId, () => store.setRemoved(attemptId, null))
    },
    removeAll(attemptIds) {
      for (const attemptId of attemptIds) deps.live.drop(attemptId)
      store.setAllRemoved(attemptIds, deps.now())
      events.emit('attempts.changed', {})
    },
    restoreAll(attemptIds) {
      store.setAllRemoved(
        attemptIds.filter((attemptId) => !deps.purge.isGoing(attemptId)),
        null,
      )
      events.emit('attempts.changed', {})
    },
    setNote: (attemptId, note) => change(attemptId, () => store.setNote(attemptId, note.trim())),
    setFavourite: (attemptId, favourite) => change(attemptId, () => store.setFavourite(attemptId, favourite)),
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
  }
}
