import type { Report } from '#contract/attempts'
import type { Scorecard, Session, SessionItem } from '#contract/sessions'
import { readinessOf } from '#domain/coverage/score'
import { bestMoment, type ToldAnswer, weakestMoment } from '#domain/practice/moments'
import { competenciesOf, figuresOf, type Graded, storiesOf, sumOfScores } from '#domain/practice/scorecard'
import type { Reports } from '../attempts/reports.ts'
import type { AttemptStore, BankStore, StoryStore } from '../ports/stores.ts'
import type { Sessions } from './sessions.ts'

export interface Scorecards {
  scorecard(sessionId: string): Scorecard
}

/** How sessions went, computed on read from the reports of their answers. */
export function createScorecards(deps: {
  sessions: Pick<Sessions, 'get'>
  reports: Pick<Reports, 'report'>
  attempts: Pick<AttemptStore, 'get'>
  stories: Pick<StoryStore, 'get'>
  banks: Pick<BankStore, 'list' | 'outlineOf'>
}): Scorecards {
  /** The report of an answer; null when its recording or its story is gone. */
  function reportOf({ attemptId }: SessionItem): Report | null {
    const attempt = attemptId === null ? null : deps.attempts.get(attemptId)
    return attempt && deps.stories.get(attempt.storyId) ? deps.reports.report(attempt.id) : null
  }

  /** The competency that a question belongs to, else that of the story. */
  function sectionIds() {
    const questions = deps.banks.list().flatMap(({ id }) => deps.banks.outlineOf(id).questions)
    const bySection = new Map(questions.map(({ id, sectionId }) => [id, sectionId]))
    return ({ questionId, storyId }: SessionItem): string | null =>
      (questionId === null ? null : bySection.get(questionId)) ??
      (storyId === null ? null : (deps.stories.get(storyId)?.story.sectionId ?? null))
  }

  function scorecard({ id, setup, startedAt, endedAt, items }: Session): Scorecard {
    const sectionIdOf = sectionIds()
    const told = items.map((item) => ({ item, report: item.state === 'answered' ? reportOf(item) : null }))
    const byPosition = new Map(told.map(({ item, report }) => [item.position, report]))
    const graded = items
      .filter(({ followUp, state }) => !followUp && state !== 'open')
      .map(
        (item): Graded => ({
          sectionId: sectionIdOf(item),
          section: item.section ?? '',
          storyId: item.storyId,
          story: item.storyTitle ?? '',
          isAnswered: item.state === 'answered',
          score: byPosition.get(item.position)?.score ?? null,
        }),
      )
    const spoken = told.flatMap(({ report }) => report ?? [])
    const moments = told.flatMap(({ item, report }) => (report ? [toldAnswer(item, report)] : []))
    return {
      sessionId: id,
      setup,
      startedAt,
      endedAt,
      answers: told.map(({ item, report }) => ({
        item,
        score: report?.score ?? null,
        readiness: readinessOf(report?.score ?? null),
        figures: report && figuresOf([timesOf(report)]),
        isPending: report !== null && isPending(report),
      })),
      score: sumOfScores(spoken.map(({ score }) => score)),
      figures: figuresOf(spoken.map(timesOf)),
      competencies: competenciesOf(graded),
      stories: storiesOf(graded),
      best: bestMoment(moments),
      weakest: weakestMoment(moments),
    }
  }

  return { scorecard: (sessionId) => scorecard(deps.sessions.get(sessionId)) }
}

const timesOf = ({ attempt, delivery }: Report) => ({ durationMs: attempt.durationMs, delivery })

const isPending = ({ attempt, transcription }: Report): boolean =>
  attempt.status === 'recording' || transcription.state === 'running'

const toldAnswer = ({ position }: SessionItem, { attempt, words, delivery, points }: Report): ToldAnswer => ({
  attemptId: attempt.id,
  position,
  words: words ?? [],
  pauses: delivery?.pauses.shown ?? [],
  points,
})
