import { dayOf, monthOf, weekOf } from './calendar.ts'

/** Of how many of the latest days, weeks and months that have a backup the newest one stays. */
export const KEPT = { days: 7, weeks: 4, months: 6 } as const

/**
 * The automatic backups that stay: the newest of each of the latest 7 days, 4 weeks (from Monday) and 6 months in which
 * one was made. `times` are milliseconds since 1970; days are those of `timeZone`. Periods without a backup do not count,
 * so a computer that was off for a year loses nothing.
 */
export function keptBackups(times: readonly number[], timeZone: string): Set<number> {
  const dated = [...new Set(times)].sort((a, b) => b - a).map((at) => ({ at, day: dayOf(at, timeZone) }))
  const newestOf = (periodOf: (day: string) => string, count: number): number[] => {
    const newest = new Map<string, number>()
    for (const { at, day } of dated) if (!newest.has(periodOf(day))) newest.set(periodOf(day), at)
    return [...newest.values()].slice(0, count)
  }
  return new Set([
    ...newestOf((day) => day, KEPT.days),
    ...newestOf(weekOf, KEPT.weeks),
    ...newestOf(monthOf, KEPT.months),
  ])
}

/** True when no backup was made on the day of `now`. */
export function isBackupDue(times: readonly number[], now: number, timeZone: string): boolean {
  const today = dayOf(now, timeZone)
  return !times.some((at) => dayOf(at, timeZone) === today)
}
