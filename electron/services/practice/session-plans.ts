import { readinessOf } from '#domain/coverage/score'
import { AppError } from '#domain/errors'
import { drillItems, type PointVerdict } from '#domain/practice/drill'
import { chooseFollowUps } from '#domain/practice/follow-ups'
import { type Asked, chooseQuestion, type MockChoice, type MockQuestion } from '#domain/practice/mock'
import type { DrillFocus, MockSetup, SessionSetup } from '#domain/practice/session'
import type { Reports } from '../attempts/reports.ts'
import type { Scores } from '../attempts/scores.ts'
import type { PlannedItem, SessionStore } from '../ports/practice.ts'
import type { AttemptRow, AttemptStore, BankStore, StoryStore } from '../ports/stores.ts'
import type { PracticeService } from './practice.ts'

/** What a session asks. */
export interface SessionPlans {
  /** The prompts that are known at the start; null where they are chosen one by one. Throws `nothing-to-practise`. */
  plan(setup: SessionSetup): PlannedItem[] | null
  /** How many questions a mock interview can ask. */
  questionCount(setup: MockSetup): number
  /** The next question of a mock interview; null when all were asked. */
  next(setup: MockSetup, asked: readonly Asked[]): (MockChoice & { prompt: string }) | null
  /** The follow-up questions to ask after a story. */
  followUps(storyId: string): string[]
}

/** Attempts that a drill looks at: enough for three at the whole story and the drills between them. */
const LOOKED_AT = 30
const WHOLE_ATTEMPTS = 3

export function createSessionPlans(deps: {
  sessions: Pick<SessionStore, 'questionsAsked' | 'followUpsAsked'>
  banks: Pick<BankStore, 'list' | 'outlineOf'>
  stories: Pick<StoryStore, 'get' | 'overviews'>
  attempts: Pick<AttemptStore, 'list'>
  reports: Pick<Reports, 'points'>
  practice: Pick<PracticeService, 'queue'>
  scores: Pick<Scores, 'newest'>
  random(): number
}): SessionPlans {
  /** Verdicts of the last scored attempts, newest first: three at the whole story and the drills after the first of them. */
  function lastVerdicts(storyId: string): PointVerdict[][] {
    const story = deps.stories.get(storyId)!.story
    const verdicts: PointVerdict[][] = []
    let whole = 0
    for (const attempt of deps.attempts.list(storyId).slice(0, LOOKED_AT)) {
      if (whole === WHOLE_ATTEMPTS) break
      const own = deps.reports.points(attempt, story).flatMap(({ point, status, override, judged }) => {
        const isWrong = override === null && (judged?.wrongFacts.length ?? 0) > 0
        return status === null ? [] : [{ pointId: point.id, status, isWrong }]
      })
      if (own.length === 0) continue
      verdicts.push(own)
      if (isWhole(attempt)) whole++
    }
    return verdicts
  }

  function drill(storyId: string, focus: DrillFocus): PlannedItem[] {
    const story = deps.stories.get(storyId)?.story
    if (!story) throw new AppError('not-found')
    const verdicts = focus === 'weak' ? lastVerdicts(storyId) : []
    return drillItems(focus, story.points, verdicts).map((item) => ({ ...item, storyId, questionId: null }))
  }

  const due = (): PlannedItem[] =>
    deps.practice.queue().map(({ storyId, questionId, prompt }) => ({ storyId, questionId, prompt, focus: null }))

  const empty = (ids: readonly string[]) => ids.length === 0

  /** The questions of the chosen banks and sections, with their texts. */
  function questionsOf({ bankIds, sectionIds }: MockSetup) {
    return deps.banks
      .list()
      .filter(({ id }) => empty(bankIds) || bankIds.includes(id))
      .flatMap(({ id }) => deps.banks.outlineOf(id).questions)
      .filter(({ sectionId }) => empty(sectionIds) || (sectionId !== null && sectionIds.includes(sectionId)))
  }

  return {
    plan(setup) {
      if (setup.kind === 'mock') {
        if (questionsOf(setup).length === 0 || deps.stories.overviews().length === 0)
          throw new AppError('nothing-to-practise')
        return null
      }
      const items = setup.kind === 'due' ? due() : drill(setup.storyId, setup.focus)
      if (items.length === 0) throw new AppError('nothing-to-practise')
      return items
    },
    questionCount: (setup) => Math.min(setup.questionCount, questionsOf(setup).length),
    next(setup, asked) {
      const texts = questionsOf(setup)
      const askedAt = deps.sessions.questionsAsked()
      const scores = deps.scores.newest()
      const stories = deps.stories.overviews()
      const linked = Map.groupBy(
        stories.flatMap(({ id, questionIds }) => questionIds.map((questionId) => ({ questionId, storyId: id }))),
        ({ questionId }) => questionId,
      )
      const questions = texts.map(
        ({ id, sectionId }): MockQuestion => ({
          id,
          sectionId,
          storyIds: (linked.get(id) ?? []).map(({ storyId }) => storyId),
          lastAskedAt: askedAt.get(id) ?? null,
        }),
      )
      const choice = chooseQuestion(
        questions,
        stories.map(({ id, sectionId }) => ({ id, sectionId, readiness: readinessOf(scores.get(id) ?? null) })),
        asked,
        deps.random,
      )
      return choice && { ...choice, prompt: texts.find(({ id }) => id === choice.questionId)!.text }
    },
    followUps(storyId) {
      const story = deps.stories.get(storyId)?.story
      return story ? chooseFollowUps(story.notes, deps.sessions.followUpsAsked(storyId)) : []
    },
  }
}

const isWhole = ({ focus }: AttemptRow): boolean => focus === null
