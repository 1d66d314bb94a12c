import type { LineRange } from '../story.ts'
import { convertHtml } from './html.ts'

const OPENS = /^\s{0,3}<(table|ul|ol|dl|h[1-6])(?:\s[^>]*)?>/i
// A tag that is not closed by then was never meant to hold what follows.
const MAX_REGION_LINES = 300
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
  let fenced = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (FENCE.test(line)) fenced = !fenced
    const end = fenced ? null : endOfRegion(lines, i)
    if (end === null) {
      spliced.push(line)
      spans.push({ from: i + 1, to: i + 1 })
      continue
    }
    const converted = convertHtml(lines.slice(i, end + 1).join('\n'))
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

/** The index of the line that closes the element opened on line `start`; null when none opens or it never closes. */
function endOfRegion(lines: readonly string[], start: number): number | null {
  const name = OPENS.exec(lines[start]!)?.[1]
  if (!name) return null
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])`, 'gi')
  let depth = 0
  for (let i = start; i < Math.min(lines.length, start + MAX_REGION_LINES); i++) {
    for (const tag of lines[i]!.matchAll(tags)) depth += tag[1] ? -1 : 1
    if (depth <= 0) return i
  }
  return null
}
