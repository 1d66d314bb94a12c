import type { Part } from '../story.ts'
import { type Block, RANK } from './blocks.ts'
import { BOLD_ON, countWords, plain } from './inline.ts'
import { isHeadline, isPart, type Label, labelOf, leadOf } from './labels.ts'
import { partOfHeadline } from './narrative.ts'

/** The labels that divide a story into parts; labels in another dress (deeper, in code) are only words. */
export interface Skeleton {
  labels: ReadonlyMap<Block, Label>
  parts: ReadonlySet<Part>
  /** Whether the parts are named plainly, so that unknown headlines between them stay inside their part. */
  strict: boolean
  /** How its labels are written. */
  dresses: ReadonlySet<string>
}

type Labels = Map<Block, Label>

/** How a block is written; "**Action:**" above a list and "**Task:** words" in a line are the same dress. */
export const dressOf = (block: Block): string =>
  `${block.fenced ? 'fenced ' : ''}${block.kind} ${block.kind === 'text' ? Math.max(block.rank, RANK.text) : block.rank}${block.text.includes(BOLD_ON) ? ' bold' : ''}`

// A single bare label among bold ones is a slip of the pen.
const family = (block: Block, label: Label): string =>
  dressOf(block).replace(' bold', '') + (label.letter ? ' letter' : '')

const partsIn = (labels: Iterable<Label>) => new Set([...labels].map((label) => label.role as Part))

function isBackbone(parts: ReadonlySet<Part>, labels: ReadonlyMap<Block, Label>): boolean {
  const plainly = partsIn([...labels.values()].filter((label) => label.canonical))
  const dividing = [...labels.keys()].every(isHeadline)
  if (plainly.size === 0 && !dividing) return parts.size >= 3 && (parts.has('action') || parts.has('result'))
  if (parts.has('action') && parts.size >= 2) return true
  if (parts.has('situation') && parts.has('result')) return true
  return plainly.size >= 2 && plainly.has('situation')
}

/** The skeleton of a story's blocks; null when its parts are not labelled. */
export function skeletonOf(blocks: readonly Block[]): Skeleton | null {
  const dresses = new Map<string, Labels>()
  for (const block of blocks) {
    const label = labelOf(block)
    if (!label || !isPart(label.role)) continue
    const dress = family(block, label)
    dresses.set(dress, (dresses.get(dress) ?? new Map<Block, Label>()).set(block, label))
  }
  const candidates = [...dresses.entries()]
    .map(([dress, found]) => ({ dress, labels: dress.endsWith('letter') ? spellOut(found) : withCues(found, blocks) }))
    .map((candidate) => ({ ...candidate, parts: partsIn(candidate.labels.values()) }))
    .filter(({ dress, labels, parts }) => isBackbone(parts, labels) && (!dress.endsWith('letter') || parts.size >= 3))
    .filter(({ labels, parts }) => parts.has('result') || parts.has('learning') || !isOneOfMany(labels, blocks))
  candidates.sort(
    (a, b) =>
      Number(a.dress.startsWith('fenced')) - Number(b.dress.startsWith('fenced')) || b.parts.size - a.parts.size,
  )
  const best = candidates[0]
  return best ? complete(best.labels, dresses) : null
}

/** Whether the labels stand in a list with several heads that name no part, as orders and checklists have them. */
function isOneOfMany(labels: Labels, blocks: readonly Block[]): boolean {
  const items = [...labels.keys()].filter((block) => block.kind === 'item')
  const ranks = new Set(items.map((block) => block.rank))
  const others = blocks.filter(
    (block) =>
      block.kind === 'item' &&
      ranks.has(block.rank) &&
      !labels.has(block) &&
      !labelOf(block) &&
      /^\P{Ll}[^:：]{1,30}(?:[:：]\s|$)/u.test(plain(block.text)) &&
      countWords(plain(block.text).split(/[:：]/)[0]!) <= 4,
  )
  return others.length >= 2
}

// A part that the main dress leaves out may be labelled another way, as in "**Lesson learned:**" under headings.
function complete(main: Labels, dresses: ReadonlyMap<string, Labels>): Skeleton {
  const labels = new Map(main)
  const found = partsIn(main.values())
  const deepest = [...main.keys()].reduce((rank, block) => Math.max(rank, block.rank), 0)
  for (const others of dresses.values()) {
    for (const [block, label] of others) {
      if (block.fenced || label.letter || found.has(label.role as Part)) continue
      // A heading a level too deep is a slip of the pen.
      if (block.rank > deepest + (block.kind === 'heading' && label.canonical ? 1 : 0)) continue
      labels.set(block, label)
    }
  }
  const plainly = partsIn([...main.values()].filter((label) => label.canonical))
  return {
    labels: new Map([...labels].sort(([a], [b]) => a.line - b.line)),
    parts: partsIn(labels.values()),
    strict: plainly.size >= 3 || plainly.size === found.size,
    dresses: new Set([...main.keys()].map(dressOf)),
  }
}

const isTextual = (block: Block) => block.kind === 'text' && !block.fenced

/** Unknown bold leads beside known ones are labels too when their words speak for a part that has none yet. */
function withCues(known: Labels, blocks: readonly Block[]): Labels {
  const found = partsIn(known.values())
  const dresses = new Set([...known.keys()].filter((block) => block.text.includes(BOLD_ON)).map(dressOf))
  if (dresses.size === 0 || found.size < 2 || !(isBackbone(found, known) || [...known.keys()].every(isTextual)))
    return known
  const labels = new Map(known)
  for (const block of blocks) {
    if (known.has(block) || labelOf(block) || !dresses.has(dressOf(block))) continue
    const lead = leadOf(block)
    const part = lead && countWords(lead.written) <= 7 ? partOfHeadline(lead.written) : null
    if (!lead?.rest || !part || found.has(part)) continue
    labels.set(block, { ...lead, role: part, canonical: false, letter: false, extra: true })
  }
  return labels
}

/**
 * Letters mean what their neighbours let them: O is the obstacle of SOAR unless no R tells the result, a second R
 * after the first is the reflection, and German notes go S A H E.
 */
function spellOut(found: Labels): Labels {
  const letters = [...found].map(([block, label]) => ({
    block,
    label,
    letter: plain(label.written).replace(/\P{L}/gu, '').toLowerCase(),
  }))
  const has = (letter: string) => letters.some((each) => each.letter === letter)
  const german = has('h') && has('e') && !has('r')
  const repeats = letters.some(({ letter }, i) => letter !== 'r' && letters[i - 1]?.letter === letter)
  return new Map(
    letters.map(({ block, label, letter }, i): [Block, Label] => {
      const twice = !repeats && letter === 'r' && letters[i - 1]?.letter === 'r'
      const role =
        german && letter === 'a' ? 'task' : letter === 'o' && !has('r') ? 'result' : twice ? 'learning' : label.role
      return [block, { ...label, role }]
    }),
  )
}
