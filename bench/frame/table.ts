/** Figures in rows; cells are text already. `notes` say what is included, and what was left out and why. */
export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

/** A table for the terminal: the first column to the left, figures to the right. */
export function asText({ title, columns, rows, notes }: Table): string {
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => (row[i] ?? '').length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd()
  const body = rows.length > 0 ? [line(columns), ...rows.map(line)] : []
  return [title, ...body.map((text) => `  ${text}`), ...notes.map((note) => `  - ${note}`)].join('\n')
}

/** The same for docs/performance.md. */
export function asMarkdown({ title, columns, rows, notes }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = `|${columns.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`
  const body = rows.length > 0 ? [line(columns), rule, ...rows.map(line), ''] : []
  return [`### ${title}`, '', ...body, ...notes.map((note) => `- ${note}`)].join('\n').trimEnd()
}
