// Nobody writes more than these; what goes on beyond would only keep the reader busy.
const MAX_INDENT = 200
const MAX_MARKERS = 50
const MAX_RUN = 100
const MAX_CELLS = 500
const MAX_NOISE = 300

const MARKERS = new RegExp(
  `^([ \\t]*(?:(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))[ \\t]*){${MAX_MARKERS}})(?:(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))[ \\t]*)+`,
)
const INDENT = new RegExp(`^(\\s{${MAX_INDENT}})\\s+`)
// Cells of a table may be many and empty.
const NOISE = new RegExp(`([^\\p{L}\\p{N}\\p{M}|]{${MAX_NOISE}})[^\\p{L}\\p{N}\\p{M}|]+`, 'gu')
const RUN = new RegExp(`(?<=\\S)(\\s{${MAX_RUN}})\\s+|([^\\p{L}\\p{N}\\s])\\2{${MAX_RUN},}`, 'gu')

/**
 * A line without what is too much of one thing to be meant: indents, list and quote marks, blanks, a sign again and
 * again, signs without words. Its words stay.
 */
export function tame(line: string): string {
  if (line.length <= MAX_RUN || !isWild(line)) return line
  return withoutCells(line)
    .replace(RUN, (_, blanks?: string, sign?: string) => blanks ?? sign!.repeat(MAX_RUN))
    .replace(INDENT, '$1')
    .replace(MARKERS, '$1')
    .replace(NOISE, '$1')
}

const FEW_MARKERS = /^\s*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){4}/
const MANY_SIGNS = 40

/** Whether a line could hold too much of anything; cheap, as nearly every line is ordinary. */
function isWild(line: string): boolean {
  if (line.length > MAX_CELLS || FEW_MARKERS.test(line)) return true
  let signs = 0
  for (let i = 0; i < line.length && signs < MANY_SIGNS; i++) signs = isAsciiWord(line.charCodeAt(i)) ? 0 : signs + 1
  return signs >= MANY_SIGNS
}

const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

const withoutCells = (line: string): string =>
  line.length > MAX_CELLS && line.split('|', MAX_CELLS + 1).length > MAX_CELLS ? line.replaceAll('|', ' ') : line
