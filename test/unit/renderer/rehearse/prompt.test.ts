import { describe, expect, it } from 'vitest'
import { askedQuestion, NO_QUESTION, questionAfter } from '../../../../renderer/features/rehearse/prompt.ts'

const questions = ['a', 'b', 'c'].map((id) => ({ id, text: id, sectionId: null }))

describe('askedQuestion', () => {
  it.each([
    ['b', 'b'],
    [null, 'a'],
    ['gone', 'a'],
    [NO_QUESTION, undefined],
  ])('%s asks %s', (param, id) => expect(askedQuestion(questions, param)?.id).toBe(id))
  it('asks nothing of a story without questions', () => expect(askedQuestion([], null)).toBeNull())
})

it('goes round the questions', () => {
  const ids = [questions[0]!, questions[2]!, null].map((from) => questionAfter(questions, from)?.id)
  expect(ids).toEqual(['b', 'a', 'a'])
})
