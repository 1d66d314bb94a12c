// Pieces of patterns, which are compiled anew in each process. All but WRITTEN_MONTH are for lower-case text, since the
// `i` flag makes that several times slower.

/** The inside of a class of letters: alphabets and CJK by their ranges, ten times faster to compile than \p{L}. */
export const LETTERS = String.raw`A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u3040-\ud7ff`

export const DIGITS = String.raw`(?:\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)`
/** What multiplies a number in figures; may be missing. */
export const SCALE = String.raw`(?:\s?(?:[kmb]|bn|mn|tn|thousand|million(?:en|s)?|billion|trillion|mio\.?|mrd\.?|milliarden?|tausend|tsd\.?)(?![${LETTERS}]))?`

const SMALL = 'two|three|four|five|six|seven|eight|nine'
const TEENS =
  'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const BIG = 'hundred|thousand|million|billion|dozen'
/** The words that numbers in words begin with. "One" and "a" are numbers only before a dozen or more. */
export const FIRST_WORDS = `zero|half|dozens?|${TEENS}|${SMALL}|(?:an?|one)(?= (?:${BIG}))`
export const NUMBER_WORDS = `(?:${FIRST_WORDS})(?:[- ](?:one|${SMALL}))?(?:[- ](?:${BIG})(?: (?:and )?(?:one|${TEENS}|${SMALL})(?:[- ](?:one|${SMALL}))?)?)*(?: and a half(?: (?:${BIG}))?)?`

export const TIME =
  '(?:milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|nights|weeks?|months?|mo|quarters?|years?|yrs?|decades?|sprints?|shifts?|tage?n?|wochen?|monate?n?|jahre?n?|stunden?|minuten|sekunden|jours?|semaines?|mois|ans|années?|heures?)'
export const PERCENT = '(?:%|per ?cent(?:age points?)?|prozent(?:punkte?)?|pour cent)'
export const UNIT = `(?:${PERCENT}|${TIME}|x|times|[kmgt]b|kg|km|miles?|°[cf]|rps|fps|req/sec|points?)`
/** A currency before its number, and after it. */
export const CURRENCY = String.raw`(?:(?:us|ca|au|nz|[cas])?\$|[€£¥₹]|(?:usd|eur|gbp|chf|jpy|inr|cad|aud|sek|nok|dkk|pln)(?=\s?\d))`
export const CURRENCY_WORD =
  '(?:dollars?|euros?|pounds|cents|bucks|francs|franken|yen|rupees|usd|eur|gbp|chf|jpy|inr|cad|aud|sek|nok|dkk|pln)'
/** "a day", "/month"; may be missing. */
export const PER = String.raw`(?:\s?(?:/|per\s|an?\s)\s?(?:day|week|month|mo|quarter|year|yr|hour|hr|second|sec|minute|min|team|person|head)(?![${LETTERS}]))?`

/** What may not stand before a fact, and not behind it. */
export const START = String.raw`(?<![${LETTERS}\d.#_$€£-])`
export const END = String.raw`(?![${LETTERS}\d_]|[.,]\d)`

const ENGLISH = 'january|february|march|april|may|june|july|august|september|october|november|december'
const SHORT = 'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'
const GERMAN = 'januar|jänner|februar|märz|mai|juni|juli|oktober|dezember'
const FRENCH = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
export const MONTH = `(?:${ENGLISH}|${GERMAN}|${FRENCH}|${SHORT})`
const capitals = (words: string) => words.replace(/(?<=^|\|)./g, (first) => first.toUpperCase())
/** A month in the text as written, where capitals tell May and March from the verbs. */
export const WRITTEN_MONTH = `(?:${[ENGLISH, GERMAN, SHORT].map(capitals).join('|')}|${FRENCH})`
export const YEAR = String.raw`(?:19|20)\d{2}`
