import { describe, expect, it } from 'vitest'
import {
  confirmationsFor,
  groupOf,
  guessesAt,
  keyOfLine,
  marksFor,
  placeOf,
} from '../../../../renderer/features/import/pieces.ts'
import { bank } from './bank.ts'

const [story] = bank.stories
const guessing = story!.points.map((point) => ({ ...point, guessed: point.part === 'action' }))
const guessed = { ...bank, stories: [{ ...story!, points: guessing }] }

describe('marksFor', () => {
  const piece = (index: number) => ({ kind: 'point' as const, story: story!, point: story!.points[index]! })

  it('leaves out what is so already', () => {
    expect(marksFor([piece(0), piece(1)], 'situation').map(({ kind }) => kind)).toEqual(['mark'])
  })

  it('says a guessed part again, which confirms it', () => {
    const guess = { kind: 'point' as const, story: story!, point: guessing[2]! }
    expect(marksFor([guess], 'action')).toHaveLength(1)
  })
})

describe('guesses', () => {
  it('are confirmed with the part they have', () => {
    expect(confirmationsFor(guessing)).toMatchObject([{ as: 'action' }, { as: 'action' }])
  })

  it('are found by the line that a problem names', () => {
    expect(guessesAt(guessed, 17).map(({ id }) => id)).toEqual(['story-1-point-3', 'story-1-point-4'])
    expect(guessesAt(guessed, 13)).toEqual([])
  })
})

it('groups the points of a part that stand in a row', () => {
  expect(groupOf(story!, story!.points[3]!).map(({ id }) => id)).toEqual(['story-1-point-3', 'story-1-point-4'])
  expect(groupOf(story!, story!.points[4]!)).toHaveLength(1)
})

it('finds places by key and keys by line', () => {
  expect(placeOf(bank, 'note story-2-note-1')).toEqual({ lines: { from: 30, to: 30 }, storyId: 'story-2' })
  expect(placeOf(bank, 'section section-1')?.storyId).toBeNull()
  expect(placeOf(bank, 'point nowhere')).toBeNull()
  expect(keyOfLine(bank, 19)).toEqual({ key: 'point story-1-point-4', storyId: 'story-1' })
  expect(keyOfLine(bank, 11)).toEqual({ key: 'story story-1', storyId: 'story-1' })
  expect(keyOfLine(bank, 34)).toEqual({ key: 'other other-2', storyId: null })
  expect(keyOfLine(bank, 1)).toBeNull()
})
