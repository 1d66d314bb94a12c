import { PART_LABELS, STATUS_NAMES } from '../words/report-line.ts'
import { type Block, type ExportDocument, linesOf, oneLine, type PointEntry, type SaidWords } from './document.ts'
import { STYLES } from './html-styles.ts'

/** Nothing of the page is fetched or run, whatever it holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

/** A document as one HTML page that needs nothing else, in light and dark, fit to be printed. */
export const toHtml = ({ title, blocks }: ExportDocument): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLES}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${blocks.map(blockHtml).join('\n')}
</main>
</body>
</html>
`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that reads as itself in HTML, in one line. */
export const escapeHtml = (text: string): string => oneLine(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!)

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'lead':
      return `<p class="lead">${escapeHtml(block.text)}</p>`
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p${block.isQuiet ? ' class="quiet"' : ''}>${escapeHtml(block.text)}</p>`
    case 'facts':
      return `<dl>${block.rows.map(([term, text]) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd></div>`).join('')}</dl>`
    case 'points':
      return pointsHtml(block)
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
    case 'note':
      return `<blockquote>${linesOf(block.text.trim()).map(escapeHtml).join('<br>')}</blockquote>`
    case 'speech':
      return block.paragraphs
        .map(({ time, text }) => `<p class="speech"><time>${time}</time>${escapeHtml(text)}</p>`)
        .join('\n')
    case 'table':
      return tableHtml(block.columns, block.rows)
  }
}

function pointsHtml({ level, part, points }: Extract<Block, { kind: 'points' }>): string {
  const badge = part === 'other' ? '·' : PART_LABELS[part][0]
  const heading = `<h${level}><span class="part ${part}" aria-hidden="true">${badge}</span>${PART_LABELS[part]}</h${level}>`
  return `${heading}\n<ul class="points">${points.map(pointHtml).join('')}</ul>`
}

function pointHtml({ status, text, remarks, said, closest }: PointEntry): string {
  const mark = status ? `<span class="status ${status}">${STATUS_NAMES[status]}</span>` : ''
  const more = remarks.map((remark) => `<span class="remark">${escapeHtml(remark)}</span>`).join('')
  const below = [...said.map(saidHtml), ...(closest ? [`closest: ${saidHtml(closest)}`] : [])]
  const proof = below.map((line) => `<div class="said">${line}</div>`).join('')
  return `<li>${mark}<div><span class="point">${escapeHtml(text)}</span>${more}${proof}</div></li>`
}

const saidHtml = ({ time, text }: SaidWords): string => `<q>${escapeHtml(text)}</q> <time>${time}</time>`

function tableHtml(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}
