import { describe, expect, it } from 'vitest'
import type { PointDraft } from '#contract/stories'
import type { Part } from '#domain/story'
import { foldedAtFirst, moveInView, nextInView, optionalIn } from '../../../../renderer/features/story/point-folds.ts'

/** Points from a line such as `s1 a2? a3`: the letter of the part, and `?` for optional. */
function drafts(line: string): PointDraft[] {
  const parts: Record<string, Part> = { s: 'situation', a: 'action', r: 'result' }
  return line.split(' ').map((id) => ({
    id,
    part: parts[id[0]!]!,
    text: id,
    weight: id.endsWith('?') ? 'optional' : 'normal',
    facts: [],
  }))
}

const line = (points: readonly PointDraft[] | undefined) => points?.map(({ id }) => id).join(' ')
const folded = new Set<Part>(['action'])

it('folds parts with more than five optional points', () => {
  const points = drafts('s1? s2? s3? s4? s5? a1? a2? a3? a4? a5? a6? r1')
  expect([...foldedAtFirst(points)]).toEqual(['action'])
  expect(optionalIn(points, 'situation')).toHaveLength(5)
})

describe('in view', () => {
  it.each([
    [1, 1, 3],
    [2, -1, 0],
    [3, -1, 3],
    [4, 1, null],
  ] as const)('from %s by %s is %s', (index, by, next) =>
    expect(nextInView(drafts('s1 a1? a2? a3'), index, by, folded)).toBe(next),
  )

  it.each([
    ['a1 a2? a3? a4', 0, 1, 'a2? a3? a4 a1'],
    ['a1 a2? a3? a4', 3, -1, 'a4 a1 a2? a3?'],
    ['s1 a1? a2', 2, -1, 's1 a2 a1?'],
    ['a1 a2 a3?', 0, 1, 'a2 a1 a3?'],
  ] as const)('%s: %s moves by %s: %s', (before, index, by, after) =>
    expect(line(moveInView(drafts(before), index, by, folded)?.points)).toBe(after),
  )
})
