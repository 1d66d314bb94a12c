import { type Block, RANK } from './blocks.ts'
import { countWords, plain } from './inline.ts'
import { isBoldOnly, labelOf } from './labels.ts'
import { asksSomething, namesStory, opensQuickStory } from './titles.ts'

export type NodeKind = 'root' | 'heading' | 'story-title' | 'question' | 'quick' | 'aside'

/** A headline and what stands below it. Headings that are labels are content, not nodes. */
export interface Node {
  kind: NodeKind
  head: Block | null
  depth: number
  blocks: Block[]
  children: Node[]
  parent: Node | null
  /** Its headline numbers itself as a story. */
  named: boolean
  /** A story's first part is labelled right below. */
  labelled: boolean
}

// Headlines that are not headings lie below all headings, in this order.
const DEPTH = { question: 100, line: 104, item: 105, quick: 110 } as const

/** Arranges a document's blocks below their headlines. */
export function buildTree(blocks: readonly Block[]): Node {
  const root: Node = {
    kind: 'root',
    head: null,
    depth: 0,
    blocks: [],
    children: [],
    parent: null,
    named: false,
    labelled: false,
  }
  let current = root
  let labelDepth = 0
  blocks.forEach((block, i) => {
    if (block.kind === 'heading' && labelOf(block)?.role !== undefined && isPartHeading(block)) {
      labelDepth = block.rank
      current.blocks.push(block)
      current.labelled ||= labelOf(block)?.role === 'situation'
      return
    }
    const head = headline(block, blocks[i + 1], current, labelDepth)
    if (!head) {
      current.blocks.push(block)
      current.labelled ||= labelOf(block)?.role === 'situation'
      return
    }
    labelDepth = 0
    while (current.depth >= head.depth) current = current.parent!
    const named = head.kind === 'heading' && namesStory(block.text)
    const node: Node = { ...head, head: block, blocks: [], children: [], parent: current, named, labelled: false }
    current.children.push(node)
    current = node
  })
  return root
}

function isPartHeading(block: Block): boolean {
  const role = labelOf(block)?.role
  return role !== 'definition' && role !== 'note' && role !== 'question' && role !== 'title'
}

function headline(
  block: Block,
  next: Block | undefined,
  current: Node,
  labelDepth: number,
): Pick<Node, 'kind' | 'depth'> | null {
  if (block.kind === 'heading') {
    const inside = labelDepth > 0 && block.rank > labelDepth && !namesStory(block.text)
    return inside ? null : { kind: 'heading', depth: block.rank }
  }
  if (block.fenced || block.kind === 'code' || insideNamedStory(current)) return null
  const opensQuick = next !== undefined && opensQuickStory(next.text)
  if (asksSomething(block.text) && (opensQuick || opensStory(block, next))) {
    return { kind: 'question', depth: DEPTH.question + nesting(block) }
  }
  if (opensStory(block, next) && isShortLine(block)) {
    const depth = block.kind === 'item' ? DEPTH.item : DEPTH.line
    return {
      kind: opensQuickStory(block.text) && sameLine(block, next) ? 'quick' : 'story-title',
      depth: depth + nesting(block),
    }
  }
  if (opensQuickStory(block.text) && countWords(block.text) > 12) return { kind: 'quick', depth: DEPTH.quick }
  return followsNumberedTitle(block, current) ? { kind: 'aside', depth: DEPTH.item } : null
}

const nesting = (block: Block) => (block.kind === 'item' ? Math.min(block.rank - RANK.item, 4) : 0)
const sameLine = (block: Block, next: Block | undefined) => next?.line === block.line

// A numbered heading may also collect labelled stories; only its own narrative claims everything below.
function insideNamedStory(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) if (at.named && !at.labelled) return true
  return false
}

/** Whether the block after a headline begins a story's first part. */
function opensStory(block: Block, next: Block | undefined): boolean {
  if (!next || next.kind === 'heading' || labelOf(block)) return false
  if (labelOf(next)?.role !== 'situation') return false
  if (block.kind !== 'item') return true
  return next.rank > block.rank || next.kind !== 'item' || (block.ordinal !== null && next.ordinal === null)
}

function isShortLine(block: Block): boolean {
  const words = countWords(plain(block.text))
  if (words === 0 || words > 25) return false
  return block.kind === 'item' || isBoldOnly(block.text) || !/[.!]["”']?$/.test(plain(block.text))
}

function followsNumberedTitle(block: Block, current: Node): boolean {
  if (block.rank !== RANK.item || block.ordinal === null || block.ordinal < 2) return false
  const title = current.head
  return (
    current.kind === 'story-title' &&
    title?.ordinal === block.ordinal - 1 &&
    title.rank === block.rank &&
    /\s[—–-]\s/.test(title.text) &&
    /\s[—–-]\s/.test(block.text)
  )
}

/** Every block below a headline, in reading order, headlines of its children included. */
export function allBlocks(node: Node): Block[] {
  return [
    ...node.blocks,
    ...node.children.flatMap((child) => [...(child.head ? [child.head] : []), ...allBlocks(child)]),
  ]
}
