import type { Block } from './blocks.ts'
import { isHeadline, isPart, type Label, labelOf, normaliseLabel, relabel } from './labels.ts'

const TOLD_BY_PLACE =
  /^(?:what (?:then )?happened(?: then)?|was (?:ist )?passier(?:t|te)|qué pasó|o que aconteceu|cosa è successo|что случилось|что произошло)$/u
const ROLE = /^(?:role|rolle|rôle|rol|papel|ruolo|rola|роль)$/u

/**
 * Decides what labels announce that mean one thing or another by their place: "What happened" is the situation, and
 * the result after an action; "Role" is a note about a story, and its task right after the situation.
 */
export function settleLabels(blocks: readonly Block[]): void {
  let above: { block: Block; label: Label } | null = null
  for (const block of blocks) {
    const label = labelOf(block)
    const settled: Label | null = label && above ? settle(block, label, above) : label
    if (settled && settled !== label) relabel(block, settled)
    if (settled && isPart(settled.role)) above = { block, label: settled }
    else if (!settled && isHeadline(block)) above = null
  }
}

function settle(block: Block, label: Label, above: { block: Block; label: Label }): Label {
  const words = normaliseLabel(label.written)
  if (above.label.role === 'action' && TOLD_BY_PLACE.test(words)) return { ...label, role: 'result', canonical: true }
  const beside = above.block.kind === block.kind && above.block.rank === block.rank
  return above.label.role === 'situation' && label.role === 'note' && beside && ROLE.test(words)
    ? { ...label, role: 'task', extra: true }
    : label
}
