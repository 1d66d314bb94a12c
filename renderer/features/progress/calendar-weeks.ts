const DAY_MS = 86_400_000
const WEEKS = 53

/** A week from Monday to Sunday; `month` is named above the first week that begins in it. */
export interface CalendarWeek {
  readonly days: readonly string[]
  readonly month: string | null
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The weeks of the last year up to that of `today` (`2026-11-21`). */
export function calendarWeeks(today: string): readonly CalendarWeek[] {
  const now = Date.parse(`${today}T00:00:00Z`)
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY_MS
  const starts = Array.from({ length: WEEKS }, (_, nth) => monday - (WEEKS - 1 - nth) * 7 * DAY_MS)
  return starts.map((start, nth) => {
    const before = starts[nth - 1]
    const begins = before !== undefined && new Date(start).getUTCMonth() !== new Date(before).getUTCMonth()
    return {
      days: Array.from({ length: 7 }, (_, day) => dateOf(start + day * DAY_MS)),
      month: begins ? MONTH.format(start) : null,
    }
  })
}

/** How dark a day is, 0-4. */
export function levelOf(answers: number): number {
  if (answers === 0) return 0
  return answers >= 10 ? 4 : answers >= 6 ? 3 : answers >= 3 ? 2 : 1
}
