import { type Calendar, type Day, dateOfDay } from '../schedule/days.ts'
import type { Answer } from './answer.ts'

export type TrendStep = 'day' | 'week' | 'month'

/** The means of the answers of one stretch of time; null where none has the figure. */
export interface TrendMeans {
  readonly day: string
  readonly answers: number
  readonly readiness: number | null
  readonly wordsPerMinute: number | null
  readonly fillersPerMinute: number | null
  readonly pauseShare: number | null
}

/** A trend of more points than this says less, not more. */
const MOST_DAYS = 31
const MOST_WEEK_DAYS = 200

/** The stretch of time that suits a period of so many days. */
export function stepFor(days: number): TrendStep {
  if (days <= MOST_DAYS) return 'day'
  return days <= MOST_WEEK_DAYS ? 'week' : 'month'
}

/** 1970-01-01 was a Thursday; weeks begin on Mondays. */
const weekStart = (day: Day): Day => day - ((((day + 3) % 7) + 7) % 7)

function stretchOf(day: Day, step: TrendStep): string {
  if (step === 'month') return `${dateOfDay(day).slice(0, 7)}-01`
  return dateOfDay(step === 'week' ? weekStart(day) : day)
}

/** The answers by stretches of time, oldest first; stretches without any are left out. */
export function trendOf(answers: readonly Answer[], step: TrendStep, calendar: Calendar): TrendMeans[] {
  const stretches = Map.groupBy(answers, ({ startedAt }) => stretchOf(calendar.dayOf(startedAt), step))
  return [...stretches]
    .map(([day, those]) => ({
      day,
      answers: those.length,
      readiness: mean(those.map((answer) => answer.readiness)),
      wordsPerMinute: mean(those.map((answer) => answer.wordsPerMinute)),
      fillersPerMinute: mean(those.map((answer) => answer.fillersPerMinute)),
      pauseShare: mean(those.map((answer) => answer.pauseShare)),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The mean of what is known; null when nothing is. */
export function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null
}
