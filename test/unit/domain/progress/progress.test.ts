import { describe, expect, it } from 'vitest'
import type { Answer } from '#domain/progress/answer'
import { practisedDays, streakDays } from '#domain/progress/calendar'
import { keptMissing } from '#domain/progress/missed'
import { mean, stepFor, trendOf } from '#domain/progress/trend'
import { type Calendar, dayOfDate } from '#domain/schedule/days'

const DAY_MS = 86_400_000
/** Days that begin at midnight UTC. */
const calendar: Calendar = { dayOf: (atMs) => Math.floor(atMs / DAY_MS), startOf: (day) => day * DAY_MS }
const noon = (date: string) => dayOfDate(date) * DAY_MS + DAY_MS / 2

const answer = (date: string, over: Partial<Answer> = {}): Answer => ({
  attemptId: `a ${date}`,
  storyId: 's1',
  startedAt: noon(date),
  durationMs: 60_000,
  readiness: 0.5,
  wordsPerMinute: 150,
  fillersPerMinute: 2,
  pauseShare: 0.1,
  ...over,
})

describe('days of practice', () => {
  it('are counted by date, oldest first, from a day on', () => {
    const answers = ['2026-11-19', '2026-11-03', '2026-11-19', '2026-11-20'].map((date) => answer(date))
    expect(practisedDays(answers, dayOfDate('2026-11-10'), calendar)).toEqual([
      { day: '2026-11-19', answers: 2, durationMs: 120_000 },
      { day: '2026-11-20', answers: 1, durationMs: 60_000 },
    ])
    expect(practisedDays([], 0, calendar)).toEqual([])
  })

  it.each<[string, string[], number]>([
    ['nothing at all', [], 0],
    ['today alone', ['2026-11-21'], 1],
    ['up to yesterday', ['2026-11-19', '2026-11-20'], 2],
    ['up to today', ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-21'], 3],
    ['broken off two days ago', ['2026-11-18', '2026-11-19'], 0],
    ['with a gap', ['2026-11-18', '2026-11-20', '2026-11-21'], 2],
    ['answers of days to come', ['2026-11-21', '2026-11-22', '2027-01-01'], 1],
  ])('in a row: %s', (_what, dates, days) => {
    expect(
      streakDays(
        dates.map((date) => answer(date)),
        dayOfDate('2026-11-21'),
        calendar,
      ),
    ).toBe(days)
  })
})

describe('a trend', () => {
  it.each([
    [-3, 'day'],
    [31, 'day'],
    [32, 'week'],
    [200, 'week'],
    [201, 'month'],
  ] as const)('of %i days goes by the %s', (days, step) => expect(stepFor(days)).toBe(step))

  it('has the means of each stretch, of what is known', () => {
    const answers = [
      answer('2026-11-20', { readiness: 1, pauseShare: null }),
      answer('2026-11-19', { readiness: 0.2 }),
      answer('2026-11-20', { readiness: null, pauseShare: null, wordsPerMinute: 100 }),
    ]
    expect(trendOf(answers, 'day', calendar)).toEqual([
      { day: '2026-11-19', answers: 1, readiness: 0.2, wordsPerMinute: 150, fillersPerMinute: 2, pauseShare: 0.1 },
      { day: '2026-11-20', answers: 2, readiness: 1, wordsPerMinute: 125, fillersPerMinute: 2, pauseShare: null },
    ])
  })

  it('names weeks by their Monday and months by their first day, over the turn of a year and before 1970', () => {
    const dates = ['1969-12-31', '2026-12-28', '2027-01-03', '2027-01-04']
    const days = (step: 'week' | 'month') =>
      trendOf(
        dates.map((date) => answer(date)),
        step,
        calendar,
      ).map(({ day }) => day)
    expect(days('week')).toEqual(['1969-12-29', '2026-12-28', '2027-01-04'])
    expect(days('month')).toEqual(['1969-12-01', '2026-12-01', '2027-01-01'])
  })

  it('has no mean of nothing', () => expect([mean([]), mean([null]), mean([null, 0, 1])]).toEqual([null, null, 0.5]))
})

describe('points that are missed again and again', () => {
  const verdicts = (storyId: string, ...statuses: Record<string, 'covered' | 'partial' | 'missed'>[]) =>
    statuses.map((each) => ({ storyId, statuses: each }))

  it('come by their share, then by how often, and only from the second time on', () => {
    const all = [
      ...verdicts('s1', { a: 'missed', b: 'missed', c: 'partial' }, { a: 'missed', b: 'covered', c: 'missed' }),
      ...verdicts(
        's2',
        { d: 'missed' },
        { d: 'missed' },
        { d: 'missed' },
        { e: 'missed' },
        { e: 'missed', d: 'covered' },
      ),
    ]
    expect(keptMissing(all, 9)).toEqual([
      { storyId: 's1', pointId: 'a', missed: 2, of: 2 },
      { storyId: 's2', pointId: 'e', missed: 2, of: 2 },
      { storyId: 's2', pointId: 'd', missed: 3, of: 4 },
    ])
    expect(keptMissing(all, 1)).toHaveLength(1)
    expect(keptMissing([], 9)).toEqual([])
  })
})
