import { plain } from './inline.ts'

const MARKERS = /^(?:[\s✓✔✗✘☑☐✅❌•▪◦‣➜▶*]|\[[ xX]\]\s|\p{Extended_Pictographic}(?<![\p{N}#*])\ufe0f?|[-–—→]\s)+/u
const PAIRS: readonly [string, string][] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
  ["'", "'"],
]

const count = (text: string, char: string) => (text.includes(char) ? text.split(char).length - 1 : 0)

/** A passage without list signs, ticks, bold marks and the quotes around the whole. */
export function unquote(marked: string): string {
  const line = plain(marked)
  const spaced = /\s\s|[^\S ]/.test(line) ? line.replace(/\s+/g, ' ') : line
  // Most passages begin with a word, and so with neither a sign nor a number nor a quote.
  if (/^[A-Za-z]/.test(spaced)) return spaced.trim()
  let text = spaced
    .replace(MARKERS, '')
    .replace(/^\d{1,2}[.)]\s+(?=\p{L})/u, '')
    .trim()
  for (const [open, close] of PAIRS) {
    if (text.length > 2 && text.startsWith(open) && text.endsWith(close) && wraps(text, open, close)) {
      text = text.slice(open.length, -close.length).trim()
    }
  }
  return text
}

// `"yes" said and "no"` begins and ends with a quote without being one quotation.
function wraps(text: string, open: string, close: string): boolean {
  const inside = text.slice(1, -1)
  if (open !== close) return inside.indexOf(open) >= 0 || inside.indexOf(close) < 0
  if (open === "'") return !inside.includes("' ")
  const marks = count(inside, open)
  return marks === 0 || (marks % 2 === 0 && /^[^"]*[\s(]"/.test(inside))
}

/** The finished wording of a point: no dangling colon, no half of a pair of quotes, no ticks, a capital first. */
export const finishPoint = (text: string): string => capitalise(tidyWords(text))

/** The same for words that go into the middle of a point. */
export function tidyWords(text: string): string {
  const words = unquote(text)
  const unticked = /[✓✔✗✘✅❌]/.test(words) ? words.replace(/\s*[✓✔✗✘✅❌]/g, '') : words
  return dropDot(pairQuotes(dropTail(unticked).trim())).trim()
}

const dropTail = (text: string): string =>
  /[\s,:：;]/.test(text.at(-1) ?? '') ? text.replace(/[\s,:：;]+$/, '') : text

function pairQuotes(text: string): string {
  let said = text
  if (count(said, '"') % 2 === 1)
    said = said.startsWith('"') ? said.slice(1) : said.replace(/(?<!\p{L})"([^"]*)$|"(?!\p{L})([^"]*)$/u, '$1$2')
  if (count(said, '“') !== count(said, '”')) said = said.replace(/^[“”]|[“”]$/g, '')
  return said
}

// The dot of an abbreviation stays.
function dropDot(text: string): string {
  if (!/[\p{L}\p{N})"”%]\.$/u.test(text.slice(-3)) || /\b(?:etc|Inc|Ltd|[ap]\.m)\.$/.test(text.slice(-6))) return text
  return text.slice(0, -1)
}

// Clauses cut out of a sentence begin a point; identifiers such as "audit-log-srv" stay as they are.
const capitalise = (text: string): string =>
  /^[A-Z]/.test(text)
    ? text
    : text.replace(/^\p{Ll}+(?:-\p{Ll}+)?(?=[\s,])/u, (word) => word[0]!.toUpperCase() + word.slice(1))
