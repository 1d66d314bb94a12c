import { type Block, RANK } from './blocks.ts'
import { collectingHeadings, countTellings, isPartHeading, ORDER, partAt } from './headings.ts'
import { countWords, plain } from './inline.ts'
import { isBoldOnly, isPart, labelOf } from './labels.ts'
import { settleLabels } from './settle-labels.ts'
import { asksSomething, isCollection, namesStory, opensQuickStory } from './titles.ts'

export type NodeKind = 'root' | 'heading' | 'topic' | 'story-title' | 'question' | 'quick' | 'aside'

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
const DEPTH = { topic: 90, question: 100, line: 104, item: 105, quick: 110 } as const
// Hooks, questions and properties may stand between a story's title and its first part.
const MAX_ASIDES = 8
const MAX_TOPIC_WORDS = 8
const MAX_FOLD = 60

interface Building {
  blocks: readonly Block[]
  current: Node
  /** How many stories are told right below each heading. */
  tellings: ReadonlyMap<Block, number>
  /** Rank of the part heading that stands above; 0 outside parts. */
  labelDepth: number
  /** The part that was labelled last below the current headings. */
  lastPart: string | null
  /** The same inside code blocks. */
  lastFenced: string | null
  /** Below a label such as "Questions" whose list this is. */
  listed: boolean
  /** The part that the document's first label names. */
  opening: string | null
}

/** Arranges a document's blocks below their headlines. */
export function buildTree(blocks: readonly Block[]): Node {
  settleLabels(blocks)
  const root = newNode('root', null, 0, null)
  const collects = collectingHeadings(blocks)
  const opening = blocks.map(partAt).find((part) => part !== null) ?? null
  const state: Building = {
    blocks,
    current: root,
    tellings: countTellings(blocks, collects),
    labelDepth: 0,
    lastPart: null,
    lastFenced: null,
    listed: false,
    opening,
  }
  blocks.forEach((block, i) => {
    const part = partAt(block)
    const isLabel = block.kind === 'heading' && isPartHeading(block) && !collects.has(block)
    if (block.kind !== 'item') state.listed = isListHead(block)
    const head = isLabel ? null : headline(state, block, i)
    if (isLabel) state.labelDepth = block.rank
    if (head) {
      state.labelDepth = 0
      state.lastPart = null
      while (state.current.depth >= head.depth) state.current = state.current.parent!
      const node = newNode(head.kind, block, head.depth, state.current)
      state.current.children.push(node)
      state.current = node
      return
    }
    state.current.blocks.push(block)
    if (part) state[block.fenced ? 'lastFenced' : 'lastPart'] = part
    state.current.labelled ||= part === 'situation'
  })
  return root
}

const newNode = (kind: NodeKind, head: Block | null, depth: number, parent: Node | null): Node => ({
  kind,
  head,
  depth,
  blocks: [],
  children: [],
  parent,
  named: kind === 'heading' && namesStory(head!.text),
  labelled: false,
})

function headline(state: Building, block: Block, at: number): Pick<Node, 'kind' | 'depth'> | null {
  const next = state.blocks[at + 1]
  if (block.opens) return { kind: 'story-title', depth: DEPTH.line }
  if (block.kind === 'heading') {
    const inside = state.labelDepth > 0 && block.rank > state.labelDepth && !namesStory(block.text)
    return inside ? null : { kind: 'heading', depth: block.rank }
  }
  if (state.current.head?.opens && block.line <= state.current.head.lastLine) return null
  if (block.said || block.kind === 'code' || insideNamedStory(state.current)) return null
  if (block.fenced) return opensFencedStory(state, block, at) ? { kind: 'story-title', depth: DEPTH.line } : null
  const opensQuick = next !== undefined && opensQuickStory(next.text)
  const opens = opensStory(state, block, at)
  const asks = partAt(block) === null && asksSomething(block.text)
  if (asks && opens && asksForStoryAbove(state, block)) return null
  if (asks && followsQuestion(block, state.current)) return { kind: 'question', depth: state.current.depth }
  if (asks && (opensQuick || opens || (next && isBoldOnly(next.text) && opensStory(state, next, at + 1)))) {
    return { kind: 'question', depth: DEPTH.question + nesting(block) }
  }
  if (opens && isShortLine(block)) {
    const depth = block.kind === 'item' ? DEPTH.item : DEPTH.line
    return {
      kind: opensQuickStory(block.text) && next?.line === block.line ? 'quick' : 'story-title',
      depth: depth + nesting(block),
    }
  }
  if (block.fold && endsTelling(state, block, at)) return { kind: 'aside', depth: asideDepth(state.current) }
  if (next && opensTopic(state, block, next, at)) return { kind: 'topic', depth: DEPTH.topic + nesting(block) }
  if (opensQuickStory(block.text) && countWords(block.text) > 12) return { kind: 'quick', depth: DEPTH.quick }
  return followsNumberedTitle(block, state.current) ? { kind: 'aside', depth: DEPTH.item } : null
}

/** Whether a question below a heading is what the heading's one story answers. */
function asksForStoryAbove({ current, tellings }: Building, block: Block): boolean {
  const { head } = current
  if (current.kind === 'story-title' && !current.labelled && block.kind !== 'item') return !current.blocks.some(partAt)
  if (current.kind !== 'heading' || !head || block.kind === 'item') return false
  return tellings.get(head) === 1 && !asksSomething(head.text) && !isCollection(head.text)
}

/** In a list of questions with their answers, the next question ends the answer above, whether a story answers it or not. */
const followsQuestion = (block: Block, { kind, head }: Node): boolean =>
  kind === 'question' &&
  head !== null &&
  block.rank === head.rank &&
  (isBoldOnly(block.text) || labelOf(block)?.role === 'question') &&
  isBoldOnly(block.text) === isBoldOnly(head.text) &&
  labelOf(block)?.role === labelOf(head)?.role

/** Whether a short line heads the stories below it, whose first title stands right below. */
function opensTopic(state: Building, block: Block, next: Block, at: number): boolean {
  const over =
    block.kind === 'item'
      ? next.kind === 'item' && next.rank > block.rank
      : isBoldOnly(block.text) && isBoldOnly(next.text)
  if (!over || labelOf(block) || !isShortLine(block) || countWords(plain(block.text)) > MAX_TOPIC_WORDS) return false
  return next.kind !== 'heading' && isShortLine(next) && opensStory(state, next, at + 1)
}

// Beside stories that are folds themselves another fold is none of theirs; below a heading it is a note of its story.
const asideDepth = ({ head, depth }: Node): number => (head?.fold ? depth : DEPTH.quick)

/** Whether a fold without a label stands behind the last part of a story, so that it is no more of that part. */
function endsTelling(state: Building, block: Block, at: number): boolean {
  if (state.current.kind === 'aside') return labelOf(block) === null
  if (labelOf(block) || !(state.lastPart === 'result' || state.lastPart === 'learning')) return false
  for (let i = at + 1; i < Math.min(state.blocks.length, at + MAX_FOLD); i++) {
    const later = state.blocks[i]!
    if (later.kind === 'heading' || later.opens) return true
    const part = partAt(later)
    if (part) return part === 'situation' || part === state.opening
  }
  return true
}

const nesting = (block: Block) => (block.kind === 'item' ? Math.min(block.rank - RANK.item, 4) : 0)

// A numbered heading may also collect labelled stories; only its own narrative claims everything below.
function insideNamedStory(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) if (at.named && !at.labelled) return true
  return false
}

/** Whether a story's first part begins below a headline; hooks, questions and the like may stand between. */
function opensStory(state: Building, block: Block, at: number): boolean {
  const own = labelOf(block)
  const names = own?.role === 'title' && own.rest && !generic(state.current)
  const asks = own?.role === 'question' && plain(own.rest) !== ''
  if (own && !names && !asks) return false
  const first = state.blocks[afterAsides(state.blocks, at + 1)]
  const label = first && (first.kind !== 'heading' || isBoldOnly(block.text)) ? labelOf(first) : null
  if (
    !label ||
    !isPart(label.role) ||
    !(opensTelling(label.role, state.lastPart, state.opening) || opensLate(state, block, label.role))
  )
    return false
  if (block.kind !== 'item') return true
  if (state.listed && first!.kind !== 'item') return false
  return first!.rank > block.rank || first!.kind !== 'item' || (block.ordinal !== null && first!.ordinal === null)
}

/** The index of the first block that is no hook, question, property or item below one. */
function afterAsides(blocks: readonly Block[], from: number): number {
  let lists = false
  for (let i = from; i < from + MAX_ASIDES; i++) {
    const block = blocks[i]
    if (!block || block.kind === 'heading' || block.opens) return i
    const label = labelOf(block)
    const belongs = (lists && block.kind === 'item') || (block.kind === 'text' && asksSomething(block.text))
    if (label ? isPart(label.role) : !belongs) return i
    if (label) lists = plain(label.rest) === ''
  }
  return from + MAX_ASIDES
}

function isListHead(block: Block): boolean {
  const label = labelOf(block)
  return label !== null && (label.role === 'question' || label.role === 'note') && plain(label.rest) === ''
}

// "Story 3" leaves the naming to a line below it.
const generic = (node: Node) => node.kind === 'heading' && node.blocks.length === 0 && node.named

/** Whether a part begins a telling: the first of all, or one that steps back behind the end of the telling before. */
function opensTelling(role: string, last: string | null, opening: string | null): boolean {
  if (role === 'situation' || last === null) return role === 'situation' || role === opening
  const [from, to] = [ORDER.indexOf(last), ORDER.indexOf(role)]
  return to < from && (role === opening || (role === 'task' && from >= ORDER.indexOf('result')))
}

// Below a new heading a bold title stands above whatever part its story has first.
const opensLate = ({ lastPart, current }: Building, block: Block, role: string): boolean =>
  lastPart === null && role === 'task' && current.kind === 'heading' && isBoldOnly(block.text)

/** In a code block only what cannot be the content of a story around it opens one. */
function opensFencedStory(state: Building, block: Block, at: number): boolean {
  if (state.lastPart !== null || block.kind === 'item' || !isShortLine(block)) return false
  const first = state.blocks[at + 1]
  const label = labelOf(block)
  if (!first?.fenced || (label && label.role !== 'title')) return false
  return opensTelling(partAt(first) ?? '', state.lastFenced, state.opening)
}

function isShortLine(block: Block): boolean {
  const words = countWords(plain(block.text))
  if (words === 0 || words > 25 || /^#[\p{L}\p{N}_/-]+(?:\s|$)/u.test(block.text)) return false
  return block.kind === 'item' || isBoldOnly(block.text) || !/[.!。！][”"']?$/.test(plain(block.text))
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
