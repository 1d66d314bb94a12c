import { describe, expect, it } from 'vitest'
import type { Matrix } from '#contract/practice'
import { matrixOf } from '#domain/practice/matrix'
import { gapsOf, gridOf, sectionsOf } from '../../../../renderer/features/practice/matrix-grid.ts'

const story = (
  id: string,
  bankId: string,
  sectionId: string | null,
  questionIds: string[],
  readiness: number | null,
) => ({
  id,
  bankId,
  title: id,
  sectionId,
  questionIds,
  readiness,
})
const MATRIX: Matrix = matrixOf(
  [
    {
      id: 'b1',
      sections: ['lead', 'fail', 'empty'].map((id) => ({ id, title: id })),
      questions: [
        { id: 'q1', text: 'One?', sectionId: 'lead' },
        { id: 'q2', text: 'Two?', sectionId: 'fail' },
        { id: 'loose', text: 'Loose?', sectionId: null },
      ],
    },
    { id: 'b2', sections: [{ id: 'care', title: 'care' }], questions: [] },
  ],
  [
    story('led', 'b1', 'lead', ['q1'], 0.9),
    story('failed', 'b1', 'fail', [], 0.2),
    story('cared', 'b2', 'care', ['q2'], null),
  ],
)

describe('the table of a bank', () => {
  it('has its sections with their questions, then those of no section, against its stories and whoever answers', () => {
    const { rows, stories } = gridOf(MATRIX, 'b1', null)
    expect(rows.map(({ id, kind, gap, storyIds }) => [id, kind, gap, [...storyIds]])).toEqual([
      ['lead', 'section', null, ['led']],
      ['q1', 'question', null, ['led']],
      ['fail', 'section', 'not-ready', ['failed', 'cared']],
      ['q2', 'question', null, ['cared']],
      ['empty', 'section', 'no-story', []],
      ['loose', 'question', 'no-story', []],
    ])
    expect(stories.map(({ id }) => id)).toEqual(['led', 'failed', 'cared'])
  })

  it('of one section has what has to do with it', () => {
    const { rows, stories } = gridOf(MATRIX, 'b1', 'fail')
    expect(rows.map(({ id }) => id)).toEqual(['fail', 'q2'])
    expect(stories.map(({ id }) => id)).toEqual(['failed', 'cared'])
    expect(gridOf(MATRIX, 'b1', 'empty').stories).toEqual([])
    expect(sectionsOf(MATRIX, 'b2').map(({ id }) => id)).toEqual(['care'])
  })
})

describe('what a bank lacks', () => {
  it('is named: sections to rely on, stories for questions, questions for stories', () => {
    const { sections, questions, stories } = gapsOf(MATRIX, 'b1')
    expect(sections.map(({ id, gap }) => [id, gap])).toEqual([
      ['fail', 'not-ready'],
      ['empty', 'no-story'],
    ])
    expect([questions.map(({ id }) => id), stories.map(({ id }) => id)]).toEqual([['loose'], ['failed']])
    expect(gapsOf(MATRIX, 'b2')).toMatchObject({ sections: [{ gap: 'not-practised' }], questions: [], stories: [] })
  })
})
