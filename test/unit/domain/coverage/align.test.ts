import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from '#domain/coverage/align'
import { clausesOf } from '#domain/coverage/clauses'
import { tokenizeText } from '#domain/coverage/tokens'

const YES = 4
const NO = -4
const UNSURE = -0.5

const likeliest = (told: readonly (readonly number[])[], clause: number) =>
  told.reduce((best, row, point) => (row[clause]! > told[best]![clause]! ? point : best), 0)

describe('align', () => {
  test('clauses go to the points that they fit', () => {
    const told = align([
      [YES, NO, NO],
      [NO, YES, NO],
      [NO, NO, YES],
    ])
    expect([0, 1, 2].map((clause) => likeliest(told, clause))).toEqual([0, 1, 2])
    expect(told[1]![1]).toBeGreaterThan(0.9)
  })

  test('a clause that says little is placed by its neighbours', () => {
    const told = align([
      [YES, UNSURE, NO],
      [NO, UNSURE, NO],
      [NO, UNSURE, YES],
    ])
    expect(likeliest(told, 1)).toBe(1)
  })

  test('a story that begins with its result is followed all the same', () => {
    const told = align([
      [NO, YES, NO, NO],
      [NO, NO, YES, NO],
      [NO, NO, NO, YES],
      [YES, NO, NO, NO],
    ])
    expect([0, 1, 2, 3].map((clause) => likeliest(told, clause))).toEqual([3, 0, 1, 2])
  })

  test('a clause that fits nothing tells nothing', () => {
    const told = align([
      [YES, NO, NO],
      [NO, NO, YES],
    ])
    expect(told[0]![1]! + told[1]![1]!).toBeLessThan(0.1)
  })

  test('no clauses, nothing told', () => {
    expect(align([[], []])).toEqual([[], []])
    expect(align([])).toEqual([])
  })

  test('a clause tells one point at most: its probabilities add up to 1 at most', () => {
    const story = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }))
      .chain(([points, clauses]) =>
        fc.array(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: clauses, maxLength: clauses }), {
          minLength: points,
          maxLength: points,
        }),
      )
    fc.assert(
      fc.property(story, (odds) => {
        const told = align(odds)
        for (const clause of odds[0]!.keys()) {
          const values = told.map((row) => row[clause]!)
          expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
          expect(values.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
      { numRuns: 200 },
    )
  })
})

const cut = (text: string) => {
  const tokens = tokenizeText(text)
  return clausesOf(tokens).map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
  )
}

describe('clausesOf', () => {
  test('punctuation ends a clause, a comma in a list does not', () => {
    expect(cut('The shed was wet. I laid mats, boards, and straw, then I waited.')).toEqual([
      'the shed was wet',
      'i laid mats boards',
      'and straw then i waited',
    ])
  })

  test('speech without punctuation is cut where it goes on', () => {
    const text =
      'we had several children who could not read at all and their parents were on shifts so nobody heard them at home and i had no assistant'
    const clauses = cut(text)
    expect(clauses.length).toBeGreaterThan(1)
    expect(clauses.slice(1).every((clause) => /^(and|so)\b/.test(clause))).toBe(true)
    expect(clauses.join(' ')).toBe(text)
  })

  test('every token is in one clause, whatever is said', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('and', 'so', 'then', 'cow', 'mat.', 'fell,', 'rose', '12')), (words) => {
        const tokens = tokenizeText(words.join(' '))
        const clauses = clausesOf(tokens)
        expect(clauses.flatMap(({ from, to }) => tokens.slice(from, to))).toEqual(tokens)
        expect(clauses.every(({ from, to }) => to > from && to - from <= 26)).toBe(true)
      }),
    )
  })
})
