import { CURRENCY, DIGITS, END, LETTERS, NUMBER_WORDS, SCALE, UNIT } from './vocabulary.ts'

/** A number as written, in offsets of its text: `from` the currency sign to `to`, the end of its scale or "+". */
export interface Amount {
  /** Where "~", "<" or the like before it begins, else `from`. */
  lead: number
  from: number
  digitsTo: number
  to: number
  /** The end of a unit right behind, else `to`. */
  unitTo: number
  currency: boolean
  words: boolean
  /** False behind a hyphen or currency sign, where it can only be the second half of something. */
  opens: boolean
}

const AMOUNT = new RegExp(
  String.raw`(?<![${LETTERS}\d.#_])([~<>≈]\s?)?(?:(${CURRENCY}\s?)?(${DIGITS})(${SCALE}\+?)([ -]?${UNIT}${END})?|${NUMBER_WORDS}(?![${LETTERS}]))`,
  'g',
)

// "~ EUR " is the longest that stands before the figures of an amount.
const LONGEST_LEAD = 6

/** The numbers of a lower-case text, in figures and in words; none begins before `start`, save its sign. */
export function findAmounts(low: string, start = 0): Amount[] {
  const amounts: Amount[] = []
  AMOUNT.lastIndex = Math.max(0, start - LONGEST_LEAD)
  for (let match = AMOUNT.exec(low); match; match = AMOUNT.exec(low)) amounts.push(measure(match, low))
  return amounts
}

function measure(match: RegExpExecArray, low: string): Amount {
  const lead = match.index
  const unitTo = lead + match[0].length
  const words = match[3] === undefined
  const to = unitTo - (match[5]?.length ?? 0)
  return {
    lead,
    from: lead + (match[1]?.length ?? 0),
    digitsTo: words ? to : to - match[4]!.length,
    to,
    unitTo,
    currency: match[2] !== undefined,
    words,
    opens: opensAt(low, lead),
  }
}

// "-5%" opens a fact, the second half of "pre-2019" and "$-5" does not.
function opensAt(low: string, at: number): boolean {
  const before = low[at - 1] ?? ' '
  return before === '-' ? /\s/.test(low[at - 2] ?? ' ') : !'$€£'.includes(before)
}
