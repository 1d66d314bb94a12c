import type { AttemptSummary } from '#contract/attempts'
import type { Attempt } from '#domain/attempt'
import type { Score } from '#domain/coverage/score'

/** An attempt as a history lists it. */
export const summary = (id: string, patch: Partial<Attempt> = {}, score: Score | null = null): AttemptSummary => ({
  attempt: {
    id,
    storyId: 's1',
    questionId: null,
    cueLevel: 'full',
    status: 'recorded',
    recovered: false,
    focus: null,
    note: '',
    favourite: false,
    audioRemovedAt: null,
    startedAt: 0,
    durationMs: 60_000,
    ...patch,
  },
  transcription: { state: 'none' },
  score,
})
