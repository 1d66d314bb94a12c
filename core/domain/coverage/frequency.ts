import type { Token } from './token.ts'
import { plainValue, type Value } from './value.ts'

/** The days in a unit of time as it is used for how often something happens. */
const DAYS = new Map<string, number>([
  ['second', 1 / 86_400],
  ['minute', 1 / 1440],
  ['hour', 1 / 24],
  ...['day', 'night', 'morning', 'evening', 'afternoon', 'shift'].map((unit) => [unit, 1] as const),
  ...['week', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'weekend'].map(
    (unit) => [unit, 7] as const,
  ),
  ['fortnight', 14],
  ['month', 30.4],
  ['quarter', 91.25],
  ['year', 365],
])
const ADVERBS = new Map([
  ['hourly', 1 / 24],
  ['daily', 1],
  ['nightly', 1],
  ['everyday', 1],
  ['weekly', 7],
  ['fortnightly', 14],
  ['monthly', 30.4],
  ['quarterly', 91.25],
  ['yearly', 365],
  ['annual', 365],
  ['annually', 365],
])
const YEAR = 365
const EACH = /^(every|each|per)$/

const text = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? ''
const daysOf = (word: string): number | undefined => DAYS.get(word)

/** A period that begins at a token: "a week", "every other day", "each quarter", "monthly"; its end and its days. */
function periodAt(tokens: readonly Token[], at: number): { to: number; days: number } | null {
  const adverb = ADVERBS.get(text(tokens, at))
  if (adverb) return { to: at + 1, days: adverb }
  let to = at
  if (/^(for|in)$/.test(text(tokens, to)) && /^(an?|each|every|one)$/.test(text(tokens, to + 1))) to++
  const each = EACH.test(text(tokens, to))
  if (!each && !/^an?$/.test(text(tokens, to)) && tokens[to]?.quantity?.raw !== 1) return null
  to++
  if (each && text(tokens, to) === 'single') to++
  const other = each && /^(other|second)$/.test(text(tokens, to)) && daysOf(text(tokens, to + 1)) !== undefined ? 2 : 1
  if (other === 2) to++
  const days = daysOf(text(tokens, to))
  return days === undefined ? null : { to: to + 1, days: other * days }
}

/** The time a rate is for, in days, and the end of its words: "ten calls a week", "70 hours each month"; else null. */
export function rateAt(tokens: readonly Token[], at: number): { to: number; days: number } | null {
  const clause = tokens[at]!.clause
  for (let next = at + 1; next <= at + 4 && next < tokens.length; next++) {
    const token = tokens[next]!
    if (token.clause !== clause) return null
    // "In an hour" is read as one hour, which a number before it may be for: "nine thousand in a week".
    if (token.quantity)
      return token.quantity.raw === 1 && text(tokens, next - 1) === 'in'
        ? (periodAt(tokens, next) ?? oneOf(tokens, next))
        : null
    const period = periodAt(tokens, next)
    if (period) return period
    if (token.stop && !/^(more|less)$/.test(token.text) && !/^in$/.test(token.text)) return null
  }
  return null
}

const oneOf = (tokens: readonly Token[], at: number) => {
  const days = daysOf(text(tokens, at + 1))
  return days === undefined ? null : { to: at + 2, days }
}

/** How often a text says that something happens, in times a year: "monthly", "every week", "twice a day". */
export function readFrequency(tokens: readonly Token[]): Value[] {
  const found: Value[] = []
  for (let at = 0; at < tokens.length; at++) {
    const times = timesAt(tokens, at)
    const period = times
      ? periodAt(tokens, times.to)
      : EACH.test(text(tokens, at)) || ADVERBS.has(text(tokens, at))
        ? periodAt(tokens, at)
        : null
    const plural = !period && /^(mon|tues|wednes|thurs|fri|satur|sun)days$/.test(text(tokens, at))
    if (!period && !plural) continue
    const perYear = ((times?.count ?? 1) * YEAR) / (period?.days ?? 7)
    found.push(plainValue(at, period?.to ?? at + 1, 'often', perYear))
    if (period) at = period.to - 1
  }
  return found
}

/** "once", "twice", "three times", before "a day". */
function timesAt(tokens: readonly Token[], at: number): { to: number; count: number } | null {
  if (text(tokens, at) === 'once') return { to: at + 1, count: 1 }
  if (text(tokens, at) === 'twice') return { to: at + 1, count: 2 }
  const quantity = tokens[at]?.quantity
  return quantity?.dimension === 'factor' && text(tokens, at + 1) === 'times'
    ? { to: at + 2, count: quantity.raw }
    : null
}
