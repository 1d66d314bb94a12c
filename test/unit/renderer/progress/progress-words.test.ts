import { describe, expect, it } from 'vitest'
import { calendarWeeks, levelOf } from '../../../../renderer/features/progress/calendar-weeks.ts'
import { dayLabel, percent, seriesOf, wayWords } from '../../../../renderer/features/progress/trend-words.ts'

describe('the weeks of a year', () => {
  it.each(['2026-11-21', '2026-11-22', '2026-11-23', '2028-02-29', '2027-01-01'])('up to %s', (today) => {
    const weeks = calendarWeeks(today)
    const days = weeks.flatMap((week) => week.days)
    expect(weeks).toHaveLength(53)
    expect(new Set(days).size).toBe(371)
    expect(days).toEqual(days.toSorted())
    expect(weeks.at(-1)!.days).toContain(today)
    expect(weeks.every(({ days: [first] }) => new Date(first!).getUTCDay() === 1)).toBe(true)
  })

  it('name each month once, above the first week that begins in it', () => {
    const named = calendarWeeks('2026-11-21').filter(({ month }) => month !== null)
    expect(named.map(({ month }) => month)).toEqual('Dec Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov'.split(' '))
    expect(named.at(-1)!.days[0]).toBe('2026-11-02')
  })

  it('are darker the more was answered', () =>
    expect([0, 1, 2, 3, 5, 6, 9, 10, 400].map(levelOf)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]))
})

describe('words of a trend', () => {
  it('name a day or a month', () => {
    expect(dayLabel('2026-11-02')).toBe('2 Nov')
    expect(dayLabel('2026-11-01', 'month')).toBe('Nov 2026')
  })

  it.each<[string, number[], string]>([
    ['nothing', [], 'Nothing measured in this period.'],
    ['one', [0.5], '50 %.'],
    ['no way', [0.501, 0.9, 0.504], '50 %.'],
    ['a way', [0.5, 0.1, 1], 'From 50 % to 100 %.'],
  ])('say how a figure went: %s', (_what, values, words) => expect(wayWords(values, percent)).toBe(words))

  it('leave out stretches without the figure, and show none as a dash', () => {
    const stretch = { answers: 1, wordsPerMinute: null, fillersPerMinute: 1, pauseShare: 0 }
    const trend = [
      { ...stretch, day: '2026-11-01', readiness: null },
      { ...stretch, day: '2026-11-02', readiness: 0 },
    ]
    expect(seriesOf(trend, 'readiness').map(({ day, value }) => [day, value])).toEqual([['2026-11-02', 0]])
    expect(seriesOf(trend, 'wordsPerMinute')).toEqual([])
    expect(percent(null)).toBe('–')
  })
})
