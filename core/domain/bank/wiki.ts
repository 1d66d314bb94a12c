const HEADING = /^(={1,6})\s*([^=\s](?:.*[^=\s])?)\s*\1\s*$/
const OPEN_HEADING = /^(={1,6})\s+(\S.*)$/
const MARKDOWN_HEADING = /^#{2,6}\s/
const LISTED = /^:*([*#]+)\s*(\S.*)$/

/**
 * A wiki page (MediaWiki, or AsciiDoc with its open headings) as Markdown, line by line; null when the lines are none.
 */
export function wikiToMarkdown(lines: readonly string[]): string[] | null {
  const closed = lines.filter((line) => /^==/.test(line) && HEADING.test(line)).length
  const open = lines.filter((line) => OPEN_HEADING.test(line)).length
  if (lines.some((line) => MARKDOWN_HEADING.test(line)) || (closed === 0 && open < 2)) return null
  const pipes = closed > 0
  return lines.map((line) => (pipes ? wikiLine(line) : openLine(line)))
}

const heading = (marks: string, title: string) => `${'#'.repeat(marks.length)} ${inline(title)}`

function wikiLine(line: string): string {
  const head = HEADING.exec(line)
  if (head) return heading(head[1]!, head[2]!)
  const listed = LISTED.exec(line)
  if (listed) {
    const [, marks, words] = listed
    return `${'  '.repeat(marks!.length - 1)}${marks!.endsWith('#') ? '1.' : '-'} ${inline(words!)}`
  }
  const term = /^;\s*(\S.*?)(?:\s+:\s*(.*))?$/.exec(line)
  if (term) return `**${inline(term[1]!).replace(/[\s:]+$/, '')}:** ${inline(term[2] ?? '')}`.trimEnd()
  return inline(line.replace(/^:+\s*(?=\S)/, ': '))
}

function openLine(line: string): string {
  const head = HEADING.exec(line) ?? OPEN_HEADING.exec(line)
  if (head) return heading(head[1]!, head[2]!)
  const listed = /^([*.]{1,5})\s+(\S.*)$/.exec(line)
  if (listed) return `${'  '.repeat(listed[1]!.length - 1)}${listed[1]!.startsWith('.') ? '1.' : '-'} ${listed[2]!}`
  const term = /^(\S[^:]{0,60})::(?:\s+(.*))?$/.exec(line)
  return term ? `**${term[1]!}:** ${term[2] ?? ''}`.trimEnd() : line.replace(/^\.(?=\p{L})/u, '')
}

const inline = (text: string): string => text.replace(/'''(.+?)'''/g, '**$1**').replace(/''(.+?)''/g, '*$1*')
