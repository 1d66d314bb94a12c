import { beforeEach, expect, it } from 'vitest'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import type { Jobs } from '../../../../electron/services/app/jobs.ts'
import { createSettings } from '../../../../electron/services/app/settings.ts'
import { createOpinions } from '../../../../electron/services/attempts/opinions.ts'
import { createReports, type Reports } from '../../../../electron/services/attempts/reports.ts'
import { createVerdicts } from '../../../../electron/services/attempts/verdicts.ts'
import { createScorecards } from '../../../../electron/services/practice/scorecards.ts'
import {
  memoryAttempts,
  memoryOverrides,
  memoryStories,
  memoryTranscripts,
  memoryWordings,
  storyOf,
  transcriptOf,
} from '../fakes.ts'

const STORY = storyOf('s', {
  depot: 'The depot lost forty parcels every night',
  labels: 'I labelled every pallet by hand before noon',
  mayor: 'I convinced the mayor to pay for a scanner',
})
const SAID = 'I labelled every pallet by hand before noon and the depot lost forty parcels every night'

let attempts: ReturnType<typeof memoryAttempts>
let transcripts: ReturnType<typeof memoryTranscripts>
let underWay: string[]
let reports: Reports

beforeEach(() => {
  attempts = memoryAttempts()
  transcripts = memoryTranscripts()
  underWay = []
  const wordings = memoryWordings(STORY)
  const events = createEventHub()
  const jobs = {
    of: (id: string, kind: string) => (underWay.includes(`${kind} ${id}`) ? { id: 'j', progress: 0.5 } : null),
  } as unknown as Jobs
  reports = createReports({
    attempts: attempts.store,
    stories: memoryStories(STORY),
    transcripts: transcripts.store,
    overrides: memoryOverrides().store,
    verdicts: createVerdicts({ wordings: wordings.store }),
    opinions: createOpinions({ judge: null, logError: () => {} }),
    events,
    settings: createSettings({ store: { all: () => ({}), set: () => {} }, events }),
    scores: { outdate: () => {} },
    jobs,
  })
})

function answer(id: string, focus: string[] | null, said: string | null = SAID) {
  attempts.store.add({ id, storyId: 's', questionId: null, cueLevel: 'off-book', focus, startedAt: 1 })
  const envelope = { frameMs: 20, peaks: new Uint8Array() }
  attempts.store.finish(id, { durationMs: 20_000, recovered: false, envelope })
  if (said) transcripts.store.save(id, { heard: transcriptOf(said), corrected: null, modelName: 'm' }, 1)
}

it('looks at the points that an answer is about, and at all of them without a focus', () => {
  answer('whole', null)
  answer('drill', ['labels', 'mayor'])
  const points = (id: string) => reports.report(id).points.map(({ point, status }) => [point.id, status])
  expect(points('whole')).toEqual([
    ['depot', 'covered'],
    ['labels', 'covered'],
    ['mayor', 'missed'],
  ])
  expect(points('drill')).toEqual([
    ['labels', 'covered'],
    ['mayor', 'missed'],
  ])
  expect([reports.report('whole').score?.total, reports.report('drill').score]).toEqual([
    3,
    { covered: 1, partial: 0, missed: 1, total: 2, wrongFacts: 0 },
  ])
})

it('expects of an answer about some points their part of the time', () => {
  answer('whole', null)
  answer('drill', ['labels'])
  expect(reports.report('whole').target).toEqual({ minMs: 60_000, maxMs: 90_000 })
  expect(reports.report('drill').target).toEqual({ minMs: 20_000, maxMs: 30_000 })
})

it('has no score for the answer to a follow-up question, which is about no point', () => {
  answer('follow-up', [])
  const { points, score, delivery } = reports.report('follow-up')
  expect([points, score, delivery?.wordCount]).toEqual([[], null, SAID.split(' ').length])
})

it('sums an interview up: what was said, what is still being written down, what is gone', () => {
  answer('a', null)
  answer('b', null, null)
  underWay = ['transcription b']
  const item = (position: number, attemptId: string | null, state: 'answered' | 'skipped' = 'answered') => ({
    position,
    prompt: 'Why?',
    section: null,
    storyId: 's',
    storyTitle: 'Story s',
    questionId: null,
    focus: null,
    followUp: false,
    state,
    storyBy: 'app' as const,
    attemptId,
  })
  const items = [item(0, 'a'), item(1, 'b'), item(2, null), item(3, null, 'skipped')]
  const session = { id: 'x', setup: { kind: 'due' as const }, startedAt: 1, endedAt: 2, count: 4, items }
  const { scorecard } = createScorecards({
    sessions: { get: () => session },
    reports,
    attempts: attempts.store,
    stories: memoryStories(STORY),
    banks: { list: () => [], outlineOf: () => ({ sections: [], questions: [], storyCount: 0 }) },
  })
  const card = scorecard('x')
  expect(
    card.answers.map(({ score, figures, isPending }) => [
      score?.covered ?? null,
      figures?.durationMs ?? null,
      isPending,
    ]),
  ).toEqual([
    [2, 20_000, false],
    [null, 20_000, true],
    [null, null, false],
    [null, null, false],
  ])
  expect(card.score).toEqual({ covered: 2, partial: 0, missed: 1, total: 3, wrongFacts: 0 })
  expect(card.figures.durationMs).toBe(40_000)
  expect(card.competencies).toEqual([{ sectionId: null, title: '', asked: 4, answered: 3, readiness: 2.0 / 3 }])
  expect([card.best?.kind, card.weakest?.text]).toEqual(['covered', 'I convinced the mayor to pay for a scanner'])
})
