import { readCalendar } from './calendar.ts'
import { readClock } from './clock.ts'
import { rateAt, readFrequency } from './frequency.ts'
import { unitOf } from './numbers.ts'
import type { Token } from './token.ts'
import { plainValue, type Role, type Value } from './value.ts'

const text = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? ''
/** Words that may stand between a number and the word that tells its role: "from about", "to just". */
const SOFT = /^(about|around|roughly|almost|nearly|over|under|only|just|some|a|an|the|even|approximately|well)$/
const PAIR_REACH = 7
/** "Year 6", "ward 4": a number that tells which one. */
const LABELS =
  /^(year|week|day|month|phase|stage|step|part|ward|room|floor|level|grade|class|line|gate|platform|chapter|section|version|round|team|unit|hall|building|number|group|form|tier|flight|bus|route)$/

/** Whether a number is where a change began, where it ended, or the change itself. */
function roleOf(tokens: readonly Token[], at: number): Role | null {
  let before = at - 1
  while (SOFT.test(text(tokens, before)) && before > at - 4) before--
  const word = text(tokens, before)
  if (word === 'by') return 'by'
  if (word === 'from') return 'from'
  const turned = /^(down|up|back|fell|dropped|rose|cut|reduced|went|shrank|grew|halved|increased)$/.test(
    text(tokens, before - 1),
  )
  const pair = tokens
    .slice(Math.max(0, before - PAIR_REACH), before)
    .some((token) => token.quantity && token.clause === tokens[at]!.clause)
  if (word === 'to' && (turned || pair)) return 'to'
  const next = tokens.slice(at + 1, at + PAIR_REACH)
  const to = next.findIndex(
    (token, i) => token.text === 'to' && next.slice(i + 1, i + 4).some(({ quantity }) => quantity),
  )
  const opens =
    to >= 0 &&
    next
      .slice(0, to)
      .every((token) => token.clause === tokens[at]!.clause && (!token.stop || /^(up|down|on|in|of)$/.test(token.text)))
  return opens ? 'from' : null
}

/** "9 of the 11", "one cow in four", "60 out of 100": a share, with both its numbers. */
function readRatio(tokens: readonly Token[], at: number): Value | null {
  const part = tokens[at]!.quantity
  if (!part || !/^(bare|count)$/.test(part.dimension) || !Number.isInteger(part.raw) || part.raw === 0) return null
  let next = at + 1
  const noun = tokens[next] && !tokens[next]!.stop && !tokens[next]!.quantity
  if (noun) next++
  if (text(tokens, next) === 'out') next++
  if (!/^(in|of)$/.test(text(tokens, next))) return null
  next++
  if (/^(the|every|our|those|these)$/.test(text(tokens, next))) next++
  const whole = tokens[next]?.quantity
  if (!whole || !/^(bare|count)$/.test(whole.dimension) || whole.raw <= part.raw || whole.raw > 1000 || whole.fraction)
    return null
  const value = (100 * part.raw) / whole.raw
  return plainValue(at, next + 1, 'percent', value, { fraction: true, parts: [part.raw, whole.raw], hedge: part.hedge })
}

function readQuantity(tokens: readonly Token[], at: number): Value | null {
  const quantity = tokens[at]!.quantity
  if (!quantity) return null
  const { raw, value, dimension, fraction, nouns, hedge } = quantity
  const rate = rateAt(tokens, at)
  const label =
    LABELS.test(text(tokens, at - 1)) && /^(bare|count)$/.test(dimension) ? [`${text(tokens, at - 1)}#`] : null
  const behind = tokens[at + 1]
  const named = behind?.clause === tokens[at]!.clause && (unitOf(behind.text) || behind.stem === nouns[0])
  const to = rate?.to ?? (named ? at + 2 : at + 1)
  return {
    ...plainValue(at, to, dimension, value),
    raw,
    fraction,
    hedge,
    nouns: label ?? nouns,
    measure: label ? 'count' : dimension,
    perDays: rate?.days ?? null,
    role: roleOf(tokens, at),
  }
}

/** A rate may stand before its number: "weekly takings of about 500". */
const RATE_BEFORE = 6
const YEAR = 365

/** Whether a time of day leaves no doubt that its numbers are no counts: "22:40", "half past two". */
const isSureClock = (tokens: readonly Token[], { measure, from, to }: Value) =>
  measure === 'clock' &&
  to - from > 1 &&
  (tokens[from + 1]!.text === 'past' || tokens[from]!.from === tokens[to - 1]!.from)

/** All values of a text, in order: numbers, shares, dates, times of day, frequencies. */
export function readValues(tokens: readonly Token[]): Value[] {
  const places = [...tokens.keys()]
  const special = [...readCalendar(tokens), ...readClock(tokens)]
  const sure = special.filter((value) => value.measure === 'date' || isSureClock(tokens, value))
  const taken = new Set(sure.flatMap(({ from, to }) => range(from, to)))
  const shares = places.flatMap((at) => (taken.has(at) ? [] : (readRatio(tokens, at) ?? [])))
  for (const { from, to } of shares) for (const at of range(from, to)) taken.add(at)
  const numbers = places.flatMap((at) => (taken.has(at) ? [] : (readQuantity(tokens, at) ?? [])))
  const rated = new Set(numbers.flatMap(({ from }) => rateAt(tokens, from)?.to ?? []))
  const often = readFrequency(tokens)
  const plain = numbers.map((number) => ({ ...number, perDays: number.perDays ?? rateBefore(tokens, often, number) }))
  const free = often.filter(({ from, to }) => !rated.has(to) || tokens[from]!.quantity)
  return [...special, ...free, ...shares, ...plain].sort((a, b) => a.from - b.from || a.to - b.to)
}

/** "weekly" in "weekly takings of about 500". */
function rateBefore(tokens: readonly Token[], often: readonly Value[], number: Value): number | null {
  const before = often.findLast(({ from }) => from < number.from && from >= number.from - RATE_BEFORE)
  const belongs = before && before.to - before.from === 1 && tokens[before.from]!.clause === tokens[number.from]!.clause
  return belongs && /ly$|^annual$/.test(tokens[before.from]!.text) ? YEAR / before.value : null
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)
