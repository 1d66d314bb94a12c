import Papa from 'papaparse'
import type { Row } from './tables.ts'
import { tame } from './tame.ts'

// How Excel is told the sign between cells.
const SEPARATOR = /^\ufeff?"?sep=(.)"?\r?\n/i

/** The rows of a comma-, semicolon- or tab-separated text, each with the lines that it stands on. */
export function readCsv(text: string): Row[] {
  const rows: Row[] = []
  const lineAt = lineCounter(text)
  const [head = '', delimiter = ''] = SEPARATOR.exec(text) ?? []
  let from = head.length
  Papa.parse<string[]>(text.slice(from), {
    delimiter,
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    step: ({ data, meta }) => {
      const end = head.length + meta.cursor
      const to = Math.max(from, end - 1)
      const cells = data.map((cell) => tame(cell.replace(/^\ufeff/, '').trim()))
      const lead = /^\s*/.exec(text.slice(from, end))![0].length
      if (cells.some(Boolean)) rows.push({ cells, line: lineAt(from + lead), lastLine: lineAt(to) })
      from = end
    },
  })
  return rows
}

/** Line numbers (1-based) of growing offsets. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    for (; at < Math.min(offset, text.length); at++) {
      if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line++
    }
    return line
  }
}
