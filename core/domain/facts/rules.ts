import { anywhere, type Passage, pair, type Rule, single } from './rule.ts'
import { CURRENCY_WORD, END, MONTH, PER, START, TIME } from './vocabulary.ts'

// "3 candidate endpoints", "zero production incidents": the plural that a number counts.
const COUNTED = String.raw`(?:\s+[\p{L}\p{N}'’/-]+){0,2}?\s+(?!(?:this|as|is|was|has|its|across|us|does|less|thus|plus|minus|versus|always|perhaps|pass|process|access|business)\b)\p{L}[\p{L}\p{N}-]*s(?![\p{L}'’])`
const PLURAL = String.raw`(?:\s+\p{Ll}+s(?!\p{L}))?${END}`

const holdsYear = ({ amounts, low }: Passage) =>
  amounts.some(({ from, digitsTo }) => digitsTo - from === 4 && '12'.includes(low[from]!))

/**
 * The ways to state a fact, from the most telling to the least: the first to claim a stretch of text keeps it.
 * A new kind of fact is one more line at its place.
 */
export const RULES: readonly Rule[] = [
  anywhere(
    'date',
    'text',
    holdsYear,
    String.raw`${START}(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+)?${MONTH}\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?:19|20)\d{2})${END}`,
  ),
  anywhere(
    'date',
    'text',
    ({ text }) => /Q[1-4]|\d[./-]\d\d?[./-]\d|[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)/.test(text),
    String.raw`${START}(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}|Q[1-4](?:[ /]?(?:19|20)\d{2})|${MONTH} \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH})${END}`,
  ),
  anywhere(
    'date',
    'low',
    ({ low }) => /\d(?::\d|\s?[ap]\.?m)/.test(low),
    String.raw`${START}(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[ap]\.?m\.?)?(?!\d)|${START}1?\d\s?(?:a\.m\.|p\.m\.|am|pm)(?!\p{L})`,
  ),
  pair('change', (first) => first.opens, {
    between: String.raw`(?:\s\p{L}+){0,2}\s*(?:→|->|=>|➜)\s*`,
    behind: PLURAL,
  }),
  pair('change', () => true, {
    before: String.raw`\bfrom ((?:about|around|nearly|over)\s)?`,
    between: String.raw`(?:\s\p{L}+){0,2}\s+(?:down |up )?to\s+(?:(?:about|around|nearly|over|under|just|only)\s)?`,
    behind: PLURAL,
  }),
  pair('change', (first, second) => first.opens && !first.words && !second.words, {
    between: String.raw`(?:\s\p{Ll}+)?\s+to\s+`,
    behind: PLURAL,
  }),
  pair(
    'range',
    (first, second) =>
      first.opens && first.digitsTo > first.from && !first.words && !second.words && first.unitTo === first.to,
    {
      between: String.raw`\s?[-–—]\s?`,
      behind: PER + END,
    },
  ),
  pair('range', () => true, { before: String.raw`\bbetween `, between: String.raw`\s+and\s+`, behind: END }),
  single('money', ({ currency, lead, to }) => (currency ? { from: lead, behind: to } : null), PER + END),
  single(
    'money',
    ({ currency, opens, from, to }) => (opens && !currency ? { from, behind: to } : null),
    String.raw`(?:\s?[€£]|\s${CURRENCY_WORD})${PER}${END}`,
  ),
  single(
    'percentage',
    ({ currency, opens, lead, digitsTo }) => (opens && !currency ? { from: lead, behind: digitsTo } : null),
    String.raw`\+?\s?(?:%|percent(?:age points)?)(?![\p{L}\p{N}])`,
  ),
  single(
    'duration',
    ({ currency, opens, lead, from, digitsTo }, low) => {
      if (low.startsWith('sub-', from - 4)) return { from: from - 4, behind: digitsTo }
      return opens && !currency ? { from: lead, behind: digitsTo } : null
    },
    String.raw`\+?(?:\s|-|(?=ms|s|h|min))${TIME}${END}`,
  ),
  anywhere(
    'date',
    'low',
    ({ low }) => low.includes('every '),
    String.raw`\bevery (?:second )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`,
  ),
  anywhere(
    'date',
    'low',
    holdsYear,
    String.raw`(?<=\b(?:in|since|by|until|of|during|from|early|late|mid) )(?:19|20)\d{2}${END}`,
  ),
  single(
    'number',
    ({ currency, opens, lead, to }) => (opens && !currency ? { from: lead, behind: to } : null),
    `(?:/(?:day|hour|week|month|sec))?${COUNTED}${PER}`,
  ),
  single(
    'number',
    ({ currency, opens, words, lead, unitTo }) =>
      opens && !currency && !words ? { from: lead, behind: unitTo } : null,
    String.raw`(?:/\d+)?${END}(?:-[a-z]+)?`,
  ),
]
