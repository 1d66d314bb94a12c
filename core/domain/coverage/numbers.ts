/** What a value measures; `count` counts things, `bare` is a number on its own. */
export type Dimension = 'time' | 'money' | 'percent' | 'factor' | 'count' | 'bare'

/** A number read from words: its value, how many pieces it took, whether it was said as a fraction ("two thirds"). */
export type NumberRead = { value: number; length: number; fraction: boolean }

const index = (words: string, from: number, step: number): [string, number][] =>
  words.split(' ').map((word, i) => [word, from + i * step])

const SMALL = new Map([
  ...index(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
    0,
    1,
  ),
  ...index('seventeen eighteen nineteen', 17, 1),
])
const TENS = new Map(index('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10))
const SCALES = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['grand', 1e3],
  ['dozen', 12],
  ['dozens', 12],
])
const FRACTIONS = new Map([
  ['half', 1 / 2],
  ['halves', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
  ['tenth', 1 / 10],
  ['tenths', 1 / 10],
])

const MINUTE = 60
const DAY = 24 * 3600
const UNITS = new Map<string, readonly [Dimension, number]>([
  ...['ms', 'millisecond', 'millis', 'msec'].map((unit) => [unit, ['time', 0.001]] as const),
  ...['s', 'sec', 'second'].map((unit) => [unit, ['time', 1]] as const),
  ...['min', 'minute'].map((unit) => [unit, ['time', MINUTE]] as const),
  ...['h', 'hr', 'hour'].map((unit) => [unit, ['time', 60 * MINUTE]] as const),
  ['day', ['time', DAY]],
  ['week', ['time', 7 * DAY]],
  ['fortnight', ['time', 14 * DAY]],
  ['month', ['time', 30.4 * DAY]],
  ['year', ['time', 365 * DAY]],
  ...['$', '£', '€', 'dollar', 'buck', 'euro', 'pound', 'grand'].map((unit) => [unit, ['money', 1]] as const),
  ...['%', 'percent', 'pct'].map((unit) => [unit, ['percent', 1]] as const),
  ...['x', 'times', 'fold'].map((unit) => [unit, ['factor', 1]] as const),
])

/** What a unit measures and its size in seconds, dollars, percent or times; undefined for other words. */
export const unitOf = (piece: string): readonly [Dimension, number] | undefined =>
  UNITS.get(piece) ?? (piece.length > 3 ? UNITS.get(piece.replace(/s$/, '')) : undefined)

const isDigits = (piece: string | undefined): piece is string => piece !== undefined && /^\d+(\.\d+)?$/.test(piece)

/** "twenty", "fifty nine", "seven"; null when there is none at `at`. */
function readBelowHundred(pieces: readonly string[], at: number): NumberRead | null {
  const piece = pieces[at] ?? ''
  const tens = TENS.get(piece)
  if (tens !== undefined) {
    const ones = SMALL.get(pieces[at + 1] ?? '')
    const joined = ones !== undefined && ones > 0 && ones < 10
    return { value: joined ? tens + ones : tens, length: joined ? 2 : 1, fraction: false }
  }
  const small = SMALL.get(piece)
  return small === undefined ? null : { value: small, length: 1, fraction: false }
}

const readSimple = (pieces: readonly string[], at: number): NumberRead | null =>
  isDigits(pieces[at]) ? { value: Number(pieces[at]), length: 1, fraction: false } : readBelowHundred(pieces, at)

/** Before these, "an hour" is one hour; elsewhere it may be a rate ("ten an hour"). */
const ONE_BEFORE = /^(in|within|under|than|about|nearly|almost|for|took|takes|over|after|only|just|whole)$/

/** "a dozen", "half a million", "a third", "a couple": what begins with an article or a fraction. */
function readArticle(pieces: readonly string[], at: number): NumberRead | null {
  const article = /^an?$/.test(pieces[at] ?? '') ? 1 : 0
  const piece = pieces[at + article] ?? ''
  if (article && piece === 'couple') return { value: 2, length: 2, fraction: false }
  const scale = SCALES.get(piece)
  if (scale !== undefined && piece.length > 2 && (article || piece === 'dozens'))
    return { value: scale, length: 1 + article, fraction: false }
  if (article && unitOf(piece)?.[0] === 'time' && ONE_BEFORE.test(pieces[at - 1] ?? ''))
    return { value: 1, length: 1, fraction: false }
  const fraction = FRACTIONS.get(piece)
  if (fraction === undefined || (!article && piece !== 'half')) return null
  const after = pieces.slice(at + article + 1).findIndex((next) => !/^(an?|of)$/.test(next)) + at + article + 1
  const next = pieces[after] ?? ''
  const big = SCALES.get(next)
  if (big !== undefined && big >= 1000) return { value: fraction * big, length: after + 1 - at, fraction: false }
  if (unitOf(next) && after - at - article <= 3) return { value: fraction, length: after - at, fraction: false }
  return { value: 100 * fraction, length: 1 + article, fraction: true }
}

/** The number that begins at piece `at` (lower case, symbols apart), in words or digits; null when there is none. */
export function readNumber(pieces: readonly string[], at: number): NumberRead | null {
  const first = readSimple(pieces, at)
  if (!first) return readArticle(pieces, at)
  const share = FRACTIONS.get(pieces[at + first.length] ?? '')
  if (share !== undefined && first.value < 10 && !unitOf(pieces[at + first.length + 1] ?? ''))
    return { value: 100 * first.value * share, length: first.length + 1, fraction: true }
  let total = 0
  let part = first.value
  let length = first.length
  for (;;) {
    const next = pieces[at + length] ?? ''
    const scale = SCALES.get(next)
    if (scale !== undefined) {
      if (scale >= 1000) {
        total += part * scale
        part = 0
      } else part *= scale
      length++
      if (next === 'grand') return { value: total + part, length: length - 1, fraction: false }
      continue
    }
    if (next === 'point') {
      const decimals = readDecimals(pieces, at + length + 1)
      if (!decimals) break
      part += Number(`0.${decimals.digits}`)
      length += 1 + decimals.length
      continue
    }
    const joins = next === 'and' ? 1 : 0
    const more = part === 0 || part % 100 === 0 ? readBelowHundred(pieces, at + length + joins) : null
    if (!more || total + part === 0 || isDigits(pieces[at])) break
    if (joins && part === 0 && more.value >= 100) break
    part += more.value
    length += joins + more.length
  }
  return { value: total + part, length, fraction: false }
}

function readDecimals(pieces: readonly string[], at: number): { digits: string; length: number } | null {
  let digits = ''
  let length = 0
  for (;;) {
    const more = readSimple(pieces, at + length)
    if (!more || !Number.isInteger(more.value)) break
    digits += more.value
    length += more.length
  }
  return digits === '' ? null : { digits, length }
}
