import type { Dimension } from './numbers.ts'
import type { Hedge } from './token.ts'

/** What a value is: a quantity of a dimension, or a member of a closed class of dates and times. */
export type Measure = Exclude<Dimension, 'bare'> | 'bare' | 'weekday' | 'date' | 'clock' | 'often'

/** Where a value stands in a change: "from 25", "to 8", "by 17". */
export type Role = 'from' | 'to' | 'by'

/**
 * A value in a text, at tokens `from` (inclusive) to `to` (exclusive). `raw` is as said; `value` is in seconds, money,
 * percent, things; for a weekday its number, for a clock minutes after midnight, for `often` times a year.
 */
export type Value = {
  from: number
  to: number
  measure: Measure
  raw: number
  value: number
  fraction: boolean
  hedge: Hedge | null
  /** Stems of what is counted. */
  nouns: readonly string[]
  /** The time a rate is for, in days: 7 in "ten a week"; null without. */
  perDays: number | null
  role: Role | null
  /** Both numbers of "9 of the 11". */
  parts: readonly [number, number] | null
  /** Of a date: the months it may lie in (0-11), empty when it names a day only; and its day or year. */
  months: readonly number[]
  day: number | null
}

/** A value of a kind with nothing else known of it. */
export const plainValue = (
  from: number,
  to: number,
  measure: Measure,
  value: number,
  more: Partial<Value> = {},
): Value => ({
  from,
  to,
  measure,
  raw: value,
  value,
  fraction: false,
  hedge: null,
  nouns: [],
  perDays: null,
  role: null,
  parts: null,
  months: [],
  day: null,
  ...more,
})
