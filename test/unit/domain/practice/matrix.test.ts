import { expect, it } from 'vitest'
import { matrixOf, READY_FROM } from '#domain/practice/matrix'

const story = (id: string, sectionId: string | null, questionIds: string[], readiness: number | null) => ({
  id,
  bankId: 'b',
  title: `Story ${id}`,
  sectionId,
  questionIds,
  readiness,
})
const section = (id: string) => ({ id, title: `Section ${id}` })
const question = (id: string, sectionId: string | null) => ({ id, text: `Question ${id}?`, sectionId })

const BANK = {
  id: 'b',
  sections: ['ready', 'weak', 'untold', 'empty'].map(section),
  questions: [
    question('q1', 'ready'),
    question('q2', 'weak'),
    question('q3', 'weak'),
    question('q4', 'empty'),
    question('q5', null),
  ],
}
const STORIES = [
  story('s1', null, ['q1', 'gone'], READY_FROM),
  story('s2', 'weak', [], 0.79),
  story('s3', 'untold', [], null),
  story('s4', null, ['q5', 'q2'], null),
]
const matrix = matrixOf([BANK], STORIES)

it('names of each competency why it has no story to rely on', () => {
  expect(matrix.sections.map(({ id, gap }) => [id, gap])).toEqual([
    ['ready', null],
    ['weak', 'not-ready'],
    ['untold', 'not-practised'],
    ['empty', 'no-story'],
  ])
})

it('counts stories of a section and stories that answer its questions', () => {
  expect(matrix.sections.map(({ storyIds }) => storyIds)).toEqual([['s1'], ['s2', 's4'], ['s3'], []])
})

it('knows questions without a story, and stories that no question asks for', () => {
  expect(matrix.sections[1]!.questions.map(({ id, hasStory }) => [id, hasStory])).toEqual([
    ['q2', true],
    ['q3', false],
  ])
  expect(matrix.loose).toEqual([{ id: 'q5', bankId: 'b', text: 'Question q5?', hasStory: true }])
  expect(matrix.stories.map(({ id, isAsked }) => [id, isAsked])).toEqual([
    ['s1', true],
    ['s2', false],
    ['s3', false],
    ['s4', true],
  ])
})

it('has a cell for each pair that belongs together, and for no question that is gone', () => {
  expect(matrix.cells).toEqual([
    { questionId: 'q1', storyId: 's1' },
    { questionId: 'q5', storyId: 's4' },
    { questionId: 'q2', storyId: 's4' },
  ])
})
