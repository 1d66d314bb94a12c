import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComparablePoint, comparePoints } from '#domain/compare/points'
import { CoverageStatus } from '#domain/coverage/coverage'
import { scoreOf } from '#domain/coverage/score'

type Status = CoverageStatus | null

const point = (id: string, status: Status, patch: Partial<ComparablePoint> = {}): ComparablePoint => ({
  point: { id, part: 'action', weight: 'normal' },
  judged: { wrongFacts: [] },
  override: null,
  status,
  ...patch,
})

describe('points of two answers', () => {
  it.each<[Status, Status, string]>([
    ['missed', 'covered', 'gained'],
    ['missed', 'partial', 'gained'],
    ['partial', 'covered', 'gained'],
    ['covered', 'partial', 'lost'],
    ['partial', 'missed', 'lost'],
    ['partial', 'partial', 'same'],
    [null, 'covered', 'unknown'],
    ['covered', null, 'unknown'],
  ])('from %s to %s are %s', (before, after, change) => {
    expect(comparePoints([point('a', before)], [point('a', after)]).pairs[0]!.change).toBe(change)
  })

  it('are counted, optional ones left out', () => {
    const optional = { point: { id: 'o', part: 'action', weight: 'optional' } } as const
    const wrong = { judged: { wrongFacts: [1] } }
    const compared = comparePoints(
      [point('a', 'missed'), point('b', 'covered', wrong), point('c', 'partial'), point('o', 'missed', optional)],
      [point('a', 'covered'), point('b', 'covered'), point('c', 'covered'), point('o', 'covered', optional)],
    )
    expect(compared).toMatchObject({ covered: 2, partial: -1, wrongFacts: -1, unshared: 0 })
  })

  it('are only those that both are about', () => {
    const compared = comparePoints(
      [point('a', 'missed'), point('b', 'missed'), point('c', 'missed')],
      [point('b', 'covered')],
    )
    expect(compared.pairs.map(({ after }) => after.point.id)).toEqual(['b'])
    expect(compared).toMatchObject({ covered: 1, unshared: 2 })
  })

  it('say nothing where an answer was never judged', () => {
    const compared = comparePoints([point('a', null)], [point('a', 'covered')])
    expect(compared).toMatchObject({ covered: null, partial: null, wrongFacts: null })
  })

  it('differ as their scores do, and the other way round by as much the other way', () => {
    const statuses = fc.array(
      fc.tuple(fc.constantFrom(...CoverageStatus.options), fc.constantFrom(...CoverageStatus.options)),
      {
        minLength: 1,
      },
    )
    fc.assert(
      fc.property(statuses, (rows) => {
        const before = rows.map(([status], i) => point(String(i), status))
        const after = rows.map(([, status], i) => point(String(i), status))
        const there = comparePoints(before, after)
        const back = comparePoints(after, before)
        expect(there.covered).toBe(scoreOf(after)!.covered - scoreOf(before)!.covered)
        expect(there.covered! + back.covered!).toBe(0)
        expect(there.pairs.filter(({ change }) => change === 'gained')).toHaveLength(
          back.pairs.filter(({ change }) => change === 'lost').length,
        )
      }),
    )
  })
})
