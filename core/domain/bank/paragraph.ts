import { type Block, block, RANK } from './blocks.ts'
import { markInline } from './inline.ts'
import { isBoldOnly, readLabel } from './labels.ts'

const MARKER_LINE = /^(?:[✓✔✗✘☑☐✅❌•▪◦‣➜→▶]|\p{Extended_Pictographic}\ufe0f?)\s+/u
const BOLD_LEAD_LINE = /^\ue000[^\ue001]+(?:[:：]\ue001|\ue001\s*[:：—–])/
// Where a link leads, or what a footnote says: nobody says it, so it is left to the text beside the stories.
const DEFINITION = /^\s{0,3}\[(?:\^[^\]]+\]:|[^\]]+\]:\s*<?(?:https?:|mailto:|ftp:|www\.|[/#.]))/
const WRAP_WIDTH = 50

/**
 * A paragraph's source lines as blocks: wrapped lines are joined again; a label, a bold lead, a tick or a
 * hard break opens a new block.
 */
export function splitParagraph(lines: readonly string[], firstLine: number, first: Partial<Block>): Block[] {
  const blocks: Block[] = []
  let previous = ''
  let inDefinition = false
  lines.forEach((source, i) => {
    const line = firstLine + i
    inDefinition = DEFINITION.test(source) || (inDefinition && /^\s{2}/.test(source))
    const text = inDefinition ? '' : markInline(source.trim())
    const last = blocks.at(-1)
    if (!text) {
      previous = source
      return
    }
    if (!last || startsBlock(text, last.text, previous)) {
      const rest = blocks.length === 0 ? first : continuation(first)
      blocks.push(block(text, line, isSubhead(text, rest) ? { ...rest, rank: RANK.subhead } : rest))
    } else {
      last.text += ` ${text}`
      last.lastLine = line
    }
    previous = source
  })
  return blocks
}

// Further lines of a list item stand beside its first line, not below it.
const continuation = (first: Partial<Block>): Partial<Block> =>
  first.kind === 'item' ? { ...first, ordinal: null, rank: first.rank! + 1 } : first

const isSubhead = (text: string, rest: Partial<Block>) =>
  rest.kind !== 'item' && isBoldOnly(text) && !/[.!?]\ue001?$/.test(text)

function startsBlock(text: string, before: string, previousSource: string): boolean {
  if (/(?: {2,}|\\)$/.test(previousSource)) return true
  if (MARKER_LINE.test(text) || BOLD_LEAD_LINE.test(text) || isBoldOnly(text) || isBoldOnly(before)) return true
  if (/^(?:[-*+]|\d{1,3}[.)])\s/.test(text)) return true
  const label = readLabel(text, 'line')
  if (label && (!label.letter || label.rest)) return true
  const wrapped = previousSource.trim().length >= WRAP_WIDTH || !/^\p{Lu}/u.test(text)
  return !wrapped && !/[,;(]$/.test(before)
}
