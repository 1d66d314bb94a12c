import { type Calendar, DAY_BEGINS_AT_HOUR, type Day, dateOfDay } from '#domain/schedule/days'

const DAY_MS = 86_400_000

/** Days of practice where the user is: their time zone, with its changes of the clock. */
export const localCalendar: Calendar = {
  dayOf(atMs): Day {
    const at = new Date(atMs)
    const date = Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY_MS
    return at.getHours() < DAY_BEGINS_AT_HOUR ? date - 1 : date
  },
  startOf: (day) => new Date(`${dateOfDay(day)}T0${DAY_BEGINS_AT_HOUR}:00:00`).getTime(),
}
