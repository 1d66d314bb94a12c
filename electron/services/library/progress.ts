import type { Progress, StoryTrend } from '#contract/progress'
import { readinessOf } from '#domain/coverage/score'
import { READY_FROM } from '#domain/practice/matrix'
import type { Answer } from '#domain/progress/answer'
import { practisedDays, streakDays } from '#domain/progress/calendar'
import { keptMissing, LAST_ANSWERS } from '#domain/progress/missed'
import { stepFor, trendOf } from '#domain/progress/trend'
import { type Calendar, dateOfDay } from '#domain/schedule/days'
import type { Scores } from '../attempts/scores.ts'
import type { BankStore, Clock, ScoreStore, StoryOverview, StoryStore } from '../ports/stores.ts'

export interface ProgressService {
  overview(asked: { bankId: string | null; days: number | null }): Progress
}

const CALENDAR_DAYS = 371
const MOST_STORIES = 24
const MOST_ANSWERS = 40
const MOST_MISSED = 20

/** How practice went over time, from what is kept of each attempt. */
export function createProgress(deps: {
  store: Pick<ScoreStore, 'answers' | 'verdicts'>
  scores: Pick<Scores, 'newest' | 'catchUp'>
  stories: Pick<StoryStore, 'overviews' | 'get'>
  banks: Pick<BankStore, 'list' | 'outlineOf'>
  calendar: Calendar
  now: Clock
}): ProgressService {
  const { store, calendar } = deps

  function competencies(bankId: string | null, stories: readonly StoryOverview[], ready: ReadinessOf) {
    const bySection = Map.groupBy(stories, ({ sectionId }) => sectionId)
    return deps.banks
      .list()
      .filter(({ id }) => bankId === null || id === bankId)
      .flatMap(({ id, title: bankTitle }) =>
        deps.banks.outlineOf(id).sections.map(({ id: sectionId, title }) => {
          const readiness = (bySection.get(sectionId) ?? []).map(ready)
          const known = readiness.filter((value) => value !== null)
          return {
            sectionId,
            bankTitle,
            title,
            stories: readiness.length,
            ready: known.filter((value) => value >= READY_FROM).length,
            readiness: known.length > 0 ? Math.max(...known) : null,
          }
        }),
      )
  }

  function missedPoints(bankId: string | null): Progress['missed'] {
    return keptMissing(store.verdicts(bankId, LAST_ANSWERS), 2 * MOST_MISSED)
      .flatMap(({ storyId, pointId, missed, of }) => {
        const story = deps.stories.get(storyId)?.story
        const point = story?.points.find(({ id }) => id === pointId)
        // Points that were put aside, or need not be said, are no loss.
        if (!story || !point || point.weight === 'optional') return []
        return [{ pointId, storyId, storyTitle: story.title, part: point.part, text: point.text, missed, of }]
      })
      .slice(0, MOST_MISSED)
  }

  return {
    overview({ bankId, days }) {
      // First what a slice holds: it is then neither pending nor missing in the figures.
      const newest = deps.scores.newest()
      const pending = deps.scores.catchUp()
      const today = calendar.dayOf(deps.now())
      const answers = store.answers(bankId)
      const first = answers[0]
      const span = days ?? (first ? today - calendar.dayOf(first.startedAt) + 1 : 1)
      const since = calendar.startOf(today - span + 1)
      const recent = answers.filter(({ startedAt }) => startedAt >= since)
      // A short history is shown by the day, however long the period.
      const lived = recent[0] ? today - calendar.dayOf(recent[0].startedAt) + 1 : 1
      const step = stepFor(lived)
      const stories = deps.stories.overviews().filter((story) => bankId === null || story.bankId === bankId)
      const ready: ReadinessOf = ({ id }) => readinessOf(newest.get(id) ?? null)
      return {
        pending,
        totals: {
          answers: recent.length,
          durationMs: recent.reduce((sum, { durationMs }) => sum + durationMs, 0),
          streakDays: streakDays(answers, today, calendar),
          stories: stories.length,
          practised: stories.filter(({ attemptCount }) => attemptCount > 0).length,
          ready: stories.filter((story) => (ready(story) ?? 0) >= READY_FROM).length,
        },
        calendar: practisedDays(answers, today - CALENDAR_DAYS + 1, calendar),
        today: dateOfDay(today),
        step,
        trend: trendOf(recent, step, calendar),
        stories: storyTrends(recent, stories),
        competencies: competencies(bankId, stories, ready),
        missed: missedPoints(bankId),
      }
    },
  }
}

type ReadinessOf = (story: StoryOverview) => number | null

/** The stories practised last, each with its newest answers that have a score, oldest first. */
function storyTrends(answers: readonly Answer[], stories: readonly StoryOverview[]): StoryTrend[] {
  const titles = new Map(stories.map(({ id, title }) => [id, title]))
  const scored = answers.filter(({ readiness }) => readiness !== null)
  return [...Map.groupBy(scored, ({ storyId }) => storyId)]
    .sort(([, a], [, b]) => b.at(-1)!.startedAt - a.at(-1)!.startedAt)
    .slice(0, MOST_STORIES)
    .map(([storyId, those]) => ({
      storyId,
      title: titles.get(storyId) ?? '',
      answers: those
        .slice(-MOST_ANSWERS)
        .map(({ attemptId, startedAt, readiness }) => ({ attemptId, at: startedAt, readiness: readiness! })),
    }))
}
