import { type Block, block, RANK } from './blocks.ts'
import { BOLD_OFF, BOLD_ON, countWords, markInline, plain } from './inline.ts'
import { readLabel } from './labels.ts'

/** One row of a table; a cell is raw text and may hold several lines. */
export interface Row {
  line: number
  lastLine: number
  cells: readonly string[]
}

const STORY_PARTS = new Set(['situation', 'task', 'action', 'result', 'learning'])
const BULLET = /^(?:[-*+•▪◦‣–✓✔✅]|\d{1,2}[.)])\s+/

const labelIn = (cell: string) => (cell && countWords(cell) <= 5 ? readLabel(`${markInline(cell)}:`, 'line') : null)

const partOf = (cell: string): string | null => {
  const label = labelIn(cell)
  return label && STORY_PARTS.has(label.role) ? label.role : null
}

/**
 * A table as blocks: one story a row, one part a row (of one story, or of the story that the row or the head names),
 * or else one item a row. The first row is the head.
 */
export function readTable(rows: readonly Row[]): Block[] {
  const [head, ...body] = rows
  if (!head) return []
  const columns = head.cells.map(partOf)
  if (new Set(columns.filter(Boolean)).size >= 2) return body.flatMap((row) => storyRow(head.cells, columns, row))
  const labels = partColumn(rows)
  if (labels === null) return rows.map(item)
  return readPartRows(rows, labels)
}

/** The column whose cells name parts; null when there is none. */
function partColumn(rows: readonly Row[]): number | null {
  const width = Math.max(...rows.map((row) => row.cells.length))
  for (let column = 0; column < width - 1; column++) {
    const parts = rows.map((row) => partOf(row.cells[column] ?? '')).filter(Boolean)
    if (new Set(parts).size >= 2 && parts.length * 2 > rows.length) return column
  }
  return null
}

function readPartRows(rows: readonly Row[], column: number): Block[] {
  const [head, ...body] = rows
  const headed = !partOf(head!.cells[column] ?? '')
  const told = headed ? body : rows
  const after = (head!.cells.length > column + 1 && headed ? head!.cells.slice(column + 1) : []).filter(isStoryName)
  if (after.length >= 2) return after.flatMap((name, i) => storyColumn(name, column, column + 1 + i, head!, told))
  let name = ''
  return told.flatMap((row) => {
    const named = row.cells.slice(0, column).find((cell) => cell && !/^\d+$/.test(cell)) ?? ''
    const opens = named !== '' && named !== name
    if (opens) name = named
    const label = row.cells[column] ?? ''
    const said = row.cells.slice(column + 1).filter(Boolean)
    const title = opens ? [titleBlock(named, row)] : []
    if (!partOf(label)) return [...title, note([label, ...said], row)]
    return [...title, ...partBlocks(label, said.join('\n'), row)]
  })
}

// "Text", "Notes" and the like head a column of words; anything else names the story told below it.
const isStoryName = (cell: string) =>
  cell !== '' &&
  labelIn(cell)?.role === undefined &&
  !/^(?:text|content|details?|description|answer|example|what|words?|my .*|inhalt|beschreibung)$/i.test(cell)

const storyColumn = (name: string, labels: number, column: number, head: Row, rows: readonly Row[]): Block[] => [
  titleBlock(name, head),
  ...rows.flatMap((row) => {
    const [label = '', said = ''] = [row.cells[labels], row.cells[column]]
    if (!said) return []
    return partOf(label) ? partBlocks(label, said, row) : [note([label, said], row)]
  }),
]

function storyRow(head: readonly string[], columns: readonly (string | null)[], row: Row): Block[] {
  const others = row.cells.flatMap((cell, i) =>
    !columns[i] && cell && !/^#?\d+$/.test(cell) ? [{ name: head[i] ?? '', cell }] : [],
  )
  const roleOf = ({ name }: { name: string }) => labelIn(name)?.role
  const named =
    others.find((other) => roleOf(other) === 'title') ??
    others.find((other) => roleOf(other) === undefined) ??
    others[0]
  return [
    titleBlock(named?.cell ?? `Row ${row.line}`, row),
    ...others.filter((other) => other !== named).map(({ name, cell }) => besides(name, cell, row)),
    ...row.cells.flatMap((cell, i) => (columns[i] && cell ? partBlocks(head[i]!, cell, row) : [])),
  ]
}

const at = ({ line, lastLine }: Row) => ({ lastLine, line })

const titleBlock = (name: string, row: Row): Block =>
  block(`${BOLD_ON}${oneLine(name)}${BOLD_OFF}`, row.line, { rank: RANK.subhead, ...at(row) })

const note = (cells: readonly string[], row: Row): Block =>
  block(`Note: ${cells.filter(Boolean).map(oneLine).join(' – ')}`, row.line, at(row))

/** A cell beside the parts: what its column says it is, else a note under the column's name. */
function besides(name: string, cell: string, row: Row): Block {
  const role = labelIn(name)?.role
  const known = role === 'note' || role === 'question'
  return block(`${known ? '' : 'Note: '}${name ? `${oneLine(name)}: ` : ''}${oneLine(cell)}`, row.line, at(row))
}

const item = (row: Row): Block =>
  block(row.cells.filter(Boolean).map(oneLine).join(' – '), row.line, { kind: 'item', rank: RANK.item, ...at(row) })

const linesIn = (cell: string): string[] =>
  cell
    .split(/<br\s*\/?>|\n/i)
    .map((line) => line.trim())
    .filter(Boolean)

const oneLine = (cell: string): string => plain(linesIn(cell).map(markInline).join(' '))

/** A labelled part; several lines in its cell become items. */
function partBlocks(label: string, cell: string, row: Row): Block[] {
  const lines = linesIn(cell)
  const head = `${BOLD_ON}${oneLine(label)}:${BOLD_OFF}`
  if (lines.length === 1) return [block(`${head} ${markInline(lines[0]!.replace(BULLET, ''))}`, row.line, at(row))]
  return [
    block(head, row.line, { rank: RANK.subhead, ...at(row) }),
    ...lines.map((line) =>
      block(markInline(line.replace(BULLET, '')), row.line, { kind: 'item', rank: RANK.item, ...at(row) }),
    ),
  ]
}
