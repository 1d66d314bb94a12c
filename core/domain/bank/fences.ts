const FENCE = /^( {0,3})(`{3,}|~{3,})\s*([^`]*)$/

// Who forgets to close so many has written no fences.
const MAX_UNCLOSED = 20

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
  let from = 0
  for (let unclosed = 0; unclosed < MAX_UNCLOSED; unclosed++) {
    const next = repairFrom(lines, from, repaired)
    if (next === null) return repaired
    from = next
  }
  for (let i = from; i < lines.length; i++) repaired[i] = FENCE.test(lines[i]!) ? '' : lines[i]!
  return repaired
}

/** Repairs the fences from one line on; the line to begin again from when what looked nested was not, else null. */
function repairFrom(lines: readonly string[], from: number, repaired: string[]): number | null {
  let outer: Open | null = null
  let inner: Open | null = null
  let nested: Open[] = []
  for (let index = from; index < lines.length; index++) {
    repaired[index] = lines[index]!
    const match = FENCE.exec(lines[index]!)
    if (!match) continue
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
  }
  if (!outer) return null
  // Read as nested, this fence never ends; so what looked nested was a fence that somebody forgot to close.
  repaired[outer.line] = ''
  return nested.length === 0 && !inner ? null : outer.line + 1
}

function lengthen(lines: string[], fences: readonly Open[]) {
  for (const { line, mark } of fences) lines[line] = lines[line]!.replace(mark, mark[0]!.repeat(mark.length + 8))
}
