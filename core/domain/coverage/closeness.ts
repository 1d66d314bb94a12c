import type { Value } from './value.ts'

/** How well a value said stands for the value expected. */
export type Closeness = 'right' | 'approximate' | 'other'

/** Equal but for how it was written down. */
const SAME = 0.005
/** Below this, a count of things, a percentage or a span of time in one unit is exact or wrong. */
const SMALL = 20
/** A rounding may be off by this share where it was said to be one, and where it was not; large numbers are rounded silently. */
const ROUGH = 0.15
const ROUGH_ONE_SIDE = 0.2
const PLAIN = 0.06
const PLAIN_LARGE = 0.12
const LARGE = 100
/** The same time in another unit is off by this much: four weeks and a month, half a year and 26 weeks. */
const OTHER_UNIT = 0.12
const OTHER_UNIT_ROUGH = 0.2
const OTHER_UNIT_ROUNDED = 0.28
/** A share in words, of the one expected or of what it leaves. */
const SHARE = 0.12
const SHARE_ROUGH = 0.25
/** A share told by both its numbers is meant as it is. */
const COUNTED_SHARE = 0.05
const HALF_DAY = 720
const CLOCK_ROUGH = 20
/** Two frequencies further apart than this are two. */
const OFTEN = 0.1

const off = (said: number, expected: number) => Math.abs(said - expected) / Math.max(Math.abs(expected), 1e-9)

/** The step that a number is rounded to: 1000 for 59,000; 5 for 25; 0.1 for 2.4. */
function stepOf(value: number): number {
  if (value === 0) return 1
  for (let step = 10 ** Math.floor(Math.log10(Math.abs(value))); step > 1e-4; step /= 10)
    for (const part of [step, step / 2]) if (Math.abs(value / part - Math.round(value / part)) < 1e-6) return part
  return 1e-4
}

/** Whether a number is what the expected one becomes when it is rounded, given how rough it was said to be. */
function isRounding(expected: Value, said: Value): boolean {
  const step = stepOf(said.raw)
  const distance = said.raw - expected.raw
  if (said.hedge === 'over' && distance > 0) return false
  if (said.hedge === 'under' && distance < 0) return false
  if (
    step <= stepOf(expected.raw) ||
    Math.abs(distance) > (said.hedge === 'over' || said.hedge === 'under' ? step : step / 2)
  )
    return false
  const plain = expected.raw >= LARGE ? PLAIN_LARGE : PLAIN
  const limit = said.hedge === 'about' ? ROUGH : said.hedge ? ROUGH_ONE_SIDE : plain
  return off(said.raw, expected.raw) <= limit
}

const DAY = 86_400
const WEEK = 7 * DAY

/** Whether a value is nearly the expected one in another unit: "almost two weeks" for 11 days. */
function isOtherUnit(expected: Value, said: Value): boolean {
  const apart = off(said.value, expected.value)
  if (!said.hedge) return apart <= OTHER_UNIT
  const rounded = Math.round((expected.value / said.value) * said.raw) === said.raw
  return apart <= (rounded ? OTHER_UNIT_ROUNDED : OTHER_UNIT_ROUGH)
}

/** Five days of work are a week of it. */
function isWorkingWeek(expected: Value, said: Value): boolean {
  if (expected.measure !== 'time' || said.measure !== 'time') return false
  const days = (value: Value) => {
    const unit = value.value / value.raw
    return unit === DAY ? value.raw : unit === WEEK ? 5 * value.raw : null
  }
  const want = days(expected)
  return want !== null && want === days(said)
}

function compareNumbers(expected: Value, said: Value): Closeness {
  if (expected.perDays !== null && said.perDays !== null && off(said.perDays, expected.perDays) > OFTEN) {
    const [want, got] = [expected.value / expected.perDays, said.value / said.perDays]
    return off(got, want) <= (said.hedge ? ROUGH : SAME) ? 'approximate' : 'other'
  }
  const bare = expected.measure === 'bare' || said.measure === 'bare'
  const [want, got] = bare ? [expected.raw, said.raw] : [expected.value, said.value]
  if (off(got, want) < SAME) return 'right'
  const sameUnit = bare || off(expected.value / expected.raw, said.value / said.raw) < SAME
  if (!sameUnit && isWorkingWeek(expected, said)) return 'approximate'
  if (!sameUnit) return isOtherUnit(expected, said) ? 'approximate' : 'other'
  const dozen = said.raw === 12 && said.hedge !== null
  if (expected.raw < SMALL && !dozen && Number.isInteger(expected.raw)) return 'other'
  return isRounding(expected, said) ? 'approximate' : 'other'
}

/** A share said for a percentage, or the other way round: of the whole, or of what is left of it. */
function compareShares(expected: Value, said: Value): Closeness {
  if (expected.parts && said.parts && expected.parts[1] === said.parts[1])
    return expected.parts[0] === said.parts[0] ? 'right' : 'other'
  if (off(said.value, expected.value) < SAME) return 'right'
  if (said.parts && said.parts[0] > 1) return off(said.value, expected.value) <= COUNTED_SHARE ? 'approximate' : 'other'
  const limit = said.hedge ? SHARE_ROUGH : SHARE
  if (off(said.value, expected.value) <= limit) return 'approximate'
  return expected.value < 100 && off(said.value, 100 - expected.value) <= limit ? 'approximate' : 'other'
}

function compareDates(expected: Value, said: Value): Closeness | null {
  const years = (value: Value) => value.months.length === 0 && value.day === null
  if (years(expected) || years(said))
    return years(expected) && years(said) ? exact(expected.value === said.value) : null
  const shared = expected.months.filter((month) => said.months.includes(month))
  if (shared.length === 0) return 'other'
  if (expected.day !== null) return said.day === null ? null : exact(said.day === expected.day)
  return expected.months.length === said.months.length ? 'right' : 'approximate'
}

const exact = (same: boolean): Closeness => (same ? 'right' : 'other')

function compareClocks(expected: Value, said: Value): Closeness {
  const apart = Math.abs(expected.value - said.value) % HALF_DAY
  const minutes = Math.min(apart, HALF_DAY - apart)
  if (minutes === 0) return 'right'
  return said.hedge && minutes <= CLOCK_ROUGH ? 'approximate' : 'other'
}

const isHour = (expected: Value, said: Value) => (expected.value - 60 * said.raw) % HALF_DAY === 0

/** Compares a value said with the one expected: right, near enough for a listener, or another; null: not comparable. */
export function compareValues(expected: Value, said: Value): Closeness | null {
  const [want, got] = [expected.measure, said.measure]
  if (want === 'date' && got === 'ordinal') return expected.day !== null ? exact(said.raw === expected.day) : null
  if (want === 'clock' && got === 'bare') return said.raw <= 24 && isHour(expected, said) ? 'right' : null
  if (want !== got) return want === 'bare' || got === 'bare' ? compareBare(expected, said) : comparePart(expected, said)
  if (want === 'weekday') return exact(expected.value === said.value)
  if (want === 'date') return compareDates(expected, said)
  if (want === 'clock') return compareClocks(expected, said)
  if (want === 'often') return exact(off(said.value, expected.value) <= OFTEN)
  if (want === 'percent' && (said.fraction || expected.fraction)) return compareShares(expected, said)
  return compareNumbers(expected, said)
}

/** A number on its own may stand for one with a unit. */
function compareBare(expected: Value, said: Value): Closeness | null {
  const numbers = [expected, said].every(({ measure }) => /^(bare|count|time|money|percent|factor)$/.test(measure))
  return numbers && !said.fraction && !expected.fraction ? compareNumbers(expected, said) : null
}

/** "Nine of them" for "9 of the 11". */
function comparePart(expected: Value, said: Value): Closeness | null {
  if (expected.parts && said.measure === 'count') return expected.parts[0] === said.raw ? 'right' : null
  return said.parts && expected.measure === 'count' && said.parts[0] === expected.raw ? 'right' : null
}
