import type { AttemptSummary } from '#contract/attempts'
import type { Question } from '#domain/story'

/** An attempt on the timeline; `month` and `day` stand above the first of each. */
export interface HistoryRow {
  readonly id: string
  readonly summary: AttemptSummary
  /** What was asked; null for the title of the story. */
  readonly question: string | null
  readonly month: string | null
  readonly day: string | null
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0)
const DAY_MS = 86_400_000

/** A day as a heading: `Today`, `Yesterday`, `Thursday 12 November`. */
function dayName(atMs: number, nowMs: number): string {
  const days = Math.round((midnight(nowMs) - midnight(atMs)) / DAY_MS)
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : DAY.format(atMs)
}

/** The attempts as rows of a timeline, newest first as they come, grouped by month and day. */
export function historyRows(
  attempts: readonly AttemptSummary[],
  questions: readonly Question[],
  nowMs: number,
): readonly HistoryRow[] {
  const texts = new Map(questions.map(({ id, text }) => [id, text]))
  let [lastMonth, lastDay] = ['', '']
  return attempts.map((summary) => {
    const { id, questionId, startedAt } = summary.attempt
    const month = MONTH.format(startedAt)
    const day = dayName(startedAt, nowMs)
    const row = {
      id,
      summary,
      question: (questionId && texts.get(questionId)) || null,
      month: month === lastMonth ? null : month,
      day: day === lastDay ? null : day,
    }
    ;[lastMonth, lastDay] = [month, day]
    return row
  })
}
