import { type Block, block, RANK } from './blocks.ts'
import { markInline } from './inline.ts'
import { isBoldOnly, isPart, meaningOf, readLabel } from './labels.ts'
import { namesStory } from './titles.ts'

const MARKER_LINE = /^(?:[✓✔✗✘☑☐✅❌•▪◦‣➜→▶]|\p{Extended_Pictographic}\ufe0f?)\s+/u
const BOLD_LEAD_LINE = /^\ue000[^\ue001]+(?:[:：]\ue001|\ue001\s*[:：—–])/
// Where a link leads, or what a footnote says: nobody says it, so it is left to the text beside the stories.
const DEFINITION = /^\s{0,3}\[(?:\^[^\]]+\]:|[^\]]+\]:\s*<?(?:https?:|mailto:|ftp:|www\.|[/#.]))/
// A badge, a picture or a way back to another place of the page: shown, but not said.
const SHOWN_ONLY =
  /^(?:\[?!\[[^[\]\n]*\]\([^()\n]*\)(?:\]\([^()\n]*\))?\s*|\[[^[\]\n]*\]\(#[^()\n]*\)\s*|<img\s[^<>]*>\s*|\[\[\p{L}+:[^\]\n]*\]\]\s*|\{\{[^{}\n]*\}\}\s*|__[A-Z]{3,}__\s*)+$/iu
// A term stands above its definitions, each behind a colon.
const DEFINES = /^[:：]\s+(?=\S)/
const ITALIC_LEAD = /^([*_])(?=[^\s*_])([^*_\n]{1,40})\1(?![*_\p{L}\p{N}])/u
const CALLOUT = /^\[![\w-]+\]/
const WRAP_WIDTH = 50

/**
 * A paragraph's source lines as blocks: wrapped lines are joined again; a label, a bold lead, a tick or a
 * hard break opens a new block. `outdented` are the lines of a list item that stand left of its words.
 */
export function splitParagraph(
  lines: readonly string[],
  firstLine: number,
  first: Partial<Block>,
  outdented: ReadonlySet<number> = new Set(),
): Block[] {
  const blocks: Block[] = []
  let previous = ''
  let inDefinition = false
  let left = false
  // A line that is not said must not lie inside a block, or nothing would keep its words.
  let skipped = false
  lines.forEach((source, i) => {
    const line = firstLine + i
    inDefinition = DEFINITION.test(source) || (inDefinition && /^\s{2}/.test(source))
    const text = inDefinition || SHOWN_ONLY.test(source.trim()) ? '' : markLine(source.trim())
    const last = blocks.at(-1)
    if (!text.trim()) {
      skipped ||= source.trim() !== ''
      previous = source
      return
    }
    left ||= outdented.has(i) && leavesItem(text)
    if (!last || skipped || startsBlock(text, last.text, previous) || (left && outdented.has(i) && leavesItem(text))) {
      const rest = left ? {} : blocks.length === 0 ? first : continuation(first)
      const said = text.replace(DEFINES, '')
      blocks.push(block(said, line, isSubhead(said, rest) ? { ...rest, rank: RANK.subhead } : rest))
    } else {
      last.text += ` ${text}`
      last.lastLine = line
    }
    previous = source
    skipped = false
  })
  return blocks
}

/** A line with its bold passages marked; a label in italics, as in "*Situation.* It rained", counts as bold. */
export const markLine = (source: string): string =>
  markInline(
    source.replace(ITALIC_LEAD, (lead, _, inside: string) =>
      isPart(meaningOf(inside)?.role ?? 'other') ? `**${inside}**` : lead,
    ),
  )

// Markdown takes an unindented line below a list for more of its last item; a label or a title is none.
const leavesItem = (text: string): boolean =>
  readLabel(text, 'line') !== null || BOLD_LEAD_LINE.test(text) || isBoldOnly(text) || namesStory(text)

// Further lines of a list item stand beside its first line, not below it.
const continuation = (first: Partial<Block>): Partial<Block> =>
  first.kind === 'item' ? { ...first, ordinal: null, rank: first.rank! + 1 } : first

const isSubhead = (text: string, rest: Partial<Block>) =>
  rest.kind !== 'item' && isBoldOnly(text) && !/[.!?]\ue001?$/.test(text)

function startsBlock(text: string, before: string, previousSource: string): boolean {
  if (/(?: {2,}|\\)$/.test(previousSource) || DEFINES.test(text)) return true
  if (MARKER_LINE.test(text) || BOLD_LEAD_LINE.test(text) || isBoldOnly(text) || isBoldOnly(before)) return true
  if (/^(?:[-*+]|\d{1,3}[.)])\s/.test(text)) return true
  if (CALLOUT.test(before) || isLabelAlone(before)) return true
  const label = readLabel(text, 'line')
  if (label && (!label.letter || label.rest)) return true
  const wrapped = previousSource.trim().length >= WRAP_WIDTH || !/^\p{Lu}/u.test(text)
  return !wrapped && !/[,;(]$/.test(before)
}

function isLabelAlone(before: string): boolean {
  const label = before.length <= 80 && !/[:：]\s*\ue001?$/.test(before) ? readLabel(before, 'line') : null
  return label !== null && !label.letter && isPart(label.role) && label.rest === ''
}
