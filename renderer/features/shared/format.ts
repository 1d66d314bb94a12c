export { formatDuration, plural } from '#domain/words/format'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A size as `148 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
}

const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0)

/** A day seen from now: `just now`, `today`, `yesterday`, `5 days ago`, then the date. */
export function formatDay(atMs: number, nowMs: number): string {
  if (nowMs - atMs < 2 * MINUTE_MS) return 'just now'
  const days = Math.round((midnight(nowMs) - midnight(atMs)) / DAY_MS)
  if (days < 8) return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-days, 'day')
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear()
  const year = isThisYear ? {} : { year: 'numeric' as const }
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...year }).format(atMs)
}

/** A day to come, seen from now: `today`, `tomorrow`, `in 5 days`, `in 3 months`. What is overdue is `today`. */
export function formatDue(atMs: number, nowMs: number): string {
  const days = Math.max(0, Math.round((midnight(atMs) - midnight(nowMs)) / DAY_MS))
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  return days < 60 ? words.format(days, 'day') : words.format(Math.round(days / 30.44), 'month')
}

/** A day seen from now with the time of day: `yesterday, 14:05`. */
export const formatDayTime = (atMs: number, nowMs: number): string =>
  `${formatDay(atMs, nowMs)}, ${new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(atMs)}`

/** A moment in full: `12 Mar 2026, 14:05`. */
export const formatMoment = (atMs: number): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(atMs)
