import type { Part, PointWeight } from '../story.ts'
import { type Block, RANK } from './blocks.ts'
import { countWords, plain } from './inline.ts'
import { isHeadline } from './labels.ts'
import { joinShort, MAX_POINT_WORDS, splitForSpeaking } from './sentences.ts'
import { finishPoint, unquote } from './speech.ts'

/** A point before it has an id and facts. */
export interface Draft {
  text: string
  weight: PointWeight
  line: number
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
const ENDS_OPEN = /[:：]["”]?\s*$/
const DANGLING =
  /(?:\b(?:with|for|by|to|of|that|about|through|using|on|as|in|I|we|it|is|are|was|were|had|has|have|need(?:s|ed)?|require[sd]?|includ(?:es?|ed|ing)|cover(?:s|ed|ing)|following|means?|meant|mit|für|wie))\s*[:：]?$/i
const DIALOGUE = /^\s*(?:[A-Z][\w.]*(?:\s[A-Z][\w.]*)?|me)\s*:\s*["“]/
const OUTCOME = /^(?:results?|outcomes?|impact|ergebnis)\b[^:]{0,20}:.*\d/i

/** Turns the blocks of one part into points of a size that can be said; every word ends up in a point or a headline. */
export function draftPoints(blocks: readonly Block[], part: Part): Drafts {
  const drafts: Drafts = { points: [], headlines: [] }
  emitAll(nest(blocks), part, false, drafts)
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

function emitAll(siblings: readonly Utterance[], part: Part, detail: boolean, drafts: Drafts): void {
  const start = drafts.points.length
  for (const utterance of siblings) {
    if (utterance.children.length === 0) emitLeaf(utterance.block, detail, drafts)
    else if (isHeadline(utterance.block) || ENDS_OPEN.test(plain(utterance.block.text))) emitCaption(utterance, part, detail, drafts)
    else emitHeadline(utterance, part, detail, drafts)
  }
  const mine = drafts.points.splice(start)
  drafts.points.push(...joinNeighbours(mine))
}

function emitLeaf(block: Block, detail: boolean, drafts: Drafts): void {
  const text = unquote(block.text)
  if (!/[\p{L}\p{N}]/u.test(text)) return
  if (isHeadline(block) && countWords(text) < MIN_SAID_WORDS) {
    drafts.headlines.push(finishPoint(text))
    return
  }
  const aside = detail || (block.fenced && (block.rank > RANK.item || DIALOGUE.test(text)))
  for (const piece of splitForSpeaking(text)) pushPoint(drafts, piece, block.line, aside && !OUTCOME.test(piece))
}

// A sentence with details below it: the sentence is said, the details may be.
function emitHeadline(utterance: Utterance, part: Part, detail: boolean, drafts: Drafts): void {
  emitLeaf(utterance.block, detail, drafts)
  emitAll(utterance.children, part, true, drafts)
}

// Words that only announce what follows: said together with it, said alone, or not said at all.
function emitCaption(utterance: Utterance, part: Part, detail: boolean, drafts: Drafts): void {
  const { block, children } = utterance
  const pieces = splitForSpeaking(unquote(block.text))
  const lead = pieces.pop() ?? ''
  for (const piece of pieces) pushPoint(drafts, piece, block.line, detail)
  const whole = DANGLING.test(lead) ? sayWithAll(lead, children) : null
  if (whole) {
    pushPoint(drafts, whole, block.line, detail)
    return
  }
  const many = part !== 'result' && children.length > MANY_SIBLINGS
  const childDrafts: Drafts = { points: [], headlines: drafts.headlines }
  emitAll(children, part, detail || many, childDrafts)
  const short = countWords(lead) < MIN_SAID_WORDS
  if (short && (block.ordinal !== null || /^\d/.test(unquote(block.text))) && prefix(lead, childDrafts)) {
    drafts.points.push(...childDrafts.points)
    return
  }
  if (short) drafts.headlines.push(finishPoint(lead))
  else pushPoint(drafts, lead, block.line, detail || childDrafts.points.some((point) => point.weight === 'normal'))
  drafts.points.push(...childDrafts.points)
}

function sayWithAll(lead: string, children: readonly Utterance[]): string | null {
  if (children.some((child) => child.children.length > 0)) return null
  const parts = children.map((child) => finishPoint(unquote(child.block.text)).replace(/\.$/, ''))
  const glue = parts.some((text) => text.includes(',')) ? '; ' : ', '
  const whole = `${lead} ${parts.join(glue)}`
  return countWords(whole) <= MAX_POINT_WORDS ? whole : null
}

function prefix(lead: string, drafts: Drafts): boolean {
  const first = drafts.points[0]
  if (!first) return false
  const whole = `${finishPoint(lead)}: ${first.text}`
  if (countWords(whole) > MAX_POINT_WORDS) return false
  first.text = whole
  return true
}

function pushPoint(drafts: Drafts, text: string, line: number, optional: boolean): void {
  const said = finishPoint(text)
  if (/[\p{L}\p{N}]/u.test(said)) drafts.points.push({ text: said, line, weight: optional ? 'optional' : 'normal' })
}

/** Joins "Before: …" with "After: …", and scraps too short to be a point with the point before them. */
function joinNeighbours(points: readonly Draft[]): Draft[] {
  const joined: Draft[] = []
  for (const point of points) {
    const last = joined.at(-1)
    const pair = last && /^(?:before|vorher)\s*:|: before:/i.test(last.text) && /^(?:after|nachher)\s*:/i.test(point.text)
    const scrap = last && last.weight === point.weight && countWords(point.text) < MIN_SAID_WORDS
    const fits = last && countWords(last.text) + countWords(point.text) <= MAX_POINT_WORDS
    if (last && fits && (pair || scrap)) last.text = joinShort([last.text, point.text], ';').join('; ')
    else joined.push({ ...point })
  }
  return joined
}
