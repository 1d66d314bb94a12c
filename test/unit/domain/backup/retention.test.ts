import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, minuteOf, monthOf, weekOf } from '#domain/backup/calendar'
import { isBackupDue, KEPT, keptBackups } from '#domain/backup/retention'

const DAY = 86_400_000
const ZONES = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Apia']
const START = Date.UTC(2026, 0, 1)
const time = fc.integer({ min: START, max: START + 800 * DAY })
const times = fc.uniqueArray(time, { maxLength: 60 })
const zone = fc.constantFrom(...ZONES)

describe('the calendar', () => {
  it.each([
    [Date.UTC(2026, 10, 21, 20, 21), 'UTC', '2026-11-21 20.21'],
    [Date.UTC(2026, 10, 21, 23, 30), 'Europe/Berlin', '2026-11-22 00.30'],
    [Date.UTC(2026, 10, 21, 2, 0), 'America/Los_Angeles', '2026-11-20 18.00'],
  ])('%d in %s is %s', (at, timeZone, text) => {
    expect(minuteOf(at, timeZone)).toBe(text)
    expect(dayOf(at, timeZone)).toBe(text.slice(0, 10))
  })
  it.each([
    ['2026-11-21', '2026-11-16'],
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2027-01-01', '2026-12-28'],
  ])('the week of %s begins on %s', (day, monday) => expect(weekOf(day)).toBe(monday))
})

describe('what is kept', () => {
  it('is 7 days, 4 weeks and 6 months of a year of daily backups', () => {
    // Noon of every day up to a Saturday in the middle of a month.
    const end = Date.UTC(2026, 10, 21, 12)
    const daily = Array.from({ length: 365 }, (_, ago) => end - ago * DAY)
    const kept = [...keptBackups(daily, 'UTC')].map((at) => dayOf(at, 'UTC')).sort()
    expect(kept).toEqual([
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ])
  })

  it('is among what there is, never more than there are places, and always has the newest', () =>
    fc.assert(
      fc.property(times, zone, (all, timeZone) => {
        const kept = keptBackups(all, timeZone)
        expect([...kept].every((at) => all.includes(at))).toBe(true)
        expect(kept.size).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months)
        if (all.length > 0) expect(kept).toContain(Math.max(...all))
      }),
    ))

  it('does not depend on the order, and thinning out again takes nothing more', () =>
    fc.assert(
      fc.property(times, zone, (all, timeZone) => {
        const kept = keptBackups(all, timeZone)
        expect(keptBackups(all.toReversed(), timeZone)).toEqual(kept)
        expect(keptBackups([...kept], timeZone)).toEqual(kept)
      }),
    ))

  it('is the same whether it was thinned out every day or once', () =>
    fc.assert(
      fc.property(times, zone, (all, timeZone) => {
        let left: number[] = []
        for (const at of all.toSorted((a, b) => a - b)) left = [...keptBackups([...left, at], timeZone)]
        expect(new Set(left)).toEqual(keptBackups(all, timeZone))
      }),
    ))

  it('holds the newest of each of the latest days, weeks and months that have one', () =>
    fc.assert(
      fc.property(times, zone, (all, timeZone) => {
        const kept = keptBackups(all, timeZone)
        for (const [periodOf, count] of [
          [(day: string) => day, KEPT.days],
          [weekOf, KEPT.weeks],
          [monthOf, KEPT.months],
        ] as const) {
          const groups = Map.groupBy(all, (at) => periodOf(dayOf(at, timeZone)))
          const latest = [...groups.keys()].sort().slice(-count)
          for (const period of latest) expect(kept).toContain(Math.max(...groups.get(period)!))
        }
      }),
    ))
})

it('a backup is due once a day of the local calendar', () => {
  const evening = Date.UTC(2026, 10, 21, 22, 30)
  expect(isBackupDue([], evening, 'UTC')).toBe(true)
  expect(isBackupDue([evening - 3_600_000], evening, 'UTC')).toBe(false)
  expect(isBackupDue([evening], evening + 3_600_000, 'UTC')).toBe(false)
  expect(isBackupDue([evening], evening + 3_600_000, 'Europe/Berlin')).toBe(true)
  expect(isBackupDue([evening + 9 * DAY], evening, 'UTC')).toBe(true)
})
