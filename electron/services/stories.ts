import type { PointDraft, StoryDetail, StorySummary } from '#contract/stories'
import { AppError } from '#domain/errors'
import type { EventHub } from './events.ts'
import type {
  AttemptRow,
  AttemptStore,
  Clock,
  NewId,
  OverrideStore,
  StoryRow,
  StoryStore,
  TranscriptStore,
} from './ports.ts'
import type { Reports } from './reports.ts'
import type { Wordings } from './wordings.ts'

export interface Stories {
  list(): StorySummary[]
  get(storyId: string): StoryDetail
  savePoints(storyId: string, points: readonly PointDraft[]): void
  rename(storyId: string, title: string): void
}

/** Stories as the library and the Story screen show them, and the user's edits of them. */
export function createStories(deps: {
  store: StoryStore
  attempts: AttemptStore
  transcripts: TranscriptStore
  overrides: OverrideStore
  reports: Reports
  wordings: Pick<Wordings, 'ofStory'>
  events: EventHub
  now: Clock
  newId: NewId
}): Stories {
  const { store, attempts, reports, events } = deps

  function found(storyId: string): StoryRow {
    const row = store.get(storyId)
    if (!row) throw new AppError('not-found')
    return row
  }

  function summary(
    { story, bankId }: StoryRow,
    told: readonly AttemptRow[],
    scored: ReadonlySet<string>,
  ): StorySummary {
    const newestScored = told.find((attempt) => scored.has(attempt.id))
    const score = newestScored && reports.summary(newestScored, story).score
    return {
      id: story.id,
      bankId,
      kind: story.kind,
      title: story.title,
      sectionId: story.sectionId,
      questionIds: story.questionIds,
      pointCount: story.points.filter((point) => point.weight !== 'optional').length,
      attemptCount: told.length,
      lastPractisedAt: told[0]?.startedAt ?? null,
      readiness: score?.total ? (score.covered + score.partial / 2) / score.total : null,
    }
  }

  return {
    list() {
      const scored = deps.transcripts.attemptIds().union(deps.overrides.attemptIds())
      const byStory = Map.groupBy(attempts.list(), (attempt) => attempt.storyId)
      return store.list().map((row) => summary(row, byStory.get(row.story.id) ?? [], scored))
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
        attempts: attempts.list(storyId).map((attempt) => reports.summary(attempt, story)),
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
