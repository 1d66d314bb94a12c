import type { LineRange } from '../story.ts'
import type { OtherText } from './bank.ts'

const SAYS = /[\p{L}\p{N}]/u
const BARE_FENCE = /^\s*(?:```|~~~)\s*\w*\s*$/
const BARE_TAGS = /^[\s>]*(?:<\/?[a-z][\w-]*(?:\s[^<>]*)?>\s*)+$/i

const says = (line: string) => SAYS.test(line) && !BARE_FENCE.test(line) && !BARE_TAGS.test(line)

/** The lines of a source that none of the ranges takes, in runs; rules and bare fences say nothing. */
export function leftOver(lines: readonly string[], claimed: readonly LineRange[]): OtherText[] {
  const taken = new Uint8Array(lines.length + 2)
  for (const { from, to } of claimed) taken.fill(1, from, to + 1)
  const runs: OtherText[] = []
  let from = 0
  const close = (to: number) => {
    const run = lines.slice(from - 1, to)
    while (run.length > 0 && (!SAYS.test(run.at(-1)!) || BARE_TAGS.test(run.at(-1)!))) run.pop()
    if (from > 0 && run.some(says)) {
      runs.push({ id: `other-${runs.length + 1}`, lines: { from, to: from + run.length - 1 }, text: run.join('\n') })
    }
    from = 0
  }
  lines.forEach((line, i) => {
    if (taken[i + 1]) close(i)
    else if (from === 0 && SAYS.test(line) && !BARE_TAGS.test(line)) from = i + 1
  })
  close(lines.length)
  return runs
}
