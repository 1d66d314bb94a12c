/** A moment's day of the local calendar, as `2026-11-21`. `timeZone` is an IANA name. */
export const dayOf = (at: number, timeZone: string): string => localParts(at, timeZone).slice(0, 10)

/** A moment to the minute on the local clock, fit for file names: `2026-11-21 20.21`. */
export const minuteOf = (at: number, timeZone: string): string => localParts(at, timeZone).replace(':', '.')

/** The Monday of a day's week. Both are days such as `2026-11-21`. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (date.getUTCDay() + 6) % 7
  return new Date(date.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10)
}

/** The month of a day: `2026-11`. */
export const monthOf = (day: string): string => day.slice(0, 7)

// Making a format is slow, using it is not.
const formats = new Map<string, Intl.DateTimeFormat>()

function localParts(at: number, timeZone: string): string {
  const format = formats.get(timeZone) ?? createFormat(timeZone)
  formats.set(timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts.year!.padStart(4, '0')}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`
}

const createFormat = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
