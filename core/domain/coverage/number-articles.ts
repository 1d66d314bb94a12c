import { FRACTIONS, SCALES } from './number-lists.ts'
import { unitOf } from './numbers.ts'

/**
 * A number read from words: its value, how many pieces it took, whether it was said as a fraction ("two thirds") or as
 * a place in a row ("twenty-eighth").
 */
export type NumberRead = { value: number; length: number; fraction: boolean; ordinal: boolean }

/** A number of some pieces. */
export const read = (value: number, length: number, kind: 'plain' | 'fraction' | 'ordinal' = 'plain'): NumberRead => ({
  value,
  length,
  fraction: kind === 'fraction',
  ordinal: kind === 'ordinal',
})

/** Before these, "an hour" is one hour; elsewhere it may be a rate ("ten an hour"). */
const ONE_BEFORE =
  /^(in|within|under|than|about|nearly|almost|for|took|take|takes|lasted|by|with|over|after|only|just|whole)$/
const WHOLE = /^(whole|full|entire|good|solid|single|working)$/

/** "an hour", "a whole week" as one of them. */
function readOne(pieces: readonly string[], at: number): NumberRead | null {
  if (!/^an?$/.test(pieces[at] ?? '')) return null
  const whole = WHOLE.test(pieces[at + 1] ?? '') ? 1 : 0
  if (unitOf(pieces[at + 1 + whole] ?? '')?.[0] !== 'time') return null
  const part = pieces[at - 1] === 'of' && pieces[at - 2] === 'part'
  const orTwo = pieces[at + 2] === 'or' && pieces[at + 3] === 'two'
  return whole || part || orTwo || ONE_BEFORE.test(pieces[at - 1] ?? '') ? read(1, 1 + whole) : null
}

/** The place of the first piece from `at` on that is no "a", "an" or "of". */
function behindArticles(pieces: readonly string[], at: number): number {
  let place = at
  while (/^(an?|of)$/.test(pieces[place] ?? '')) place++
  return place
}

/** A share of what follows: of a unit or a large number it is a number, else a fraction in percent. */
export function readShare(pieces: readonly string[], at: number, length: number, share: number): NumberRead {
  const after = behindArticles(pieces, at + length)
  const next = pieces[after] ?? ''
  const scale = SCALES.get(next)
  if (scale !== undefined && scale >= 1000) return read(share * scale, after + 1 - at)
  if (unitOf(next) && after - at - length <= 2) return read(share, after - at)
  return read(100 * share, length, 'fraction')
}

/** "half a million", "a third", "a couple", "an hour": what begins with an article or a fraction. */
export function readArticle(pieces: readonly string[], at: number): NumberRead | null {
  const article = /^an?$/.test(pieces[at] ?? '') ? 1 : 0
  const piece = pieces[at + article] ?? ''
  if (article && piece === 'couple') return read(2, 2)
  if (piece === 'dozens') return read(12, 1 + article)
  const one = readOne(pieces, at)
  if (one) return one
  const fraction = FRACTIONS.get(piece)
  if (fraction === undefined || (!article && piece !== 'half')) return null
  return readShare(pieces, at, 1 + article, fraction)
}
