import type { Part } from '../story.ts'
import { type Block, RANK } from './blocks.ts'
import { isHeadline, type Label, labelOf } from './labels.ts'

/** The labels that divide a story into parts; labels in another dress (deeper, in code) are only words. */
export interface Skeleton {
  labels: ReadonlyMap<Block, Label>
  parts: ReadonlySet<Part>
  /** Whether the parts are named plainly, so that unknown headlines between them stay inside their part. */
  strict: boolean
}

const PARTS = new Set<string>(['situation', 'task', 'action', 'result', 'learning'])

// "**Action:**" above a list and "**Task:** words" in a line are the same dress.
const dressOf = (block: Block, label: Label): string =>
  `${block.fenced ? 'fenced ' : ''}${block.kind} ${block.kind === 'text' ? Math.max(block.rank, RANK.text) : block.rank}${label.letter ? ' letter' : ''}`

const partsIn = (labels: readonly Label[]) => new Set(labels.map((label) => label.role as Part))

function isBackbone(parts: ReadonlySet<Part>, labels: ReadonlyMap<Block, Label>): boolean {
  const plainly = [...labels.values()].some((label) => label.canonical)
  const dividing = [...labels.keys()].every(isHeadline)
  if (!plainly && !dividing) return parts.has('action') && parts.size >= 3
  return parts.has('action') ? parts.size >= 2 : parts.has('situation') && parts.has('result')
}

/** The skeleton of a story's blocks; null when its parts are not labelled. */
export function skeletonOf(blocks: readonly Block[]): Skeleton | null {
  const dresses = new Map<string, Map<Block, Label>>()
  for (const block of blocks) {
    const label = labelOf(block)
    if (!label || !PARTS.has(label.role)) continue
    const dress = dressOf(block, label)
    dresses.set(dress, (dresses.get(dress) ?? new Map<Block, Label>()).set(block, label))
  }
  const candidates = [...dresses.entries()]
    .map(([dress, labels]) => ({ dress, labels, parts: partsIn([...labels.values()]) }))
    .filter(({ dress, labels, parts }) => isBackbone(parts, labels) && (!dress.endsWith('letter') || parts.size >= 3))
  candidates.sort(
    (a, b) =>
      Number(a.dress.startsWith('fenced')) - Number(b.dress.startsWith('fenced')) || b.parts.size - a.parts.size,
  )
  const best = candidates[0]
  if (!best) return null
  return complete(best.labels, dresses)
}

// A part that the main dress leaves out may be labelled another way, as in "**Lesson learned:**" under headings.
function complete(main: Map<Block, Label>, dresses: Map<string, Map<Block, Label>>): Skeleton {
  const labels = new Map(main)
  const found = partsIn([...main.values()])
  const deepest = Math.max(...[...main.keys()].map((block) => block.rank))
  for (const others of dresses.values()) {
    for (const [block, label] of others) {
      if (block.fenced || label.letter || found.has(label.role as Part) || block.rank > deepest) continue
      labels.set(block, label)
    }
  }
  const plainly = partsIn([...main.values()].filter((label) => label.canonical))
  return { labels, parts: partsIn([...labels.values()]), strict: plainly.size >= 3 || plainly.size === found.size }
}
