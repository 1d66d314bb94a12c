import type { Block } from './blocks.ts'
import { isPart, labelOf } from './labels.ts'

/** The parts in the order of telling. */
export const ORDER = ['situation', 'task', 'action', 'result', 'learning']

/** The part that a block's label opens; null when it opens none. */
export function partAt(block: Block): string | null {
  const role = labelOf(block)?.role
  return role && isPart(role) ? role : null
}

/** Headings such as "Challenges" that are no label, because whole stories stand below them. */
export function collectingHeadings(blocks: readonly Block[]): Set<Block> {
  const collecting = new Set<Block>()
  const open: { block: Block; parts: Set<string> }[] = []
  const close = (rank: number) => {
    while (open.length > 0 && open.at(-1)!.block.rank >= rank) {
      const { block, parts } = open.pop()!
      if (parts.size >= 2 && parts.has('action')) collecting.add(block)
    }
  }
  for (const block of blocks) {
    if (block.kind === 'heading') close(block.rank)
    const label = labelOf(block)
    if (label && isPart(label.role) && !block.fenced && (block.kind !== 'heading' || open.length > 0)) {
      for (const { parts } of open) parts.add(label.role)
    }
    if (block.kind === 'heading' && label && isPartHeading(block)) open.push({ block, parts: new Set() })
  }
  close(0)
  return collecting
}

/** How many stories are told right below each heading; `collects` are the headings that are no labels. */
export function countTellings(blocks: readonly Block[], collects: ReadonlySet<Block>): Map<Block, number> {
  const tellings = new Map<Block, number>()
  let heading: Block | null = null
  let last = ORDER.length
  for (const block of blocks) {
    const part = partAt(block)
    if (block.kind === 'heading' && (!part || collects.has(block))) {
      heading = block
      last = ORDER.length
    }
    if (!part || !heading || block.fenced) continue
    const at = ORDER.indexOf(part)
    if (at < last && (last === ORDER.length || at === 0)) tellings.set(heading, (tellings.get(heading) ?? 0) + 1)
    last = at
  }
  return tellings
}

/** Whether a heading's label opens a part. */
export function isPartHeading(block: Block): boolean {
  const role = labelOf(block)?.role
  return role !== undefined && (isPart(role) || role === 'other')
}
