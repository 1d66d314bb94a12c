import { expect, it } from 'vitest'
import type { PointReport } from '#contract/attempts'
import type { Part, PointWeight } from '#domain/story'
import { partPoints } from '../../../../renderer/features/review/point-folds.ts'
import { stepFrom } from '../../../../renderer/features/review/point-walk.ts'

type Status = PointReport['status']

function point(id: string, part: Part, weight: PointWeight, status: Status, override: Status = null): PointReport {
  return {
    point: { id, part, text: id, weight, facts: [], lines: null },
    judged: null,
    override,
    status: override ?? status,
  }
}

it('folds optional points that were not said, unless the user has judged them', () => {
  const points = [
    point('r1', 'result', 'optional', 'missed'),
    point('a1', 'action', 'normal', 'missed'),
    point('a2', 'action', 'optional', 'missed'),
    point('a3', 'action', 'optional', 'partial'),
    point('a4', 'action', 'optional', 'missed', 'missed'),
    point('a5', 'action', 'optional', null),
    point('a6', 'action', 'key', 'covered'),
  ]
  const ids = (list: readonly PointReport[]) => list.map((each) => each.point.id)
  expect(partPoints(points).map(({ part, shown, folded }) => [part, ids(shown), ids(folded)])).toEqual([
    ['action', ['a1', 'a3', 'a4', 'a5', 'a6'], ['a2']],
    ['result', [], ['r1']],
  ])
})

it.each([
  [3, null, 1, 0],
  [3, null, -1, 2],
  [3, 0, 1, 1],
  [3, 2, 1, null],
  [3, 0, -1, null],
  [0, null, 1, null],
] as const)('of %s, from %s, a step of %s leads to %s', (count, current, step, next) =>
  expect(stepFrom(count, current, step)).toBe(next),
)
