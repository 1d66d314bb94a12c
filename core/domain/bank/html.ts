import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type State as HastState, toMdast } from 'hast-util-to-mdast'
import type { Nodes as MdastNodes, Strong, Text } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Handle, toMarkdown } from 'mdast-util-to-markdown'
import type { Steps } from '../steps.ts'
import type { LineRange } from '../story.ts'
import { nestsDeeper, withoutTags } from './html-tags.ts'

// Private-use characters around the line that a text came from, while it is turned into Markdown.
const LINE_ON = '\ue010'
const LINE_OFF = '\ue011'
const LINE_MARK = new RegExp(`${LINE_ON}(\\d+)${LINE_OFF}`, 'g')
const LINE_SIGNS = new RegExp(`[${LINE_ON}${LINE_OFF}]`, 'g')

// What turns HTML into Markdown calls itself for every level.
const MAX_OPEN_TAGS = 200
const MAX_DEPTH = 5 * MAX_OPEN_TAGS

/** A line of Markdown and the lines of HTML that it says. */
export interface ConvertedLine {
  text: string
  lines: LineRange
}

/** A page of HTML as Markdown, in steps; its title becomes front matter when no heading names the page. */
export function* htmlSteps(html: string): Steps<string> {
  const tree = read(html, false)
  if (!tree) return withoutTags(html)
  const title = textIn(find(tree, 'title'))
  const named = find(tree, 'h1') !== null
  const texts: string[] = []
  const pieces = piecesOf(tree)
  for (const piece of pieces) {
    const text = convert(piece)
      .map((line) => line.text)
      .join('\n')
      .trimEnd()
    if (text) texts.push(text)
    yield texts.length / pieces.length
  }
  const text = `${texts.join('\n\n')}\n`
  return title && !named ? `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}` : text
}

const PIECE = 200
const WRAPPER = /^(?:html|body|main|div|article)$/
const OPENS_PIECE = /^(?:p|h[1-6]|table|div|section|article)$/

/** A page cut between its blocks: what turns it into Markdown takes longer for the whole than for its pieces. */
function piecesOf(tree: Root): Root[] {
  let { children }: { children: Nodes[] } = tree
  for (;;) {
    const said = children.filter((child) => isSaid(child))
    const [only] = said
    if (said.length !== 1 || only?.type !== 'element' || !WRAPPER.test(only.tagName)) break
    children = only.children
  }
  const pieces: Root[] = []
  let from = 0
  children.forEach((child, i) => {
    const opens = child.type === 'element' && OPENS_PIECE.test(child.tagName)
    if (i - from < PIECE || !opens) return
    pieces.push({ type: 'root', children: children.slice(from, i) as Root['children'] })
    from = i
  })
  return [...pieces, { type: 'root', children: children.slice(from) as Root['children'] }]
}

const isSaid = (node: Nodes): boolean =>
  node.type === 'element' ? node.tagName !== 'head' : node.type === 'text' && node.value.trim() !== ''

/** A piece of HTML out of a Markdown document, line by line; `lines` count from 1 within. Null when it nests too deep. */
export function convertHtml(html: string): ConvertedLine[] | null {
  const tree = read(html, true)
  return tree && convert(tree)
}

/** The tree of a piece of HTML; null when it nests deeper than it can be walked. */
function read(html: string, fragment: boolean): Root | null {
  if (nestsDeeper(html, MAX_OPEN_TAGS)) return null
  try {
    const tree = fromHtml(html.replace(LINE_SIGNS, ''), { fragment })
    return isShallow(tree) ? tree : null
  } catch (error) {
    // Tags inside attributes can hide from the count.
    if (error instanceof RangeError) return null
    throw error
  }
}

function isShallow(tree: Root): boolean {
  let level: Nodes[] = [tree]
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
    if (level.length === 0) return true
  }
  return false
}

function convert(tree: Root): ConvertedLine[] {
  headTables(tree)
  withoutData(tree)
  flattenCells(tree)
  const mdast = toMdast(tree, { handlers: { summary }, newlines: false })
  const marked = toMarkdown(mdast as Parameters<typeof toMarkdown>[0], {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    handlers: { text, break: hardBreak },
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  })
  let last = 1
  return marked.split('\n').map((line) => {
    const numbers = [...line.matchAll(LINE_MARK)].map((match) => Number(match[1]))
    const from = numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? last)
    last = numbers.reduce((most, number) => Math.max(most, number), from)
    return { text: tidy(line.replace(LINE_MARK, '')), lines: { from, to: last } }
  })
}

/** No blank inside the end of a bold passage, no line break at the end of a cell. */
const tidy = (line: string): string =>
  line
    .replace(/\*\*([^*\s][^*]*)\*\*/g, (bold, inside: string) => {
      const words = inside.trimEnd()
      return words === inside ? bold : `**${words}** `
    })
    .replace(/(?<!<br>)(?:<br>)+(?= \|)/g, '')
    .trimEnd()

// Text is written as it stands: people write Markdown inside their HTML, and nothing renders the result.
const text: Handle = (node: Text, _, state) => {
  const cell = state.stack.includes('tableCell')
  const value = cell ? node.value.replaceAll('|', '\\|') : node.value
  return value + (node.position ? `${LINE_ON}${node.position.start.line}${LINE_OFF}` : '')
}

const hardBreak: Handle = (_, __, state) => (state.stack.includes('tableCell') ? '<br>' : '\\\n')

/** The line that opens a fold is its headline. */
function summary(state: HastState, node: Element): MdastNodes {
  const strong: Strong = { type: 'strong', children: state.all(node) as Strong['children'] }
  state.patch(node, strong)
  return { type: 'paragraph', children: [strong] }
}

/** A Markdown table has a head: without one in the HTML its first row is. */
function headTables(node: Nodes): void {
  if (!('children' in node)) return
  if (node.type === 'element' && node.tagName === 'table' && !find(node, 'th')) {
    for (const cell of find(node, 'tr')?.children ?? []) if (cell.type === 'element') cell.tagName = 'th'
  }
  for (const child of node.children) headTables(child as Nodes)
}

const DATA_URL = /^\s*data:/i

/** A picture that stands in the page itself is no text; what it says of itself is. */
function withoutData(node: Nodes): void {
  if (!('children' in node)) return
  node.children = node.children.map((child) => {
    if (child.type !== 'element') return child
    const { src, href, alt } = child.properties
    if (DATA_URL.test(String(href ?? ''))) delete child.properties.href
    if (!DATA_URL.test(String(src ?? ''))) return child
    if (child.tagName === 'img') return { type: 'text' as const, value: String(alt ?? ''), position: child.position }
    delete child.properties.src
    return child
  }) as typeof node.children
  for (const child of node.children) withoutData(child as Nodes)
}

const BLOCKS = new Set(['p', 'li', 'div', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** In table cells Markdown knows no blocks, so their ends become line breaks and items keep a bullet. */
function flattenCells(node: Nodes, inCell = false): void {
  if (!('children' in node)) return
  const isCell = node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th')
  for (const child of node.children) flattenCells(child as Nodes, inCell || isCell)
  if (!inCell && !isCell) return
  node.children = node.children.flatMap((child): typeof node.children => {
    if (child.type !== 'element' || !BLOCKS.has(child.tagName)) return [child]
    // With a place of its own: joined with the words behind it, it would else take theirs away.
    const bullet = child.tagName === 'li' ? [{ type: 'text' as const, value: '• ', position: child.position }] : []
    return [...bullet, ...child.children, { type: 'element', tagName: 'br', properties: {}, children: [] }]
  }) as typeof node.children
}

function find(node: Nodes, tagName: string): Element | null {
  if (node.type === 'element' && node.tagName === tagName) return node
  if (!('children' in node)) return null
  for (const child of node.children) {
    const found = find(child as Nodes, tagName)
    if (found) return found
  }
  return null
}

const textIn = (node: Element | null): string =>
  (node?.children ?? [])
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .trim()
