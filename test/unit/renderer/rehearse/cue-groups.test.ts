import { expect, it } from 'vitest'
import type { Part, Point, PointWeight } from '#domain/story'
import { cueGroups, optionalCount } from '../../../../renderer/features/rehearse/cue-groups.ts'

const point = (id: string, part: Part, weight: PointWeight): Point => ({
  id,
  part,
  text: `Point ${id}`,
  weight,
  facts: [],
  lines: null,
})

const shown = (points: readonly Point[], hasOptional: boolean) =>
  cueGroups(points, hasOptional).map((group) => group.points.map((each) => each.point.id).join(' '))

const mixed = [point('r', 'result', 'key'), point('a', 'action', 'optional'), point('b', 'action', 'normal')]

it('hides optional points until they are wanted', () => {
  expect(optionalCount(mixed)).toBe(1)
  expect(shown(mixed, false)).toEqual(['b', 'r'])
  expect(shown(mixed, true)).toEqual(['a b', 'r'])
})

it('shows a story whose points are all optional', () => {
  const points = [point('a', 'action', 'optional')]
  expect(optionalCount(points)).toBe(0)
  expect(shown(points, false)).toEqual(['a'])
})
