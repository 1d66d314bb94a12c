import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  filterAttempts,
  filterFromSearch,
  filterToSearch,
  type HistoryFilter,
  NO_FILTER,
  PERIODS,
} from '../../../../renderer/features/history/history-filter.ts'
import { historyRows } from '../../../../renderer/features/history/history-rows.ts'
import { readinessSeries } from '../../../../renderer/features/history/readiness-trend.tsx'
import { summary } from './attempts.ts'

const NOW = new Date(2026, 10, 21, 12).getTime()
const DAY_MS = 86_400_000
const score = { covered: 1, partial: 0, missed: 1, total: 2, wrongFacts: 1 }

describe('the filter', () => {
  const filters: fc.Arbitrary<HistoryFilter> = fc.record({
    questionId: fc.option(fc.string({ minLength: 1 })),
    cueLevel: fc.constantFrom(null, 'full' as const, 'keywords' as const, 'off-book' as const),
    periodDays: fc.constantFrom(null, ...PERIODS),
    favourite: fc.boolean(),
    wrongFacts: fc.boolean(),
    note: fc.boolean(),
  })

  it('comes back from the address as it went there', () => {
    fc.assert(fc.property(filters, (filter) => void expect(filterFromSearch(filterToSearch(filter))).toEqual(filter)))
    expect(filterToSearch(NO_FILTER)).toBe('')
  })

  it('takes what it does not know in an address for no filter', () => {
    expect(filterFromSearch('cue=loud&days=8&favourite=yes')).toEqual(NO_FILTER)
  })

  it.each<[Partial<HistoryFilter>, string[]]>([
    [{}, ['asked', 'loved', 'old', 'wrong', 'noted']],
    [{ questionId: 'q1' }, ['asked']],
    [{ questionId: 'none' }, ['loved', 'old', 'wrong', 'noted']],
    [{ cueLevel: 'off-book' }, ['loved']],
    [{ periodDays: 30 }, ['asked', 'loved', 'wrong', 'noted']],
    [{ favourite: true }, ['loved']],
    [{ wrongFacts: true }, ['wrong']],
    [{ note: true }, ['noted']],
    [{ note: true, favourite: true }, []],
  ])('%j', (patch, ids) => {
    const recent = { startedAt: NOW - DAY_MS }
    const attempts = [
      summary('asked', { ...recent, questionId: 'q1' }),
      summary('loved', { ...recent, favourite: true, cueLevel: 'off-book' }),
      summary('old', { startedAt: NOW - 31 * DAY_MS }),
      summary('wrong', recent, score),
      summary('noted', { ...recent, note: 'calm' }),
    ]
    expect(filterAttempts(attempts, { ...NO_FILTER, ...patch }, NOW).map(({ attempt }) => attempt.id)).toEqual(ids)
  })
})

describe('the timeline', () => {
  it('names each month and each day once, newest first', () => {
    const at = (year: number, month: number, day: number, hour = 9) => new Date(year, month, day, hour).getTime()
    const moments = [at(2026, 10, 21, 11), at(2026, 10, 21), at(2026, 10, 20), at(2026, 9, 20), at(2025, 9, 20)]
    const rows = historyRows(
      moments.map((startedAt, i) => summary(String(i), { startedAt, questionId: i === 0 ? 'q1' : 'gone' })),
      [{ id: 'q1', text: 'Why?', sectionId: null }],
      NOW,
    )
    expect(rows.map(({ month, day }) => [month, day])).toEqual([
      ['November 2026', 'Today'],
      [null, null],
      [null, 'Yesterday'],
      ['October 2026', 'Tuesday 20 October'],
      ['October 2025', 'Monday 20 October'],
    ])
    expect(rows.map(({ question }) => question)).toEqual(['Why?', null, null, null, null])
  })

  it('draws attempts at the whole story that were judged, oldest first', () => {
    const whole = { ...score, covered: 2, missed: 0 }
    const attempts = [
      summary('c', {}, whole),
      summary('drill', { focus: ['p1'] }, whole),
      summary('b'),
      summary('a', {}, score),
    ]
    expect(readinessSeries(attempts)).toEqual([0.5, 1])
  })
})
