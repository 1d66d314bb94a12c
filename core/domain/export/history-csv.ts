import Papa from 'papaparse'
import type { CueLevel } from '../attempt.ts'
import type { Score } from '../coverage/score.ts'

/** An attempt as a row of the history. Times are milliseconds; what is not known is null. */
export interface HistoryRow {
  readonly startedAt: number
  readonly bank: string
  readonly section: string | null
  readonly story: string
  readonly question: string | null
  readonly cueLevel: CueLevel
  readonly focusPoints: number | null
  readonly durationMs: number
  readonly score: Score | null
  readonly wordsPerMinute: number | null
  readonly fillersPerMinute: number | null
  readonly note: string
  readonly favourite: boolean
}

const COLUMNS = [
  'date',
  'bank',
  'section',
  'story',
  'question',
  'cue level',
  'focus points',
  'duration (s)',
  'points',
  'covered',
  'partial',
  'missed',
  'wrong facts',
  'words a minute',
  'fillers a minute',
  'note',
  'favourite',
] as const

/**
 * How a cell begins that spreadsheets would take for a formula, full-width signs and what is not to be seen before them
 * included (OWASP, "CSV Injection"); an apostrophe before it makes it text.
 */
const FORMULA = /^[\s\p{C}]*[=+\-@\t\r\n＝＋－＠]/u

/** With this before it, Excel reads the text as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** Every attempt as a table (RFC 4180), dates as ISO 8601 in UTC. */
export const toHistoryCsv = (rows: readonly HistoryRow[]): string =>
  BYTE_ORDER_MARK +
  Papa.unparse(
    { fields: [...COLUMNS], data: rows.map(cellsOf) },
    { escapeFormulae: FORMULA, newline: '\r\n', header: true },
  )

function cellsOf(row: HistoryRow): (string | number | null)[] {
  const { score } = row
  return [
    new Date(row.startedAt).toISOString(),
    row.bank,
    row.section,
    row.story,
    row.question,
    row.cueLevel,
    row.focusPoints,
    Math.round(row.durationMs / 100) / 10,
    score?.total ?? null,
    score?.covered ?? null,
    score?.partial ?? null,
    score?.missed ?? null,
    score?.wrongFacts ?? null,
    row.wordsPerMinute && Math.round(row.wordsPerMinute),
    row.fillersPerMinute === null ? null : Math.round(row.fillersPerMinute * 10) / 10,
    row.note,
    row.favourite ? 'yes' : 'no',
  ]
}
