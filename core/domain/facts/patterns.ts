import type { FactKind } from '../story.ts'

const DIGITS = String.raw`(?:\d{1,3}(?:[,\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)`
const SCALE = String.raw`(?:\s?(?:[kKMB]|bn|mn|thousand|million|billion|mio\.?|mrd\.?|Tausend|Millionen)(?![\p{L}]))?`
const WORDS =
  'zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|half'
const WORD_NUMBER = `(?:(?:${WORDS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million))?|(?:a|one) (?:hundred|thousand|million|dozen))`
const TIME =
  'milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|nights|weeks?|months?|mo|quarters?|years?|yrs?|sprints?|shifts?|tage?n?|wochen?|monate?n?|jahre?n?|stunden?|minuten|sekunden'
const UNIT = `(?:%|percent(?:age points)?|${TIME}|x|times|[kMGT]B|kg|km|miles?|°[CF]|rps|fps|req/sec|points?)`
const CURRENCY = String.raw`(?:US\$|[$€£¥₹])`
const CURRENCY_WORD = '(?:dollars|euros?|pounds|USD|EUR|GBP|CHF|francs)'
const PER = String.raw`(?:\s?(?:/|per\s|a\s)\s?(?:day|week|month|mo|year|yr|hour|hr|second|sec|minute|min|team|person|head|quarter)(?!\p{L}))?`
const START = String.raw`(?<![\p{L}\p{N}.#_$€£-])`
const END = String.raw`(?![\p{L}\p{N}_]|[.,]\d)`
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'

const AMOUNT = String.raw`${CURRENCY}?${DIGITS}${SCALE}\+?(?:[ -]?${UNIT}${END})?`
// "3 candidate endpoints", "zero production incidents": the number and the plural it counts.
const COUNTED = String.raw`(?:\s+[\p{L}\p{N}'’/-]+){0,2}?\s+(?!(?:this|as|is|was|has|its|across|us|does|less|thus|plus|minus|versus|always|perhaps|pass|process|access|business)\b)\p{L}[\p{L}\p{N}-]*s(?![\p{L}'’])`

/**
 * Patterns from the most telling kind to the least; the first to claim a stretch of text keeps it.
 * `sign` must be in the text, else the pattern need not be tried.
 */
export const FACT_PATTERNS: readonly { kind: FactKind; pattern: RegExp; sign?: RegExp }[] = [
  {
    kind: 'date',
    sign: /(?:19|20)\d\d/,
    pattern: unicode(
      String.raw`${START}(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+)?${MONTH}\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?:19|20)\d{2})${END}`,
      'gu',
    ),
  },
  {
    kind: 'date',
    sign: /\d/,
    pattern: unicode(
      String.raw`${START}(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}|Q[1-4](?:[ /]?(?:19|20)\d{2})|${MONTH} \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH})${END}`,
      'gu',
    ),
  },
  {
    kind: 'date',
    pattern: unicode(
      String.raw`${START}(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[ap]\.?m\.?)?(?!\d)|${START}1?\d\s?(?:a\.m\.|p\.m\.|am|pm)(?!\p{L})`,
    ),
    sign: /\d/,
  },
  {
    kind: 'change',
    sign: /→|->|=>|➜/,
    pattern: unicode(
      String.raw`${START}(?:${AMOUNT}|${WORD_NUMBER})(?:\s\p{L}+){0,2}\s*(?:→|->|=>|➜)\s*(?:${AMOUNT}|${WORD_NUMBER})(?:\s+\p{Ll}+s(?!\p{L}))?${END}`,
    ),
  },
  {
    kind: 'change',
    sign: /\bto\b/i,
    pattern: unicode(
      String.raw`(?<=\bfrom )(?:(?:about|around|nearly|over)\s)?(?:${AMOUNT}|${WORD_NUMBER})(?:\s\p{L}+){0,2}\s+(?:down |up )?to\s+(?:(?:about|around|nearly|over|under|just|only)\s)?(?:${AMOUNT}|${WORD_NUMBER})(?:\s+\p{Ll}+s(?!\p{L}))?${END}`,
    ),
  },
  {
    kind: 'change',
    sign: /\bto\b/i,
    pattern: unicode(
      String.raw`${START}(?:${AMOUNT})(?:\s\p{Ll}+)?\s+to\s+(?:${AMOUNT})(?:\s+\p{Ll}+s(?!\p{L}))?${END}`,
    ),
  },
  {
    kind: 'range',
    sign: /\d[^\s]{0,3}\s?[-–—]\s?[^\s]?\d/,
    pattern: unicode(
      String.raw`${START}${CURRENCY}?${DIGITS}${SCALE}\s?[-–—]\s?${CURRENCY}?${DIGITS}${SCALE}\+?(?:[ -]?${UNIT}${END})?${PER}${END}`,
    ),
  },
  {
    kind: 'range',
    sign: /\bbetween\b/i,
    pattern: unicode(
      String.raw`(?<=\bbetween )(?:${AMOUNT}|${WORD_NUMBER})\s+and\s+(?:${AMOUNT}|${WORD_NUMBER})${END}`,
    ),
  },
  {
    kind: 'money',
    sign: /[$€£¥₹]/,
    pattern: unicode(String.raw`(?<![\p{L}\p{N}.])(?:[~<>≈]\s?)?${CURRENCY}\s?${DIGITS}${SCALE}\+?${PER}${END}`),
  },
  {
    kind: 'money',
    sign: /[€£]|dollar|euro|pound|USD|EUR|GBP|CHF|franc/i,
    pattern: unicode(
      String.raw`${START}(?:${DIGITS}${SCALE}\s?[€£]|(?:${DIGITS}${SCALE}|${WORD_NUMBER})\s${CURRENCY_WORD})${PER}${END}`,
    ),
  },
  {
    kind: 'percentage',
    sign: /%|percent/i,
    pattern: unicode(
      String.raw`${START}(?:[~<>≈]\s?)?(?:${DIGITS}\+?\s?(?:%|percent(?:age points)?)|${WORD_NUMBER} percent)(?![\p{L}\p{N}])`,
    ),
  },
  {
    kind: 'duration',
    pattern: unicode(
      String.raw`${START}(?:sub-|[~<>≈]\s?)?(?:${DIGITS}\+?|${WORD_NUMBER})(?:\s|-|(?=ms|s|h|min))(?:${TIME})${END}`,
    ),
  },
  {
    kind: 'date',
    sign: /\bevery\b/i,
    pattern: unicode(String.raw`\bevery (?:second )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b`),
  },
  {
    kind: 'date',
    sign: /(?:19|20)\d\d/,
    pattern: unicode(String.raw`(?<=\b(?:in|since|by|until|of|during|from|early|late|mid) )(?:19|20)\d{2}${END}`),
  },
  {
    kind: 'number',
    pattern: unicode(
      String.raw`${START}(?:[~<>≈]\s?)?(?:${DIGITS}${SCALE}\+?|${WORD_NUMBER})(?:/(?:day|hour|week|month|sec))?${COUNTED}${PER}`,
    ),
  },
  {
    kind: 'number',
    sign: /\d/,
    pattern: unicode(
      String.raw`${START}(?:[~<>≈]\s?)?${DIGITS}${SCALE}\+?(?:[ -]?${UNIT})?(?:/\d+)?${END}(?:-[a-z]+)?`,
    ),
  },
]

// Words all in capitals are left out: they are emphasis, or abbreviations that every listener knows.
/** Whether a text holds anything that a pattern for quantities could claim. */
export const holdsQuantity = (text: string): boolean => QUANTITY_SIGN.test(text)
const QUANTITY_SIGN = new RegExp(String.raw`\d|\b(?:${WORDS}|hundred|thousand|million|dozen|every)\b`, 'i')

/** Whether a text holds anything that {@link NAME_PATTERN} could claim. */
export const holdsName = (text: string): boolean => /\p{L}\p{Lu}|\p{L}\d|_|-\w+-/u.test(text)

/** Names that nobody could mean otherwise: mixed case, letters with digits, code. */
export const NAME_PATTERN = unicode(
  String.raw`(?<![\p{L}\p{N}_./-])(?:\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}*)+\d*|\p{Lu}{2,}\p{Ll}{2,}\p{L}*|[a-z]\p{Lu}{2,}|[A-Za-z]+(?:_[A-Za-z0-9]+)+|[a-z]+(?:-[a-z0-9]+){2,}(?=\s|$|[,.;:)])(?<=-(?:srv|api|apis|svc|app|sink|lib|libraries|service|producer|server|core|web))|[pP]\d{2}(?:/[pP]\d{2})*|\p{Lu}{1,4}\d{1,3})(?![\p{L}\p{N}_])`,
  'gu',
)

// Months and names are told by their capitals; everything else may begin a sentence.
function unicode(source: string, flags = 'giu'): RegExp {
  return new RegExp(source, flags)
}
