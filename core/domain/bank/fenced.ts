import { type Block, block, RANK } from './blocks.ts'
import { classifyCodeLines } from './code.ts'
import { markInline } from './inline.ts'

const MARKER = /^(\s*)(?:(\d{1,3})[.)]|[-*+•▪◦‣–—]|[✓✔✗✘☑☐✅❌→➜▶])\s+(.*)$/

/**
 * The notes inside a code block as ordinary blocks; real code comes back as blocks of kind `code`.
 * `firstLine` is the 1-based line of `lines[0]`.
 */
export function readFenced(lines: readonly string[], firstLine: number, info: string): Block[] {
  const kinds = classifyCodeLines(lines, info !== '' && !/^(?:text|txt|md|markdown|plain\w*|none)$/i.test(info))
  const blocks: Block[] = []
  const indents: number[] = []
  lines.forEach((raw, i) => {
    const line = firstLine + i
    const kind = kinds[i]!
    if (!raw.trim()) return
    if (kind.kind === 'code') {
      appendCode(blocks, raw, line)
      return
    }
    if (kind.kind === 'comment') {
      blocks.push(block(markInline(kind.text), line, { kind: 'item', rank: RANK.item + 1, fenced: true }))
      return
    }
    const item = MARKER.exec(raw)
    const indent = raw.search(/\S/)
    const previous = blocks.at(-1)
    if (
      !item &&
      lines[i - 1]?.trim() &&
      previous?.lastLine === line - 1 &&
      continues(previous, raw, indent, indents.at(-1))
    ) {
      previous.text += ` ${markInline(raw.trim())}`
      previous.lastLine = line
      return
    }
    while (indents.length > 0 && indents.at(-1)! > indent) indents.pop()
    if (indents.at(-1) !== indent) indents.push(indent)
    const nested = { fenced: true, rank: RANK.item + indents.length - 1 }
    if (item) {
      const ordinal = item[2] ? Number(item[2]) : null
      blocks.push(block(markInline(item[3]!.trim()), line, { ...nested, kind: 'item', ordinal }))
    } else {
      blocks.push(block(markInline(raw.trim()), line, indents.length > 1 ? nested : { fenced: true }))
    }
  })
  return blocks
}

function continues(previous: Block, raw: string, indent: number, lastIndent: number | undefined): boolean {
  if (previous.kind === 'code') return false
  if (/^\s*\p{Ll}/u.test(raw) && !/[.:!?]["')]?$/.test(previous.text)) return true
  return previous.kind === 'text' && indent > (lastIndent ?? 0)
}

function appendCode(blocks: Block[], raw: string, line: number): void {
  const previous = blocks.at(-1)
  if (previous?.kind === 'code' && previous.lastLine >= line - 2) {
    previous.text += `\n${raw}`
    previous.lastLine = line
  } else {
    blocks.push(block(raw, line, { kind: 'code', fenced: true, rank: RANK.item + 1 }))
  }
}
