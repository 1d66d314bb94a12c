import type { Amount } from './amounts.ts'
import { anywhere, type Passage, pair, type Rule, single } from './rule.ts'
import {
  CURRENCY_WORD,
  END,
  LETTERS,
  MONTH,
  PER,
  PERCENT,
  START,
  TIME,
  UNIT,
  WRITTEN_MONTH,
  YEAR,
} from './vocabulary.ts'

// "3 candidate endpoints", "zero production incidents": the plural that a number counts.
const COUNTED = String.raw`(?:\s+[${LETTERS}\d'’/-]+){0,2}?\s+(?!(?:this|as|is|was|has|its|across|us|does|less|thus|plus|minus|versus|always|perhaps|pass|process|access|business)\b)(?:[${LETTERS}][${LETTERS}\d-]*s|people|children|women|men)(?![${LETTERS}'’])`
const PLURAL = String.raw`(?:\s+[${LETTERS}]+s(?![${LETTERS}]))?${END}`

const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|\.)?`
const DATE_WITH_YEAR = String.raw`(?:${DAY}\s+(?:of\s+)?)?${MONTH}\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?(?!\d))?,?\s+${YEAR}|(?:spring|summer|autumn|winter)\s(?:of\s)?${YEAR}|(?:19|20)\d0s`
const DATE_IN_FIGURES = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]${YEAR}|\d{1,2}/\d{1,2}/\d{2}|(?:Q[1-4]|H[12])(?:[ /-]?${YEAR}|/\d{2})|FY ?(?:${YEAR}|\d{2})|${YEAR}[ /-]?(?:Q[1-4]|H[12])|Q[1-4]`
const DATE_WITHOUT_YEAR = String.raw`${WRITTEN_MONTH} \d{1,2}(?:st|nd|rd|th)?|${DAY} (?:of )?${WRITTEN_MONTH}`
const DATE_SIGN =
  /Q[1-4]|[HF][12Y]|\d[./-]\d\d?[./-]\d|\d[a-z.]{0,2} (?:of )?(?:[JFMASOND]|jan|fév|mar|avr|mai|jui|aoû|sep|oct|nov|déc)|[JFMASOND][a-zä]{2,8} \d/
const TIME_OF_DAY = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[ap]\.?m\.?)?(?!\d)|1?\d\s?(?:a\.m\.|p\.m\.|am|pm)(?![${LETTERS}])`

// "A week" and "one day" are hardly ever meant as figures.
const LONG_TIME = '(?:hour|week|month|quarter|year|decade)'

const isYear = ({ from, digitsTo }: Amount, low: string) => digitsTo - from === 4 && /[12]/.test(low[from]!)
const holdsYear = ({ amounts, low }: Passage) => amounts.some((amount) => isYear(amount, low))
const inFigures = (first: Amount, second: Amount) => !first.words && !second.words
const plainFrom = ({ currency, opens, lead }: Amount, behind: number) =>
  opens && !currency ? { from: lead, behind } : null

/**
 * The ways to state a quantity, from the most telling to the least: the first to claim a stretch of text keeps
 * it. A new kind of fact is one more rule at its place.
 */
export const RULES: readonly Rule[] = [
  anywhere('date', 'low', holdsYear, `${START}(?:${DATE_WITH_YEAR})${END}`),
  anywhere(
    'date',
    'text',
    ({ text }) => DATE_SIGN.test(text),
    `${START}(?:${DATE_IN_FIGURES}|${DATE_WITHOUT_YEAR})${END}`,
  ),
  anywhere('date', 'low', ({ low }) => /\d(?::\d|\s?[ap]\.?m)/.test(low), `${START}(?:${TIME_OF_DAY})`),
  pair('change', (first) => first.opens, {
    between: String.raw`(?:\s[${LETTERS}]+){0,2}\s*(?:→|->|=>|➜)\s*`,
    behind: PLURAL,
  }),
  pair('change', () => true, {
    before: String.raw`\b(?:from|von|de) ((?:about|around|nearly|over)\s)?`,
    between: String.raw`(?:\s[${LETTERS}]+){0,2}\s+(?:down |up )?(?:to|auf|à)\s+(?:(?:about|around|nearly|over|under|just|only)\s)?`,
    behind: PLURAL,
  }),
  pair('change', (first, second) => first.opens && inFigures(first, second), {
    between: String.raw`(?:\s[${LETTERS}]+)?\s+to\s+`,
    behind: PLURAL,
  }),
  pair('range', (first, second) => first.opens && inFigures(first, second) && first.unitTo === first.to, {
    between: String.raw`\s?[-–—]\s?`,
    behind: PER + END,
  }),
  pair('range', () => true, {
    before: String.raw`\b(?:between|zwischen|entre) `,
    between: String.raw`\s+(?:and|und|et)\s+`,
    behind: `(?:[ -]?${UNIT})?${END}`,
  }),
  pair('range', (first, second) => first.opens && first.words === second.words, {
    between: String.raw`\s(?:to|or|bis|à)\s`,
    behind: `(?:[ -]${UNIT}${END}|${PLURAL})`,
  }),
  single('money', ({ currency, lead, to }) => (currency ? { from: lead, behind: to } : null), PER + END),
  single('money', (amount) => plainFrom(amount, amount.to), String.raw`(?:\s?[€£]|[\s-]${CURRENCY_WORD})${PER}${END}`),
  single('percentage', (amount) => plainFrom(amount, amount.digitsTo), String.raw`\+?\s?${PERCENT}(?![${LETTERS}\d])`),
  single(
    'duration',
    (amount, low) =>
      low.startsWith('sub-', amount.from - 4)
        ? { from: amount.from - 4, behind: amount.digitsTo }
        : plainFrom(amount, amount.digitsTo),
    String.raw`\+?(?:\s|-|(?=ms|s|h|min))${TIME}${END}`,
  ),
  anywhere(
    'duration',
    'low',
    ({ low }) => low.includes('half') || /one (?:hour|week|month|quarter|year|decade)/.test(low),
    `${START}(?:one ${LONG_TIME}|half an? ${LONG_TIME}|an? ${LONG_TIME} and a half)${END}`,
  ),
  anywhere(
    'date',
    'low',
    ({ low }) => /every (?:second )?[mtwfs]\w+day/.test(low),
    String.raw`\bevery (?:second )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`,
  ),
  anywhere(
    'date',
    'low',
    holdsYear,
    String.raw`(?<=\b(?:in|since|by|until|of|during|from|early|late|mid|im jahr|seit|en|depuis)[ -])${YEAR}${END}`,
  ),
  single('number', (amount) => plainFrom(amount, amount.to), `(?:/(?:day|hour|week|month|sec))?${COUNTED}${PER}`),
  single(
    'number',
    (amount) => (amount.words ? null : plainFrom(amount, amount.unitTo)),
    String.raw`(?:/\d+)?${END}(?:-[a-z]+)?`,
  ),
]
