import { type Block, block, RANK } from './blocks.ts'
import { BOLD_OFF, BOLD_ON } from './inline.ts'
import { readLabel } from './labels.ts'

const STORY_PARTS = new Set(['situation', 'task', 'action', 'result', 'learning'])

const partOf = (cell: string): string | null => {
  const label = readLabel(`${cell}:`, 'line')
  return label && STORY_PARTS.has(label.role) ? label.role : null
}

/** A table's rows as blocks: one story a row, one part a row, or else one item a row. The first row is the head. */
export function readTable(rows: readonly { line: number; cells: string[] }[]): Block[] {
  const [head, ...body] = rows
  if (!head) return []
  const columns = head.cells.map(partOf)
  if (new Set(columns.filter(Boolean)).size >= 2) return body.flatMap((row) => storyRow(head.cells, columns, row))
  const labelled = rows.filter((row) => partOf(row.cells[0] ?? ''))
  if (labelled.length >= 2) return rows.map(partRow)
  return rows.map(({ line, cells }) =>
    block(cells.filter(Boolean).join(' – '), line, { kind: 'item', rank: RANK.item }),
  )
}

function storyRow(head: string[], columns: (string | null)[], row: { line: number; cells: string[] }): Block[] {
  const others = row.cells.filter((cell, i) => !columns[i] && cell && !/^\d+$/.test(cell))
  const title = block(`${BOLD_ON}${others[0] ?? `Row ${row.line}`}${BOLD_OFF}`, row.line, { rank: RANK.subhead })
  const notes = others.slice(1).map((cell) => block(`Note: ${cell}`, row.line))
  const parts = row.cells.flatMap((cell, i) =>
    columns[i] && cell ? [block(`${BOLD_ON}${head[i]}:${BOLD_OFF} ${cell}`, row.line)] : [],
  )
  return [title, ...notes, ...parts]
}

function partRow({ line, cells }: { line: number; cells: string[] }): Block {
  const [first = '', ...rest] = cells
  const text = rest.filter(Boolean).join(' – ')
  if (!partOf(first)) return block(`Note: ${cells.filter(Boolean).join(' – ')}`, line)
  return block(`${BOLD_ON}${first}:${BOLD_OFF} ${text}`, line)
}
