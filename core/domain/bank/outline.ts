import type { List, ListItem, RootContent, Table } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Steps } from '../steps.ts'
import type { LineRange } from '../story.ts'
import { type Block, block, RANK } from './blocks.ts'
import { readFenced } from './fenced.ts'
import { markInline } from './inline.ts'
import { splitInlineStory } from './inline-story.ts'
import { splitParagraph } from './paragraph.ts'
import { readSimple } from './simple-markdown.ts'
import type { Chunk, Source } from './source.ts'
import { type Row, readTable } from './tables.ts'

// Some of these take much longer for twice the signs.
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
]
// Indentation means nesting or nothing in people's notes, hardly ever code; inline markup is read by markInline.
export const PLAIN: Options = {
  extensions: [{ disable: { null: ['codeIndented', 'definition', ...INLINE] } }],
}
const WITH_TABLES: Options = {
  // Of GFM only tables are wanted; its autolinks alone would double the time.
  extensions: [{ flow: gfm().flow ?? {} }, ...PLAIN.extensions!],
  mdastExtensions: gfmFromMarkdown().filter((extension) => extension.enter && 'table' in extension.enter),
}

/** Every piece of a document in reading order, found in steps. */
export function* outlineSteps(source: Source): Steps<Block[]> {
  const blocks: Block[] = []
  const reader: Reader = { lines: source.read, offset: 0, blocks: [], sawRule: false }
  for (const [i, chunk] of source.chunks.entries()) {
    reader.blocks = []
    readChunk(reader, chunk)
    for (const found of reader.blocks) blocks.push(...splitInlineStory(found))
    yield (i + 1) / source.chunks.length
  }
  return source.spans ? blocks.map((found) => moved(found, source.spans!)) : blocks
}

const moved = (found: Block, spans: readonly LineRange[]): Block => ({
  ...found,
  line: spans[found.line - 1]!.from,
  lastLine: spans[found.lastLine - 1]!.to,
})

const readMarkdown = (text: string) => fromMarkdown(text, text.includes('|') ? WITH_TABLES : PLAIN).children

function readChunk(reader: Reader, chunk: Chunk): void {
  const nodes = readSimple(chunk.lines) ?? readMarkdown(chunk.lines.join('\n'))
  reader.offset = chunk.firstLine - 1
  for (const node of nodes) readNode(reader, node, 0)
}

interface Reader {
  lines: readonly string[]
  /** What to add to the parser's line numbers. */
  offset: number
  blocks: Block[]
  sawRule: boolean
}

function span(reader: Reader, node: RootContent | ListItem): { from: number; to: number; column: number } {
  const { start, end } = node.position!
  return { from: start.line + reader.offset, to: end.line + reader.offset, column: start.column }
}

function readNode(reader: Reader, node: RootContent, level: number): void {
  const before = reader.blocks.length
  const afterRule = reader.sawRule
  reader.sawRule = node.type === 'thematicBreak'
  readContent(reader, node, level)
  const first = reader.blocks[before]
  if (first && afterRule) first.afterRule = true
}

function readContent(reader: Reader, node: RootContent, level: number): void {
  const { from, to, column } = span(reader, node)
  const textLines = () =>
    reader.lines.slice(from - 1, to).map((line, i) => (i === 0 ? line.slice(column - 1) : line.replace(/^[\s>]+/, '')))
  switch (node.type) {
    case 'heading': {
      const first = textLines()[0]!
      if (first.startsWith('#')) {
        append(reader, readHeading(first.replace(/^#+\s*/, '').replace(/\s+#+\s*$/, ''), from, node.depth))
      } else {
        readUnderlined(reader, textLines().slice(0, -1), from, node.depth)
      }
      return
    }
    case 'paragraph':
      append(reader, splitParagraph(textLines(), from, {}))
      return
    case 'list':
      readList(reader, node, level)
      return
    case 'code': {
      const body = reader.lines.slice(from, to)
      if (/^\s*(?:`{3,}|~{3,})\s*$/.test(body.at(-1)?.replace(/^[\s>]+/, '') ?? '')) body.pop()
      append(reader, readFenced(body, from + 1, node.lang ?? ''))
      return
    }
    case 'table':
      append(reader, readTable(tableRows(reader, node)))
      return
    case 'blockquote':
      for (const child of node.children) readNode(reader, child, level)
      return
    case 'html': {
      const texts = textLines()
      // What is commented out was not meant to be read; it stays with the text that belongs to no story.
      if (/^\s*<!--/.test(texts[0]!) && /-->\s*$/.test(texts.at(-1)!)) return
      const shown = texts.map(withoutComments)
      for (const piece of foldTitles(shown, from)) {
        const found = splitParagraph(piece.texts, piece.from, {})
        append(reader, piece.fold ? found.map((title) => ({ ...title, fold: true })) : found)
      }
      return
    }
  }
}

function withoutComments(line: string): string {
  let shown = ''
  let from = 0
  for (;;) {
    const opens = line.indexOf('<!--', from)
    const closes = opens < 0 ? -1 : line.indexOf('-->', opens + 4)
    if (closes < 0) return shown + line.slice(from)
    shown += line.slice(from, opens)
    from = closes + 3
  }
}

const MAX_TAGS_CHARS = 300
const TAGS = /\s+((?::[\p{L}\p{N}_@-]+)+:|(?:#\p{L}[\p{L}\p{N}_/-]*\s*)+)$/u

/** A heading; tags at its end are a note below it. */
function readHeading(written: string, line: number, rank: number): Block[] {
  const head = Math.max(0, written.length - MAX_TAGS_CHARS)
  const tags = TAGS.exec(written.slice(head))
  const text = markInline(tags ? written.slice(0, head + tags.index) : written)
  if (!text) return []
  const heading = block(text, line, { kind: 'heading', rank })
  if (!tags) return [heading]
  const words = tags[1]!.split(/[\s:]+/).filter(Boolean)
  return [heading, block(`Tags: ${words.join(', ')}`, line)]
}

/** Lines of HTML that are read together; `from` is the line of the first. */
interface Piece {
  from: number
  texts: string[]
  fold?: boolean
}

/** The summary of a fold is its headline; what follows it in the same line stands below. */
function foldTitles(lines: readonly string[], from: number): Piece[] {
  const pieces: Piece[] = [{ from, texts: [] }]
  let inside = false
  lines.forEach((line, i) => {
    const opens = /<summary[^>]*>/i.exec(line)
    const closes = /<\/summary>/i.exec(line)
    const title = inside || opens !== null
    inside = closes === null && title
    if (!title) {
      pieces.at(-1)!.texts.push(line)
      return
    }
    if (opens && opens.index > 0) pieces.at(-1)!.texts.push(line.slice(0, opens.index))
    const told = line.slice(opens ? opens.index + opens[0].length : 0, closes?.index)
    const words = told.replace(/<\/?(?:b|strong|em|i|h\d)(?:\s[^>]*)?>/gi, '').trim()
    if (words) pieces.push({ from: from + i, texts: [`**${words.replaceAll('**', '')}**`], fold: true })
    const rest = closes ? line.slice(closes.index + closes[0].length) : ''
    pieces.push({ from: from + i, texts: [rest] })
  })
  return pieces
}

// "Text" over "---" is a heading to Markdown; with a whole sentence it is a paragraph over a rule.
function readUnderlined(reader: Reader, texts: string[], from: number, depth: number): void {
  const text = texts.join(' ').trim()
  if (texts.length > 1 || text.length > 80 || /[.!?:;,]$/.test(text)) {
    append(reader, splitParagraph(texts, from, {}))
  } else {
    reader.blocks.push(block(markInline(text), from, { kind: 'heading', rank: depth, lastLine: from + 1 }))
  }
}

function append(reader: Reader, blocks: readonly Block[]): void {
  for (const found of blocks) reader.blocks.push(found)
}

function readList(reader: Reader, list: List, level: number): void {
  list.children.forEach((item, i) => {
    const before = reader.blocks.length
    item.children.forEach((child, at) => {
      if (child.type === 'paragraph' && at === 0) {
        const { from, to, column } = span(reader, child)
        const written = reader.lines.slice(from - 1, to)
        const texts = written.map((l, n) => (n === 0 ? l.slice(column - 1) : l.replace(/^[\s>]+/, '')))
        const outdented = new Set(written.flatMap((l, n) => (n > 0 && isOutdented(l) ? [n] : [])))
        append(reader, splitParagraph(texts, from, { kind: 'item', rank: RANK.item + level }, outdented))
      } else if (child.type === 'list') {
        readList(reader, child, level + 1)
      } else {
        const start = reader.blocks.length
        readNode(reader, child, level + 1)
        for (const inside of reader.blocks.slice(start)) {
          if (inside.rank >= RANK.subhead) inside.rank = Math.max(inside.rank, RANK.item + level + 1)
        }
      }
    })
    const first = reader.blocks[before]
    if (first && list.ordered) first.ordinal = (list.start ?? 1) + i
  })
}

const isOutdented = (line: string): boolean => /^ ?\S/.test(line.replace(/^(?:\s{0,3}> ?)+/, ''))

function tableRows(reader: Reader, table: Table): Row[] {
  return table.children.map((row) => {
    const line = row.position!.start.line + reader.offset
    const source = reader.lines[line - 1]!.replace(/^[\s>]*\|?/, '').replace(/\|\s*$/, '')
    return { line, lastLine: line, cells: source.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, '|').trim()) }
  })
}
