import { PART_LABELS, STATUS_NAMES } from '../words/report-line.ts'
import { type Block, type ExportDocument, linesOf, oneLine, type PointEntry, type SaidWords } from './document.ts'

/** A document as Markdown (CommonMark, with GitHub's tables); what users wrote stays text, whatever it looks like. */
export const toMarkdown = ({ title, blocks }: ExportDocument): string =>
  `${[`# ${escapeMarkdown(title)}`, ...blocks.map(blockText)].join('\n\n')}\n`

/** Text that reads as itself in Markdown, in one line. */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      .replaceAll(/[\\`*_[\]<~|]/g, '\\$&')
      .replaceAll(/&(?=[#a-z0-9])/gi, '\\&')
      .replace(/^[#>+=-]/, '\\$&')
      // A heading may be closed by such signs.
      .replace(/(?<=\s)#+$/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  )
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'lead':
      return strong(escapeMarkdown(block.text))
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`
    case 'paragraph':
      return escapeMarkdown(block.text)
    case 'facts':
      return block.rows
        .map(([term, text]) => `- ${strong(`${escapeMarkdown(term)}:`)} ${escapeMarkdown(text)}`)
        .join('\n')
    case 'points':
      return [`${'#'.repeat(block.level)} ${PART_LABELS[block.part]}`, block.points.map(pointText).join('\n')].join(
        '\n\n',
      )
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')
    case 'note':
      return noteText(block.text)
    case 'speech':
      return block.paragraphs.map(({ time, text }) => `${time} ${escapeMarkdown(text)}`).join('\n\n')
    case 'table':
      return [block.columns, block.columns.map(() => null), ...block.rows].map(rowText).join('\n')
  }
}

function pointText({ status, text, remarks, said, closest }: PointEntry): string {
  const words = [status && STATUS_NAMES[status], ...remarks].filter((word) => word !== null)
  const head = words.length > 0 ? `${strong(`${words.map(escapeMarkdown).join(', ')}:`)} ` : ''
  const below = [...said.map(saidText), ...(closest ? [`closest: ${saidText(closest)}`] : [])]
  return [`- ${head}${escapeMarkdown(text)}`, ...below.map((line) => `  - ${line}`)].join('\n')
}

/** Stars around nothing would be a line across the page. */
const strong = (text: string): string => (text === '' ? '' : `**${text}**`)

const saidText = ({ time, text }: SaidWords): string => `“${escapeMarkdown(text)}” (${time})`

/** A quote that keeps its lines: a backslash at the end of a line breaks it. */
function noteText(text: string): string {
  const lines = linesOf(text.trim()).map(escapeMarkdown)
  const isBroken = (at: number) => lines[at] !== '' && (lines[at + 1] ?? '') !== ''
  return lines.map((line, at) => `> ${line}${isBroken(at) ? '\\' : ''}`.trimEnd()).join('\n')
}

const rowText = (cells: readonly (string | null)[]): string =>
  `| ${cells.map((cell) => (cell === null ? '---' : escapeMarkdown(cell) || ' ')).join(' | ')} |`
