import type { AttemptSummary } from '#contract/attempts'
import type { PointDraft, StoryDetail, StorySummary } from '#contract/stories'
import { readinessOf } from '#domain/coverage/score'
import { AppError } from '#domain/errors'
import type { EventHub } from '../app/events.ts'
import { type Reports, shownAttempt } from '../attempts/reports.ts'
import type { Scores } from '../attempts/scores.ts'
import type { Wordings } from '../attempts/wordings.ts'
import type { AttemptStore, Clock, NewId, StoryRow, StoryStore, TranscriptStore } from '../ports/stores.ts'
import type { PracticeService } from '../practice/practice.ts'

export interface Stories {
  list(): StorySummary[]
  get(storyId: string): StoryDetail
  savePoints(storyId: string, points: readonly PointDraft[]): void
  rename(storyId: string, title: string): void
}

/** Stories as the library and the Story screen show them, and the user's edits of them. */
export function createStories(deps: {
  store: StoryStore
  attempts: Pick<AttemptStore, 'list'>
  transcripts: Pick<TranscriptStore, 'modelNames'>
  reports: Pick<Reports, 'transcription'>
  scores: Pick<Scores, 'newest' | 'ofStory'>
  wordings: Pick<Wordings, 'ofStory'>
  practice: Pick<PracticeService, 'dueStories'>
  events: EventHub
  now: Clock
  newId: NewId
}): Stories {
  const { store, events } = deps

  function found(storyId: string): StoryRow {
    const row = store.get(storyId)
    if (!row) throw new AppError('not-found')
    return row
  }

  function summaries(storyId: string): AttemptSummary[] {
    const modelNames = deps.transcripts.modelNames(storyId)
    const scores = deps.scores.ofStory(storyId)
    return deps.attempts.list(storyId).map((attempt) => ({
      attempt: shownAttempt(attempt),
      transcription: deps.reports.transcription(attempt, modelNames.get(attempt.id) ?? null),
      score: scores.get(attempt.id) ?? null,
    }))
  }

  return {
    list() {
      const newest = deps.scores.newest()
      const due = deps.practice.dueStories()
      return store.overviews().map((story) => ({
        ...story,
        readiness: readinessOf(newest.get(story.id) ?? null),
        isDue: due.has(story.id),
      }))
    },
    get(storyId) {
      const { story, bankId } = found(storyId)
      const { bankTitle, section, questions } = store.surroundings(storyId)
      return {
        bankId,
        bankTitle,
        story,
        section,
        questions: [...questions],
        attempts: summaries(storyId),
        wordings: deps.wordings.ofStory(storyId),
      }
    },
    savePoints(storyId, points) {
      found(storyId)
      const own = store.pointIds(storyId)
      if (points.some(({ id }) => id !== null && !own.has(id))) throw new AppError('not-found')
      store.savePoints(
        storyId,
        points.map((point) => ({ ...point, id: point.id ?? deps.newId() })),
        deps.now(),
      )
      events.emit('story.changed', { storyId })
    },
    rename(storyId, title) {
      found(storyId)
      store.rename(storyId, title)
      events.emit('story.changed', { storyId })
    },
  }
}
