import { beforeEach, expect, it } from 'vitest'
import type { Report } from '#contract/attempts'
import type { Session, SessionItem } from '#contract/sessions'
import { createScorecards } from '../../../../electron/services/practice/scorecards.ts'
import { memoryAttempts, memoryStories, storyOf } from '../fakes.ts'

const score = { covered: 1, partial: 0, missed: 1, total: 2, wrongFacts: 0 }
const item = (position: number, over: Partial<SessionItem> = {}): SessionItem => ({
  position,
  prompt: `Question ${position}?`,
  section: 'Ownership',
  storyId: 's1',
  storyTitle: 'Story s1',
  questionId: 'q1',
  focus: null,
  followUp: false,
  state: 'answered',
  storyBy: 'app',
  attemptId: `a${position}`,
  ...over,
})

let items: SessionItem[]
let attempts: ReturnType<typeof memoryAttempts>

const scorecard = () =>
  createScorecards({
    sessions: {
      get: () => ({ id: 'x', setup: { kind: 'mock' }, startedAt: 1, endedAt: 2, count: 9, items }) as never as Session,
    },
    reports: {
      report: (attemptId) =>
        ({
          attempt: attempts.store.get(attemptId),
          score,
          words: null,
          delivery: null,
          points: [],
          transcription: { state: attemptId === 'a1' ? 'running' : 'done' },
        }) as never as Report,
    },
    attempts: attempts.store,
    stories: memoryStories(storyOf('s1', { p1: 'One', p2: 'Two' })),
    banks: {
      list: () => [{ id: 'b1', title: '', fileName: '', importedAt: 0, language: null }],
      outlineOf: () => ({ sections: [], questions: [{ id: 'q1', text: '?', sectionId: 'own' }], storyCount: 1 }),
    },
  }).scorecard('x')

function record(id: string, storyId = 's1'): void {
  attempts.store.add({ id, storyId, questionId: 'q1', cueLevel: 'off-book', focus: null, startedAt: 0 })
  attempts.store.finish(id, { durationMs: 1000, recovered: false, envelope: { frameMs: 20, peaks: new Uint8Array() } })
}

beforeEach(() => {
  items = []
  attempts = memoryAttempts()
})

it('shows every question, also what was skipped, deleted, or has lost its story', () => {
  items = [
    item(0),
    item(1),
    item(2, { state: 'skipped', attemptId: null }),
    item(3, { state: 'open', attemptId: null }),
    item(4),
    item(5, { storyId: 'gone', storyTitle: null }),
  ]
  for (const id of ['a0', 'a1']) record(id)
  record('a5', 'gone')
  const { answers, score: sum, competencies, stories } = scorecard()
  expect(answers.map((answer) => [answer.item.state, answer.figures !== null, answer.isPending])).toEqual([
    ['answered', true, false],
    ['answered', true, true],
    ['skipped', false, false],
    ['open', false, false],
    ['answered', false, false],
    ['answered', false, false],
  ])
  expect(sum).toEqual({ covered: 2, partial: 0, missed: 2, total: 4, wrongFacts: 0 })
  expect(competencies).toEqual([{ sectionId: 'own', title: 'Ownership', asked: 5, answered: 4, readiness: 0.5 }])
  expect(stories.map(({ storyId, title, times }) => [storyId, title, times])).toEqual([
    ['s1', 'Story s1', 3],
    ['gone', '', 1],
  ])
})

it('of an interview without answers has nothing to show, and no error', () => {
  items = [item(0, { state: 'open', attemptId: null })]
  expect(scorecard()).toMatchObject({ score: null, competencies: [], stories: [], best: null, weakest: null })
})
