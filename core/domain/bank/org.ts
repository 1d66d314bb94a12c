const HEADLINE = /^(\*+)\s+(?:(?:TODO|DONE|NEXT|WAITING|DRAFT)\s+)?(?:\[#[A-Z0-9]\]\s+)?(.*)$/
const TAGS = /(?<!\s)\s+:[\w@:]+:$/
const BLOCK = /^\s*#\+(begin|end)_(\w+)(.*)$/i
const FENCED = /^(?:src|example|verse)$/i

/**
 * An org-mode document as Markdown, line by line, so that line numbers stay: headlines, bold, code, links, tables and
 * blocks. Tags and drawers stay as text.
 */
export function orgToMarkdown(lines: readonly string[]): string[] {
  const titled = lines.some((line) => /^#\+title:/i.test(line))
  let inDrawer = false
  let inFence = false
  return lines.map((line) => {
    const block = BLOCK.exec(line)
    if (block && FENCED.test(block[2]!)) {
      inFence = block[1]!.toLowerCase() === 'begin'
      return inFence ? `\`\`\`${/src/i.test(block[2]!) ? block[3]!.trim().split(/\s/)[0] : ''}` : '```'
    }
    if (inFence) return line
    if (block) return ''
    const headline = HEADLINE.exec(line)
    if (headline) {
      const depth = Math.min(6, headline[1]!.length + (titled ? 1 : 0))
      const words = headline[2]!.trimEnd()
      const tags = TAGS.exec(words)?.[0] ?? ''
      return `${'#'.repeat(depth)} ${inline(words.slice(0, words.length - tags.length))}${tags}`
    }
    if (/^\s*:[A-Za-z_-]+:\s*$/.test(line)) {
      inDrawer = !/:end:/i.test(line)
      return inDrawer ? `<!-- ${line.trim()}` : '-->'
    }
    if (inDrawer) return line
    const keyword = /^#\+(\w+):\s*(.*)$/.exec(line)
    if (keyword) return /^title$/i.test(keyword[1]!) ? `# ${inline(keyword[2]!)}` : `<!-- ${line} -->`
    if (/^\s*\|[-+|]+\|?\s*$/.test(line)) return line.replaceAll('+', '|')
    return inline(line)
  })
}

const inline = (text: string): string =>
  text
    .replace(/\[\[([^\][]+)\]\[([^\][]+)\]\]/g, '[$2]($1)')
    .replace(/\[\[([^\][]+)\]\]/g, '$1')
    .replace(/(^|[\s('"{-])\*(\S(?:[^*\n]*\S)?)\*(?=$|[\s\-.,:;!?'")}\]])/g, '$1**$2**')
    .replace(/(^|[\s('"{-])[=~](\S(?:[^=~\n]*\S)?)[=~](?=$|[\s\-.,:;!?'")}\]])/g, '$1`$2`')
    .replace(/(^|[\s('"{-])\/(\S(?:[^/\n]*\S)?)\/(?=$|[\s\-.,:;!?'")}\]])/g, '$1*$2*')
    .replace(/^(\s*)(\d+)\)\s/, '$1$2. ')
    .replace(/^(\s*)([-+])\s+\[[ X-]\]\s+/, '$1$2 ')
    .replace(
      /^(\s*[-+]\s+)(?=\S)([^:]+)(?<=\s)::\s+/,
      (_, sign: string, term: string) => `${sign}**${term.trimEnd()}:** `,
    )
