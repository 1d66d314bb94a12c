import type { Token } from './token.ts'
import { plainValue, type Value } from './value.ts'

const index = (words: string): ReadonlyMap<string, number> => new Map(words.split(' ').map((word, i) => [word, i]))

const WEEKDAYS = index('monday tuesday wednesday thursday friday saturday sunday')
const MONTHS = index('january february march april may june july august september october november december')
/** Words that are months only in some places. */
const OTHERWISE = /^(march|may)$/
const SEASONS: ReadonlyMap<string, readonly number[]> = new Map([
  ['spring', [2, 3, 4]],
  ['summer', [5, 6, 7]],
  ['autumn', [8, 9, 10]],
  ['winter', [11, 0, 1]],
])
const HOLIDAYS: ReadonlyMap<string, readonly number[]> = new Map([
  ['christmas', [11]],
  ['xmas', [11]],
  ['easter', [2, 3]],
  ['halloween', [9]],
  ['thanksgiving', [10]],
])
const QUARTERS: readonly (readonly number[])[] = [0, 3, 6, 9].map((first) => [first, first + 1, first + 2])
const ORDINAL_DAYS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, i) => [word, i + 1] as const)
    .concat([['thirtieth', 30]]),
)
const TIME_WORD_BEFORE =
  /^(in|by|until|till|since|during|of|this|last|next|that|early|late|mid|from|before|after|around|every|each|to|for|through|end)$/

const text = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? ''

/** The day of a month that a token names: "28", "28th", "sixth". */
function dayAt(tokens: readonly Token[], at: number): number | null {
  const quantity = tokens[at]?.quantity
  if (quantity && /^(bare|count|ordinal)$/.test(quantity.dimension))
    return Number.isInteger(quantity.raw) && quantity.raw >= 1 && quantity.raw <= 31 ? quantity.raw : null
  return ORDINAL_DAYS.get(text(tokens, at)) ?? null
}

/** "28 August", "the twenty-eighth of August", "August the 28th", "in August". */
function readMonth(tokens: readonly Token[], at: number): Value | null {
  const month = MONTHS.get(text(tokens, at))
  if (month === undefined) return null
  const of = text(tokens, at - 1) === 'of' ? 1 : 0
  const the = text(tokens, at + 1) === 'the' ? 1 : 0
  const before = dayAt(tokens, at - 1 - of)
  const after = before === null && text(tokens, at + 2 + the) !== 'of' ? dayAt(tokens, at + 1 + the) : null
  if (
    OTHERWISE.test(text(tokens, at)) &&
    before === null &&
    after === null &&
    !TIME_WORD_BEFORE.test(text(tokens, at - 1))
  )
    return null
  const from = before === null ? at : at - 1 - of
  const to = after === null ? at + 1 : at + 2 + the
  return plainValue(from, to, 'date', month, { months: [month], day: before ?? after })
}

/** "in spring", "by Christmas", "Q2"; "a spring lock" is no season. */
function readSeason(tokens: readonly Token[], at: number): Value | null {
  const holiday = HOLIDAYS.get(text(tokens, at))
  if (holiday) return plainValue(at, at + 1, 'date', holiday[0]!, { months: holiday })
  const quarter = /^q([1-4])$/.exec(text(tokens, at))?.[1]
  if (quarter) return plainValue(at, at + 1, 'date', Number(quarter), { months: QUARTERS[Number(quarter) - 1]! })
  const season = SEASONS.get(text(tokens, at))
  const article = text(tokens, at - 1) === 'the' ? 1 : 0
  if (!season || !TIME_WORD_BEFORE.test(text(tokens, at - 1 - article))) return null
  const next = tokens[at + 1]
  if (next && !next.stop && next.clause === tokens[at]!.clause && text(tokens, at) === 'spring') return null
  return plainValue(at, at + 1, 'date', season[0]!, { months: season })
}

/** A year that stands for itself: "in 2019", "since nineteen ninety-eight". */
function readYear(tokens: readonly Token[], at: number): Value | null {
  const quantity = tokens[at]!.quantity
  if (!quantity || !/^(bare|count)$/.test(quantity.dimension)) return null
  if (!Number.isInteger(quantity.raw) || quantity.raw < 1900 || quantity.raw > 2099) return null
  const known = TIME_WORD_BEFORE.test(text(tokens, at - 1)) || MONTHS.has(text(tokens, at - 1))
  return known ? plainValue(at, at + 1, 'date', quantity.raw) : null
}

function readWeekday(tokens: readonly Token[], at: number): Value | null {
  const said = text(tokens, at)
  const weekday = WEEKDAYS.get(said) ?? WEEKDAYS.get(said.replace(/s$/, ''))
  if (weekday === undefined) return null
  const counted = (tokens[at - 1]?.quantity ?? null) !== null
  return counted ? null : plainValue(at, at + 1, 'weekday', weekday)
}

/** The weekdays, months, days of a month, seasons, holidays and years of a text. */
export const readCalendar = (tokens: readonly Token[]): Value[] =>
  [...tokens.keys()].flatMap(
    (at) => readWeekday(tokens, at) ?? readMonth(tokens, at) ?? readSeason(tokens, at) ?? readYear(tokens, at) ?? [],
  )
