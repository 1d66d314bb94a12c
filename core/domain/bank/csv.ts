import Papa from 'papaparse'
import type { Row } from './tables.ts'

/** The rows of a comma-, semicolon- or tab-separated text, each with the lines that it stands on. */
export function readCsv(text: string): Row[] {
  const rows: Row[] = []
  const lineAt = lineCounter(text)
  let from = 0
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    step: ({ data, meta }) => {
      const to = Math.max(from, meta.cursor - 1)
      const cells = data.map((cell) => cell.replace(/^\ufeff/, '').trim())
      const lead = /^\s*/.exec(text.slice(from, meta.cursor))![0].length
      if (cells.some(Boolean)) rows.push({ cells, line: lineAt(from + lead), lastLine: lineAt(to) })
      from = meta.cursor
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
