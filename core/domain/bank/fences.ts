const FENCE = /^( {0,3})(`{3,}|~{3,})\s*([^`]*)$/

interface Open {
  line: number
  mark: string
}

/**
 * Makes code fences mean what their writer meant, without moving a line: a fence inside a fence no longer
 * closes the outer one, and a fence that is never closed no longer swallows the rest of the document.
 */
export function repairFences(lines: readonly string[]): string[] {
  const repaired = [...lines]
  let outer: Open | null = null
  let inner: Open | null = null
  let nested: Open[] = []
  lines.forEach((line, index) => {
    const match = FENCE.exec(line)
    if (!match) return
    const mark = match[2]!
    const info = match[3]!.trim()
    if (!outer) {
      outer = { line: index, mark }
    } else if (inner) {
      if (!info && mark[0] === inner.mark[0]) {
        nested.push(inner, { line: index, mark })
        inner = null
      }
    } else if (info && mark[0] === outer.mark[0]) {
      inner = { line: index, mark }
    } else if (!info && mark[0] === outer.mark[0] && mark.length >= outer.mark.length) {
      if (nested.length > 0) lengthen(repaired, [outer, { line: index, mark }])
      outer = null
      nested = []
    }
  })
  const unclosed = outer as Open | null
  if (!unclosed) return repaired
  if (nested.length === 0 && !inner) {
    repaired[unclosed.line] = ''
    return repaired
  }
  // Read as nested, this fence never ends; so what looked nested was a fence that somebody forgot to close.
  repaired[unclosed.line] = ''
  return [...repaired.slice(0, unclosed.line + 1), ...repairFences(lines.slice(unclosed.line + 1))]
}

function lengthen(lines: string[], fences: readonly Open[]) {
  for (const { line, mark } of fences) lines[line] = lines[line]!.replace(mark, mark[0]!.repeat(mark.length + 8))
}
