import type { LineRange } from '../story.ts'
import { repairFences } from './fences.ts'
import type { Format } from './format.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { spliceHtml } from './html-regions.ts'
import { orgToMarkdown } from './org.ts'
import { tame } from './tame.ts'
import { wikiToMarkdown } from './wiki.ts'

const HEAD_CHARS = 16
// Lines whose end matters too: tables, fences, HTML blocks and underlines.
const WHOLE_LINE = /\||^[\s>]*(?:`{3}|~{3}|<)|-->|<\/(?:script|pre|style|textarea)>|\?>|\]\]>|^[\s>*_=-]*$/i
const CHUNK_CHARS = 400
// Underlines, rules and the ends of fences: what follows stands on its own.
const CLOSED = /^(?:={3,}|-{3,}|`{3,}|~{3,})\s*$/

/** A run of lines that can be parsed on its own. `firstLine` is 1-based. */
export interface Chunk {
  firstLine: number
  lines: readonly string[]
}

/** A document as lines, its front matter set apart. */
export interface Source {
  /** As written. */
  lines: readonly string[]
  /** As read: what was org-mode or HTML is Markdown. */
  read: readonly string[]
  /** Where each line that is read was written; null: the same line. */
  spans: readonly LineRange[] | null
  frontMatter: FrontMatter
  /** The lines as the Markdown parser should see them. */
  chunks: Chunk[]
}

/** Splits a text into lines and into chunks that the Markdown parser can take one by one. */
export function readSource(text: string, format: Format = 'markdown'): Source {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const frontMatter = readFrontMatter(lines)
  const body = lines.map((line, i) => (i < frontMatter.length ? '' : tame(line)))
  const { lines: read, spans } = spliceHtml(format === 'org' ? orgToMarkdown(body) : (wikiToMarkdown(body) ?? body))
  return { lines, read, spans, frontMatter, chunks: chunksOf(repairFences(read).map(shadow)) }
}

/**
 * The parser is asked for blocks only, and the beginning of a line decides those; the words are read from
 * the source itself. Long lines would otherwise take most of its time.
 */
function shadow(line: string): string {
  if (line.length <= HEAD_CHARS || WHOLE_LINE.test(line)) return line
  const start = line.search(/[^\s>]/)
  if (start < 0) return ''
  const head = line.slice(0, start + HEAD_CHARS)
  // Cut short, signs before words would pass for an underline or a rule.
  return /^[\s>*_=-]*$/.test(head) ? line : head
}

// micromark slows down with the length of a document, so it gets pieces. A piece may end where
// Markdown itself must close every list, quote and paragraph: before an unindented line after a blank one.
function mayCut(before: string | undefined, line: string, size: number): boolean {
  if (size < CHUNK_CHARS || before === undefined) return false
  const afterBlank = before.trim() === ''
  if (afterBlank && /^(?:[#\p{L}]|\*\*)/u.test(line)) return true
  // A list that goes on for pages is cut between its items, and a wall of text anywhere.
  if (size > 8 * CHUNK_CHARS && /^(?:[-*+]|\d{1,3}[.)])\s/.test(line)) return true
  if (size > 4 * CHUNK_CHARS && CLOSED.test(before) && !line.includes('|')) return true
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
