import type { Progress, TrendPoint } from '#contract/progress'

type Step = Progress['step']

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A date (`2026-11-21`) as it stands under a chart: `21 Nov`, or `Nov 2026` where months are shown. */
export const dayLabel = (day: string, step: Step = 'day'): string =>
  (step === 'month' ? MONTH : DAY).format(new Date(`${day}T00:00:00Z`))

/** What a stretch of time is called in the head of a table. */
export const STEP_NAMES: Readonly<Record<Step, string>> = { day: 'Day', week: 'Week from', month: 'Month' }

/** A share as `67 %`. */
export const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`)

export type TrendFigure = 'readiness' | 'wordsPerMinute' | 'fillersPerMinute' | 'pauseShare'

/** The stretches that have a figure, as a chart wants them. */
export const seriesOf = (trend: readonly TrendPoint[], figure: TrendFigure) =>
  trend.flatMap((point) => (point[figure] === null ? [] : [{ ...point, value: point[figure] }]))

/** How a figure went from its first to its last stretch, in words that `format` gives the figures. */
export function wayWords(values: readonly number[], format: (value: number) => string): string {
  const [first, last] = [values[0], values.at(-1)]
  if (first === undefined || last === undefined) return 'Nothing measured in this period.'
  if (values.length === 1 || format(first) === format(last)) return `${format(last)}.`
  return `From ${format(first)} to ${format(last)}.`
}
