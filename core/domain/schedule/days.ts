/**
 * A day of practice: the number of days from 1970-01-01 to its date in the local calendar. It begins at
 * `DAY_BEGINS_AT_HOUR` local time, so that practising past midnight still belongs to the evening.
 */
export type Day = number

/** The local hour at which a day of practice begins. */
export const DAY_BEGINS_AT_HOUR = 4

const DAY_MS = 86_400_000

/** Where days of practice lie on the clock; times in milliseconds since 1970. */
export interface Calendar {
  dayOf(atMs: number): Day
  /** The first moment of a day. */
  startOf(day: Day): number
}

/** The day with a date, written as 2026-11-21. */
export const dayOfDate = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/** The date of a day, written as 2026-11-21. */
export const dateOfDay = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
