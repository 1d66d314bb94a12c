import type { Token } from './token.ts'
import { plainValue, type Value } from './value.ts'

const HOUR = 60
const text = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? ''

const bare = (tokens: readonly Token[], at: number, least: number, most: number): number | null => {
  const quantity = tokens[at]?.quantity
  if (quantity?.dimension !== 'bare' && quantity?.dimension !== 'count') return null
  return Number.isInteger(quantity.raw) && quantity.raw >= least && quantity.raw <= most ? quantity.raw : null
}

/** "half past two", "twenty to eleven", "quarter past one": minutes that follow or precede an hour. */
function readPast(tokens: readonly Token[], at: number): Value | null {
  const way = text(tokens, at)
  const hour = bare(tokens, at + 1, 1, 12)
  if (!/^(past|to)$/.test(way) || hour === null || tokens[at + 1]!.quantity!.nouns.length > 0) return null
  const before = tokens[at - 1]
  const share = before?.quantity?.fraction
    ? (before.quantity.raw / 100) * HOUR
    : text(tokens, at - 1) === 'quarter'
      ? 15
      : null
  const minutes = share ?? bare(tokens, at - 1, 1, 29)
  if (minutes === null || (way === 'to' && share === null && !/^(5|10|20|25)$/.test(String(minutes)))) return null
  return plainValue(at - 1, at + 2, 'clock', hour * HOUR + (way === 'past' ? minutes : -minutes))
}

/** "22:40", "twenty two forty", "1:30", "one thirty". */
function readDigital(tokens: readonly Token[], at: number): Value | null {
  const hour = bare(tokens, at, 0, 23)
  const minute = bare(tokens, at + 1, 0, 59)
  if (
    hour !== null &&
    minute !== null &&
    tokens[at + 1]!.clause === tokens[at]!.clause &&
    (minute >= 10 || tokens[at]!.from === tokens[at + 1]!.from)
  )
    return plainValue(at, at + 2, 'clock', hour * HOUR + minute)
  const joined = bare(tokens, at, 110, 1259)
  const words = tokens[at]!.to - tokens[at]!.from
  if (joined === null || words < 2 || joined % 100 > 59 || joined % 100 < 10 || tokens[at]!.quantity!.nouns.length > 0)
    return null
  return plainValue(at, at + 1, 'clock', Math.floor(joined / 100) * HOUR + (joined % 100))
}

/** "at 7", "seven o'clock", "2 am", "between 2 and 5 pm". */
function readHour(tokens: readonly Token[], at: number): Value | null {
  const hour = bare(tokens, at, 0, 24)
  if (hour === null) return null
  const next = text(tokens, at + 1)
  const letters = `${next} ${text(tokens, at + 2)}`
  const named = /^(am|pm|oclock)\b|^(a|p) m\b|^o clock\b/.test(letters)
  const clause = tokens[at]!.clause
  const shared =
    /^(and|to|or)$/.test(next) && bare(tokens, at + 2, 0, 24) !== null && /^(am|pm|oclock)$/.test(text(tokens, at + 3))
  const alone = tokens[at]!.quantity!.nouns.length === 0 || tokens[at + 1]?.clause !== clause
  if (!named && !shared && !(alone && /^(at)$/.test(text(tokens, at - 1)))) return null
  const afternoon = /^p/.test(next) && hour < 12 ? 12 * HOUR : 0
  return plainValue(at, at + 1, 'clock', hour * HOUR + afternoon)
}

const NAMED = new Map([
  ['noon', 12 * HOUR],
  ['midday', 12 * HOUR],
  ['midnight', 24 * HOUR],
])

/** The times of day in a text, in minutes after midnight. */
export function readClock(tokens: readonly Token[]): Value[] {
  const found: Value[] = []
  for (let at = 0; at < tokens.length; at++) {
    const named = NAMED.get(text(tokens, at))
    const value =
      named === undefined
        ? (readPast(tokens, at + 1) ?? readDigital(tokens, at) ?? readHour(tokens, at))
        : plainValue(at, at + 1, 'clock', named)
    if (value) found.push({ ...value, hedge: tokens[value.from]?.quantity?.hedge ?? null })
    if (value) at = value.to - 1
  }
  return found
}
