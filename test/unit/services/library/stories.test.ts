import { expect, it } from 'vitest'
import type { Score } from '#domain/coverage/score'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createStories } from '../../../../electron/services/library/stories.ts'
import { memoryAttempts, memoryStories, storyOf } from '../fakes.ts'

const SCORE: Score = { covered: 2, partial: 1, missed: 2, total: 5, wrongFacts: 1 }
const STORIES = [storyOf('s1', { p1: 'One' }), storyOf('s2', { p2: 'Two' }), storyOf('s3', { p3: 'Three' })]

function stories() {
  const attempts = memoryAttempts().store
  for (const id of ['a1', 'a2'])
    attempts.add({ id, storyId: 's1', questionId: null, cueLevel: 'full', focus: null, startedAt: 0 })
  return createStories({
    store: memoryStories(...STORIES),
    attempts,
    transcripts: { modelNames: () => new Map([['a1', 'micro']]) },
    reports: {
      transcription: (_attempt, modelName) =>
        modelName ? { state: 'done', modelName, again: null } : { state: 'none' },
    },
    scores: {
      newest: () =>
        new Map([
          ['s1', SCORE],
          ['s2', { ...SCORE, total: 0 }],
        ]),
      ofStory: () => new Map([['a1', SCORE]]),
    },
    wordings: { ofStory: () => [] },
    practice: { dueStories: () => new Set(['s2']) },
    events: createEventHub(),
    now: () => 0,
    newId: () => 'new',
  })
}

it('lists how ready each story is: half of what was said in part; nothing where there is nothing to count', () => {
  expect(
    stories()
      .list()
      .map(({ id, readiness, isDue }) => [id, readiness, isDue]),
  ).toEqual([
    ['s1', 0.5, false],
    ['s2', null, true],
    ['s3', null, false],
  ])
})

it('shows of each attempt its score and where its transcript stands', () => {
  expect(
    stories()
      .get('s1')
      .attempts.map(({ attempt, transcription, score }) => [attempt.id, transcription.state, score]),
  ).toEqual([
    ['a1', 'done', SCORE],
    ['a2', 'none', null],
  ])
})
