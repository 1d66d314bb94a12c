import { type NumberRead, read, readArticle, readShare } from './number-articles.ts'
import { FRACTIONS, ORDINALS, SCALES, SMALL, TENS } from './number-lists.ts'
import { unitOf } from './numbers.ts'

const isDigits = (piece: string | undefined): piece is string => piece !== undefined && /^\d+(\.\d+)?$/.test(piece)

/** "twenty", "fifty nine", "seven", "twenty eighth"; null when there is none at `at`. */
function readBelowHundred(pieces: readonly string[], at: number): NumberRead | null {
  const piece = pieces[at] ?? ''
  const tens = TENS.get(piece)
  if (tens === undefined) {
    const small = SMALL.get(piece)
    return small === undefined ? null : read(small, 1)
  }
  const next = pieces[at + 1] ?? ''
  const ones = SMALL.get(next)
  if (ones !== undefined && ones > 0 && ones < 10) return read(tens + ones, 2)
  const ordinal = ORDINALS.get(next)
  return ordinal === undefined || unitOf(next) ? read(tens, 1) : read(tens + ordinal, 2, 'ordinal')
}

/** "nineteen ninety-eight", "twenty nineteen" are years. */
function readYear(pieces: readonly string[], at: number): NumberRead | null {
  const century = /^(nineteen|twenty)$/.test(pieces[at] ?? '') ? (SMALL.get(pieces[at]!) ?? TENS.get(pieces[at]!)!) : 0
  const rest = century > 0 ? readBelowHundred(pieces, at + 1) : null
  const next = pieces[at + 1 + (rest?.length ?? 0)] ?? ''
  if (!rest || rest.ordinal || rest.value < 10 || SCALES.has(next) || unitOf(next)) return null
  return read(100 * century + rest.value, 1 + rest.length)
}

/** "one fifty" is 150. */
function readHundredless(pieces: readonly string[], at: number): NumberRead | null {
  const hundreds = SMALL.get(pieces[at] ?? '')
  const rest = TENS.has(pieces[at + 1] ?? '') ? readBelowHundred(pieces, at + 1) : null
  if (!hundreds || hundreds > 9 || !rest || rest.ordinal || SCALES.has(pieces[at + 1 + rest.length] ?? '')) return null
  return read(100 * hundreds + rest.value, 1 + rest.length)
}

function readSimple(pieces: readonly string[], at: number): NumberRead | null {
  const piece = pieces[at]
  if (!isDigits(piece)) return readYear(pieces, at) ?? readHundredless(pieces, at) ?? readBelowHundred(pieces, at)
  return /^(st|nd|rd|th)$/.test(pieces[at + 1] ?? '') ? read(Number(piece), 2, 'ordinal') : read(Number(piece), 1)
}

function readDecimals(pieces: readonly string[], at: number): { digits: string; length: number } | null {
  let digits = ''
  let length = 0
  for (;;) {
    const more = isDigits(pieces[at + length]) ? readSimple(pieces, at + length) : readBelowHundred(pieces, at + length)
    if (!more || !Number.isInteger(more.value)) break
    digits += more.value
    length += more.length
  }
  return digits === '' ? null : { digits, length }
}

/** "and a half" in "six and a half thousand". */
function readAndHalf(pieces: readonly string[], at: number): number {
  if (pieces[at] !== 'and' || !/^an?$/.test(pieces[at + 1] ?? '')) return 0
  return /^(half|quarter)$/.test(pieces[at + 2] ?? '') ? FRACTIONS.get(pieces[at + 2]!)! : 0
}

/** What a number grows to behind its first piece: scales, decimals, "and a half", "and twenty". */
function readOn(pieces: readonly string[], at: number, first: NumberRead): NumberRead {
  let total = 0
  let part = first.value
  let length = first.length
  let decimal = false
  for (;;) {
    const next = pieces[at + length] ?? ''
    const scale = SCALES.get(next)
    const half = readAndHalf(pieces, at + length)
    if (scale !== undefined) {
      if (scale >= 1000) {
        total += part * scale
        part = 0
      } else part *= scale
      length++
      if (next === 'grand') return read(total + part, length - 1)
    } else if (half > 0) {
      part += half
      length += 3
    } else if (next === 'point') {
      const decimals = readDecimals(pieces, at + length + 1)
      if (!decimals) break
      part += Number(`0.${decimals.digits}`)
      decimal = true
      length += 1 + decimals.length
    } else {
      const joins = next === 'and' && Number.isInteger(first.value) && !decimal ? 1 : 0
      const more = part === 0 || part % 100 === 0 ? readBelowHundred(pieces, at + length + joins) : null
      if (!more || total + part === 0 || isDigits(pieces[at])) break
      part += more.value
      length += joins + more.length
    }
  }
  return read(total + part, length)
}

const SCALED = /^(hundred|thousand|million|billion|dozen|grand)$/

/** The number that begins at piece `at` (lower case, symbols apart), in words or digits; null when there is none. */
export function readNumber(pieces: readonly string[], at: number): NumberRead | null {
  if (/^an?$/.test(pieces[at] ?? '') && SCALED.test(pieces[at + 1] ?? '')) return readOn(pieces, at, read(1, 1))
  if (pieces[at - 1] === 'per' && SCALED.test(pieces[at] ?? '')) return readOn(pieces, at, read(1, 0))
  const first = readSimple(pieces, at)
  if (!first) return readArticle(pieces, at)
  if (first.ordinal) return first
  const share = FRACTIONS.get(pieces[at + first.length] ?? '')
  if (share !== undefined && first.value < 10 && !unitOf(pieces[at + first.length + 1] ?? ''))
    return readShare(pieces, at, first.length + 1, first.value * share)
  return readOn(pieces, at, first)
}
