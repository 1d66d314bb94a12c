// Pieces of patterns for lower-case text. Patterns without the `i` flag are several times cheaper to compile.

export const DIGITS = String.raw`(?:\d{1,3}(?:[,\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)`
export const SCALE = String.raw`(?:\s?(?:[kmb]|bn|mn|thousand|million|billion|mio\.?|mrd\.?|tausend|millionen)(?!\p{L}))?`
const SMALL = 'one|two|three|four|five|six|seven|eight|nine'
const WORDS = `zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|half`
export const NUMBER_WORDS = `(?:(?:${WORDS})(?:[- ](?:${SMALL}|hundred|thousand|million))?|(?:a|one) (?:hundred|thousand|million|dozen))`

export const TIME =
  '(?:milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|nights|weeks?|months?|mo|quarters?|years?|yrs?|sprints?|shifts?|tage?n?|wochen?|monate?n?|jahre?n?|stunden?|minuten|sekunden)'
export const UNIT = `(?:%|percent(?:age points)?|${TIME}|x|times|[kmgt]b|kg|km|miles?|°[cf]|rps|fps|req/sec|points?)`
export const CURRENCY = String.raw`(?:us\$|[$€£¥₹])`
export const CURRENCY_WORD = '(?:dollars|euros?|pounds|usd|eur|gbp|chf|francs)'
/** "a day", "/month": may be missing. */
export const PER = String.raw`(?:\s?(?:/|per\s|a\s)\s?(?:day|week|month|mo|year|yr|hour|hr|second|sec|minute|min|team|person|head|quarter)(?!\p{L}))?`
/** What may not stand before a number, and behind one. */
export const START = String.raw`(?<![\p{L}\p{N}.#_$€£-])`
export const END = String.raw`(?![\p{L}\p{N}_]|[.,]\d)`
/** Months are told by their capitals, so these are for the text as written. */
export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'
