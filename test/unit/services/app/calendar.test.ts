import { afterEach, expect, it } from 'vitest'
import { dateOfDay, dayOfDate } from '#domain/schedule/days'
import { localCalendar } from '../../../../electron/services/app/calendar.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const { dayOf, startOf } = localCalendar
const dateAt = (local: string) => dateOfDay(dayOf(new Date(local).getTime()))

it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'America/Santiago'])(
  'a day begins at four in the morning of its date in %s',
  (name) => {
    process.env.TZ = name
    expect(dateAt('2026-11-21T03:59:59')).toBe('2026-11-20')
    expect(dateAt('2026-11-21T04:00:00')).toBe('2026-11-21')
    expect(dateAt('2026-11-22T00:30:00')).toBe('2026-11-21')
    expect(new Date(startOf(dayOfDate('2026-11-21'))).getHours()).toBe(4)
  },
)

it.each([
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Pacific/Auckland', '2026-04-05', 25],
])('no day is lost or doubled when clocks change in %s on %s', (name, date, hours) => {
  process.env.TZ = name
  const day = dayOfDate(date)
  // Clocks change before four, so the day before is the shorter or longer one.
  expect((startOf(day) - startOf(day - 1)) / 3_600_000).toBe(hours)
  for (let at = startOf(day - 2); at < startOf(day + 2); at += 15 * 60_000) {
    expect(startOf(dayOf(at))).toBeLessThanOrEqual(at)
    expect(startOf(dayOf(at) + 1)).toBeGreaterThan(at)
  }
})
