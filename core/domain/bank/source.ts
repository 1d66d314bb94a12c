import { repairFences } from './fences.ts'

const HEAD_CHARS = 16
// Lines whose end matters too: tables, fences, HTML blocks and underlines.
const WHOLE_LINE = /\||^[\s>]*(?:`{3}|~{3}|<)|-->|<\/(?:script|pre|style|textarea)>|\?>|\]\]>|^[\s>*_=-]*$/i
const CHUNK_CHARS = 400

/** A run of lines that can be parsed on its own. `firstLine` is 1-based. */
export interface Chunk {
  firstLine: number
  lines: readonly string[]
}

/** A document as lines, its front matter set apart. */
export interface Source {
  lines: readonly string[]
  frontMatter: ReadonlyMap<string, string>
  /** The lines as the Markdown parser should see them. */
  chunks: Chunk[]
}

/** Splits a text into lines and into chunks that the Markdown parser can take one by one. */
export function readSource(text: string): Source {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const frontMatter = readFrontMatter(lines)
  const body = frontMatter.length > 0 ? lines.map((line, i) => (i < frontMatter.length ? '' : line)) : lines
  return { lines, frontMatter: frontMatter.values, chunks: chunksOf(repairFences(body).map(shadow)) }
}

function readFrontMatter(lines: readonly string[]): { length: number; values: Map<string, string> } {
  const values = new Map<string, string>()
  if (lines[0] !== '---') return { length: 0, values }
  for (let i = 1; i < Math.min(lines.length, 60); i++) {
    const line = lines[i]!
    if (line === '---' || line === '...') return { length: values.size > 0 ? i + 1 : 0, values }
    const pair = /^([\w-]+):\s*(.*)$/.exec(line)
    if (pair) values.set(pair[1]!.toLowerCase(), pair[2]!.replace(/^["']|["']$/g, ''))
    else if (!/^\s|^-\s|^#|^$/.test(line)) return { length: 0, values: new Map() }
  }
  return { length: 0, values: new Map() }
}

/**
 * The parser is asked for blocks only, and the beginning of a line decides those; the words are read from
 * the source itself. Long lines would otherwise take most of its time.
 */
function shadow(line: string): string {
  if (line.length <= HEAD_CHARS || WHOLE_LINE.test(line)) return line
  const start = line.search(/[^\s>]/)
  return start < 0 ? '' : line.slice(0, start + HEAD_CHARS)
}

// micromark slows down with the length of a document, so it gets pieces. A piece may end where
// Markdown itself must close every list, quote and paragraph: before an unindented line after a blank one.
function mayCut(before: string | undefined, line: string, size: number): boolean {
  if (size < CHUNK_CHARS || before === undefined) return false
  const afterBlank = before.trim() === ''
  if (afterBlank && /^(?:[#\p{L}]|\*\*)/u.test(line)) return true
  // A list that goes on for pages is cut between its items, and a wall of text anywhere.
  if (size > 8 * CHUNK_CHARS && /^(?:[-*+]|\d{1,3}[.)])\s/.test(line)) return true
  return size > 40 * CHUNK_CHARS && (afterBlank || size > 80 * CHUNK_CHARS) && !line.includes('|')
}

function chunksOf(lines: readonly string[]): Chunk[] {
  const chunks: Chunk[] = []
  let start = 0
  let size = 0
  let fence: string | null = null
  lines.forEach((line, i) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === null && mayCut(lines[i - 1], line, size)) {
      chunks.push({ firstLine: start + 1, lines: lines.slice(start, i) })
      start = i
      size = 0
    }
    if (mark && fence === null) fence = mark
    else if (mark && fence !== null && mark.startsWith(fence)) fence = null
    size += line.length + 1
  })
  chunks.push({ firstLine: start + 1, lines: lines.slice(start) })
  return chunks
}
