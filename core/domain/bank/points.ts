import type { LineRange, Part, PointWeight } from '../story.ts'
import { type Block, linesOf, RANK, spanOf } from './blocks.ts'
import { countWords, plain } from './inline.ts'
import { isHeadline } from './labels.ts'
import { MAX_POINT_WORDS, splitForSpeaking } from './sentences.ts'
import { finishPoint, tidyWords, unquote } from './speech.ts'

/** A point before it has an id and facts. */
export interface Draft {
  text: string
  weight: PointWeight
  lines: LineRange
}

/** A passage's points, and the headlines in it that nobody says. */
export interface Drafts {
  points: Draft[]
  headlines: string[]
}

interface Utterance {
  block: Block
  children: Utterance[]
}

const MANY_SIBLINGS = 6
const MIN_SAID_WORDS = 3
const MAX_DIVIDER_WORDS = 4
const ENDS_OPEN = /[:：]["”]?\s*$/
const DANGLING =
  /(?:\b(?:with|for|by|to|of|that|about|through|using|on|as|in|I|we|it|is|are|was|were|had|has|have|need(?:s|ed)?|require[sd]?|includ(?:es?|ed|ing)|cover(?:s|ed|ing)|following|means?|meant|mit|für|wie))\s*[:：]?$/i
const DIALOGUE = /^\s*(?:[A-Z][\w.]*(?:\s[A-Z][\w.]*)?|me)\s*:\s*["“]/
const NUMBERED = /^[\s✓✔]*\d{1,2}[.)]\s/
const OUTCOME = /^(?:results?|outcomes?|impact|ergebnis)\b[^:]{0,20}:.*\d/i

/** Turns the blocks of one part into points of a size that can be said; every word ends up in a point or a headline. */
export function draftPoints(blocks: readonly Block[], part: Part): Drafts {
  const drafts: Drafts = { points: [], headlines: [] }
  emitAll(nest(blocks), { part, detail: false, announced: false }, drafts)
  return drafts
}

function nest(blocks: readonly Block[]): Utterance[] {
  const roots: Utterance[] = []
  const open: Utterance[] = []
  for (const block of blocks) {
    while (open.length > 0 && open.at(-1)!.block.rank >= block.rank) open.pop()
    const utterance: Utterance = { block, children: [] }
    const parent = open.at(-1)
    if (parent) parent.children.push(utterance)
    else roots.push(utterance)
    if (holdsOthers(block)) open.push(utterance)
  }
  return roots
}

// Items after a finished sentence stand beside it; after "We agreed on:" they belong to it.
const holdsOthers = (block: Block) => block.kind === 'item' || isHeadline(block) || ENDS_OPEN.test(plain(block.text))

interface Place {
  part: Part
  /** Below a sentence that is said itself. */
  detail: boolean
  /** Below a headline, which says already what follows. */
  announced: boolean
}

function emitAll(siblings: readonly Utterance[], place: Place, drafts: Drafts): void {
  let leaves = drafts.points.length
  for (const utterance of siblings) {
    if (utterance.children.length === 0) {
      const before = drafts.points.length
      emitLeaf(utterance.block, place.detail, drafts)
      joinNeighbours(drafts.points, Math.max(leaves, before - 1))
      continue
    }
    if (isHeadline(utterance.block) || ENDS_OPEN.test(plain(utterance.block.text)))
      emitCaption(utterance, place, drafts)
    else emitHeadline(utterance, place, drafts)
    leaves = drafts.points.length
  }
}

function emitLeaf(block: Block, detail: boolean, drafts: Drafts): void {
  const text = unquote(block.text)
  if (!/[\p{L}\p{N}]/u.test(text)) return
  if (isHeadline(block) && countWords(text) < MIN_SAID_WORDS) {
    drafts.headlines.push(finishPoint(text))
    return
  }
  const aside = detail || (block.fenced && (block.rank > RANK.item || DIALOGUE.test(text)))
  for (const piece of splitForSpeaking(text)) pushPoint(drafts, piece, linesOf(block), aside && !OUTCOME.test(piece))
}

// A sentence with details below it: the sentence is said, the details may be.
function emitHeadline(utterance: Utterance, place: Place, drafts: Drafts): void {
  const details: Drafts = { points: [], headlines: drafts.headlines }
  emitAll(utterance.children, { ...place, detail: true }, details)
  const text = unquote(utterance.block.text)
  const short = countWords(text) < MIN_SAID_WORDS
  if (!short || !prefix(text, linesOf(utterance.block), place.detail, details))
    emitLeaf(utterance.block, place.detail, drafts)
  drafts.points.push(...details.points)
}

// Words that only announce what follows: said together with it, said alone, or not said at all.
function emitCaption(utterance: Utterance, place: Place, drafts: Drafts): void {
  const { block, children } = utterance
  const pieces = splitForSpeaking(unquote(block.text))
  const lead = pieces.pop() ?? ''
  for (const piece of pieces) pushPoint(drafts, piece, linesOf(block), place.detail)
  const whole = DANGLING.test(lead) ? sayWithAll(lead, children) : null
  if (whole) {
    pushPoint(drafts, whole, spanOf([block, ...children.map((child) => child.block)]), place.detail)
    return
  }
  const many = place.part !== 'result' && children.length > MANY_SIBLINGS
  const childDrafts: Drafts = { points: [], headlines: drafts.headlines }
  const announced = place.announced || isHeadline(block)
  emitAll(children, { ...place, detail: place.detail || many, announced }, childDrafts)
  const short = countWords(lead) < MIN_SAID_WORDS
  const numbered = block.ordinal !== null || NUMBERED.test(plain(block.text))
  if (short && numbered && prefix(lead, linesOf(block), place.detail, childDrafts)) {
    drafts.points.push(...childDrafts.points)
    return
  }
  // A short heading only divides a part; bold words in a line may be all that is said of a step.
  const divides = block.kind === 'heading' && !numbered && countWords(lead) <= MAX_DIVIDER_WORDS
  if (short || divides) drafts.headlines.push(finishPoint(lead))
  else {
    const saidBelow = childDrafts.points.some((point) => point.weight === 'normal')
    const aside = !isHeadline(block) && place.announced
    const sentence = !block.fenced && !isHeadline(block) && countWords(lead) > 5
    pushPoint(drafts, lead, linesOf(block), place.detail || aside || (saidBelow && !numbered && !sentence))
  }
  drafts.points.push(...childDrafts.points)
}

function sayWithAll(lead: string, children: readonly Utterance[]): string | null {
  if (children.some((child) => child.children.length > 0)) return null
  const parts = children.map((child) => tidyWords(child.block.text))
  const glue = parts.some((text) => text.includes(',')) ? '; ' : ', '
  const whole = `${lead} ${parts.join(glue)}`
  return countWords(whole) <= MAX_POINT_WORDS ? whole : null
}

function prefix(lead: string, lines: LineRange, detail: boolean, drafts: Drafts): boolean {
  const first = drafts.points[0]
  if (!first) return false
  const whole = `${finishPoint(lead)}: ${first.text}`
  if (countWords(whole) > MAX_POINT_WORDS) return false
  drafts.points[0] = {
    text: whole,
    lines: { from: lines.from, to: Math.max(lines.to, first.lines.to) },
    weight: detail ? 'optional' : 'normal',
  }
  return true
}

function pushPoint(drafts: Drafts, text: string, lines: LineRange, optional: boolean): void {
  const said = finishPoint(text)
  if (/[\p{L}\p{N}]/u.test(said)) drafts.points.push({ text: said, lines, weight: optional ? 'optional' : 'normal' })
}

/** Joins the newest point to the one before it: "After: …" to "Before: …", and scraps too short to stand alone. */
function joinNeighbours(points: Draft[], from: number): void {
  let kept = Math.max(from, 0)
  for (let i = kept + 1; i < points.length; i++) {
    const [last, point] = [points[kept]!, points[i]!]
    const pair = /^(?:before|vorher)\s*:/i.test(last.text) && /^(?:after|nachher)\s*:/i.test(point.text)
    const scrap = last.weight === point.weight && countWords(point.text) < MIN_SAID_WORDS
    if (!(pair || scrap) || countWords(last.text) + countWords(point.text) > MAX_POINT_WORDS) {
      points[++kept] = point
      continue
    }
    last.text = `${last.text}; ${point.text}`
    last.lines = { from: last.lines.from, to: Math.max(last.lines.to, point.lines.to) }
  }
  points.length = Math.min(points.length, kept + 1)
}
