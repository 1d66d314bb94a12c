import type { List, ListItem, Paragraph, RootContent } from 'mdast'

const BLANK = /^ *$/
const HEADING = /^(#{1,6})(?: |$)/
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/
const ITEM = /^( *)([-*+]|\d{1,9}[.)])( {1,4})(?=[^ ])/
// What can only be words at the beginning of a line, and not the first sign of a table, quote, fence, HTML or list.
const WORDS = /^(?:[\p{L}"“”„‘’'«»([“…]|\*{1,3}[^\s*]|_{1,3}[^\s_]|(?!\d{1,9}[.)](?:\s|$))\d)/u

interface Level {
  list: List
  marker: string
  /** Where the words of its last item begin; what stands further right is below that item. */
  indent: number
}

/**
 * The blocks of a run of lines that holds only headings, paragraphs, rules and lists, as the Markdown parser would
 * find them but at a fraction of its time; null when there is anything else.
 */
export function readSimple(lines: readonly string[]): RootContent[] | null {
  const nodes: RootContent[] = []
  const levels: Level[] = []
  let open: Paragraph | null = null
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (BLANK.test(line)) {
      open = null
      continue
    }
    if (line.includes('|') || line.includes('\t')) return null
    const heading = HEADING.exec(line)
    const item = heading ? null : ITEM.exec(line)
    if (heading || (RULE.test(line) && !open)) {
      levels.length = 0
      open = null
      nodes.push(
        heading
          ? { type: 'heading', depth: heading[1]!.length as 1, children: [], position: at(i, 0) }
          : { type: 'thematicBreak', position: at(i, 0) },
      )
    } else if (item && WORDS.test(line.slice(item[0].length))) {
      const column = item[1]!.length
      const depth = levels.findLastIndex((level) => level.indent <= column) + 1
      const marker = item[2]!.at(-1)!
      const ordered = item[2]!.length > 1
      const known = levels[depth]?.marker === marker
      // A number other than one does not interrupt a paragraph.
      if (!known && open && ordered && item[2] !== `1${marker}`) return null
      levels.length = known ? depth + 1 : depth
      if (!known) {
        const list: List = {
          type: 'list',
          ordered,
          start: ordered ? Number.parseInt(item[2]!, 10) : null,
          children: [],
          position: at(i, column),
        }
        ;(depth === 0 ? nodes : levels[depth - 1]!.list.children.at(-1)!.children).push(list as never)
        levels.push({ list, marker, indent: 0 })
      }
      open = { type: 'paragraph', children: [], position: at(i, item[0].length) }
      const child: ListItem = { type: 'listItem', children: [open], position: at(i, column) }
      levels[depth]!.list.children.push(child)
      levels[depth]!.indent = item[0].length
    } else {
      const column = line.search(/[^ ]/)
      if (!WORDS.test(line.slice(column))) return null
      if (open) open.position!.end.line = i + 1
      else if (column > 0 && levels.length > 0) return null
      else {
        levels.length = 0
        open = { type: 'paragraph', children: [], position: at(i, column) }
        nodes.push(open)
      }
    }
  }
  return nodes
}

const at = (line: number, column: number) => ({
  start: { line: line + 1, column: column + 1 },
  end: { line: line + 1, column: column + 1 },
})
