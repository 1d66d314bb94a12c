import type { LineRange } from '../story.ts'
import { convertHtml } from './html.ts'

const OPENS = /^\s{0,3}<(table|ul|ol|dl|h[1-6])(?:\s[^>]*)?>/i
// A tag that is not closed by then was never meant to hold what follows.
const MAX_REGION_LINES = 300
const TAGS = /<(\/?)(table|ul|ol|dl|h[1-6])(?=[\s>])/gi
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/

/** Lines with the HTML among them turned into Markdown. `spans` says where each line stood; null: where it is. */
export interface SplicedLines {
  lines: readonly string[]
  spans: readonly LineRange[] | null
}

/** Turns tables, lists and headings that a Markdown document writes in HTML into Markdown. */
export function spliceHtml(lines: readonly string[]): SplicedLines {
  if (!lines.some((line) => OPENS.test(line))) return { lines, spans: null }
  const spliced: string[] = []
  const spans: LineRange[] = []
  const ends = regionEnds(lines)
  let fenced = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (FENCE.test(line)) fenced = !fenced
    const end = fenced ? undefined : ends.get(i)
    const converted = end === undefined ? null : convertHtml(lines.slice(i, end + 1).join('\n'))
    if (end === undefined || !converted) {
      spliced.push(line)
      spans.push({ from: i + 1, to: i + 1 })
      continue
    }
    for (const [at, { text, lines: within }] of converted.entries()) {
      const next = converted[at + 1]?.lines.from ?? end - i + 2
      spliced.push(text)
      spans.push({ from: i + within.from, to: i + Math.max(within.to, next - 1) })
    }
    spliced.push('')
    spans.push({ from: end + 1, to: end + 1 })
    i = end
  }
  return { lines: spliced, spans }
}

/** For each line that opens an element the line that closes it, as indices; those that never close are left out. */
function regionEnds(lines: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>()
  const kinds = new Map<string, { depth: number; open: { line: number; depth: number }[] }>()
  for (const [i, line] of lines.entries()) {
    if (!line.includes('<')) continue
    const opened = OPENS.exec(line)?.[1]?.toLowerCase()
    if (opened) {
      const kind = kinds.get(opened) ?? { depth: 0, open: [] }
      kind.open.push({ line: i, depth: kind.depth })
      kinds.set(opened, kind)
    }
    for (const [, closes, name] of line.matchAll(TAGS)) {
      const kind = kinds.get(name!.toLowerCase())
      if (kind) kind.depth += closes ? -1 : 1
    }
    for (const kind of kinds.values()) {
      while (kind.open.length > 0 && kind.depth <= kind.open.at(-1)!.depth) {
        const { line: from } = kind.open.pop()!
        if (i - from < MAX_REGION_LINES) ends.set(from, i)
      }
    }
  }
  return ends
}
