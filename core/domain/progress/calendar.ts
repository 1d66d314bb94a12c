import { type Calendar, type Day, dateOfDay } from '../schedule/days.ts'
import type { Answer } from './answer.ts'

type Spoken = Pick<Answer, 'startedAt' | 'durationMs'>

/** What was practised on one day. */
export interface PractisedDay {
  readonly day: string
  readonly answers: number
  readonly durationMs: number
}

/** The days with practice from a day on, oldest first. */
export function practisedDays(answers: readonly Spoken[], from: Day, calendar: Calendar): PractisedDay[] {
  const days = Map.groupBy(answers, ({ startedAt }) => calendar.dayOf(startedAt))
  return [...days]
    .filter(([day]) => day >= from)
    .sort(([a], [b]) => a - b)
    .map(([day, those]) => ({
      day: dateOfDay(day),
      answers: those.length,
      durationMs: those.reduce((sum, { durationMs }) => sum + durationMs, 0),
    }))
}

/** How many days in a row there was practice, up to today; a day that is not over yet breaks nothing. */
export function streakDays(answers: readonly Spoken[], today: Day, calendar: Calendar): number {
  const days = new Set(answers.map(({ startedAt }) => calendar.dayOf(startedAt)))
  const last = days.has(today) ? today : today - 1
  let length = 0
  while (days.has(last - length)) length++
  return length
}
