import type { LineRange, Part } from '../story.ts'
import { type Block, linesOf, RANK } from './blocks.ts'
import { countWords, plain } from './inline.ts'
import { isHeadline, type Label, labelOf } from './labels.ts'
import { partOfHeadline, partOfSentence } from './narrative.ts'
import { isHint, isReminder } from './remarks.ts'
import { dressOf, type Skeleton } from './skeleton.ts'
import { asksSomething, cleanHeadline, questionText } from './titles.ts'

/** Neighbouring blocks of one part. `caption` holds the headline that opened them when it is not said. */
export interface Passage {
  part: Part
  /** Decided by position or by the words inside, not by a label or headline. */
  guessed: boolean
  line: number
  blocks: Block[]
}

/** Words that are kept beside a story. */
export interface Aside {
  text: string
  lines: LineRange
}

/** A story's blocks sorted into what is said and what is not. */
export interface SortedStory {
  passages: Passage[]
  notes: Aside[]
  questions: Aside[]
  /** Headlines that became parts and are not said themselves. */
  headlines: string[]
  /** Labels with nothing below them. */
  emptyParts: { part: Part; line: number }[]
}

interface Sorting extends SortedStory {
  skeleton: Skeleton | null
  current: Passage | null
  title: string
  /** What a headline opened that is not said, with its rank; null outside of it. */
  aside: { rank: number; kind: 'note' | 'question' } | null
}

/** Sorts a story's blocks into passages by its labels, else by its headlines, else by position. */
export function sortIntoParts(blocks: readonly Block[], skeleton: Skeleton | null, title: string): SortedStory {
  const story: Sorting = {
    passages: [],
    notes: [],
    questions: [],
    headlines: [],
    emptyParts: [],
    skeleton,
    current: null,
    title,
    aside: null,
  }
  blocks.forEach((block, i) => {
    const label = skeleton?.labels.get(block)
    if (label) openPart(story, block, label, nextSaid(blocks, i + 1))
    else if (isReminder(block.text) && block.kind !== 'code') remember(story, block, block.text)
    else if (!takeAside(story, block, blocks[i + 1]) && !takeLead(story, block)) takeBlock(story, blocks, i)
  })
  return story
}

function nextSaid(blocks: readonly Block[], from: number): Block | undefined {
  let next = from
  while (next < blocks.length && isReminder(blocks[next]!.text)) next++
  return blocks[next]
}

const remember = (story: Sorting, block: Block, text: string) =>
  story.notes.push({ text: plain(text), lines: linesOf(block) })

function open(story: Sorting, part: Part, line: number, guessed: boolean): Passage {
  const passage: Passage = { part, guessed, line, blocks: [] }
  story.passages.push(passage)
  story.current = passage
  story.aside = null
  return passage
}

function openPart(story: Sorting, block: Block, label: Label, next: Block | undefined): void {
  const passage = open(story, label.role as Part, block.line, false)
  if (label.extra) story.headlines.push(label.written)
  const reminds = isReminder(label.rest) || isHint(label.rest)
  if (reminds) remember(story, block, label.rest)
  if (plain(label.rest).trim() && !reminds) {
    const lowered = block.kind === 'heading' || block.rank < RANK.text
    passage.blocks.push({
      ...block,
      text: label.rest,
      kind: block.kind === 'item' ? 'item' : 'text',
      rank: lowered ? RANK.text : block.rank,
    })
  } else if (!next || story.skeleton?.labels.has(next)) {
    story.emptyParts.push({ part: passage.part, line: block.line })
  }
}

const isOwnTitle = (story: Sorting, text: string) => cleanHeadline(text) === story.title

/** Notes, questions and code, which are kept but not said; false when the block is something else. */
function takeAside(story: Sorting, block: Block, next: Block | undefined): boolean {
  if (block.kind === 'code') {
    if (/[\p{L}\p{N}]/u.test(block.text)) story.notes.push({ text: block.text, lines: linesOf(block) })
    return true
  }
  if (block.row && block.row.cells.length > 1 && block.row.cells.some((cell) => asksSomething(cell))) {
    story.notes.push({ text: plain(block.text), lines: linesOf(block) })
    return true
  }
  if (story.aside !== null && takeBelow(story, story.aside, block)) return true
  const label = block.fenced || block.said ? null : labelOf(block)
  if (!label || label.letter) return false
  const early = story.current === null || isHeadline(block)
  const asks = label.role === 'question' && early
  if (asks && plain(label.rest)) {
    for (const text of splitQuestions(label.rest)) story.questions.push({ text, lines: linesOf(block) })
    return true
  }
  if (label.role === 'title' && early && isOwnTitle(story, label.rest)) return true
  if (label.role !== 'note' && label.role !== 'question' && !(label.role === 'title' && early)) return false
  if (!asks && !isNote(story, block, label)) return false
  const heads = !plain(label.rest) || (next !== undefined && next.rank > block.rank && /[:：]$/.test(block.text))
  if (!asks) story.notes.push({ text: plain(label.rest) ? plain(block.text) : label.written, lines: linesOf(block) })
  story.aside = heads ? { rank: block.rank, kind: asks ? 'question' : 'note' } : null
  return true
}

/** What stands below the headline of a note or of questions; false when the aside is over. */
function takeBelow(story: Sorting, aside: NonNullable<Sorting['aside']>, block: Block): boolean {
  const below = block.rank > aside.rank || (block.kind === 'item' && aside.rank >= RANK.text && aside.rank < RANK.item)
  if (!below) {
    story.aside = null
    return false
  }
  if (aside.kind === 'note') story.notes.push({ text: plain(block.text), lines: linesOf(block) })
  else story.questions.push({ text: questionText(block.text), lines: linesOf(block) })
  return true
}

/** Words such as "Team" or "Date" are notes before the first part and in the dress of the parts; inside a part they are said. */
function isNote(story: Sorting, block: Block, label: Label): boolean {
  if (!story.current || !story.skeleton) return true
  if (story.skeleton.dresses.has(dressOf(block)) || isHeadline(block)) return true
  return label.canonical && block.rank <= RANK.item
}

/** Several questions in one line, each by itself. */
export const splitQuestions = (rest: string): string[] =>
  plain(rest)
    .split(/(?<=[?？]["”]?)\s*[;,/|·•]?\s+(?=["“]?\p{Lu})|(?<=[?？])(?=[^\s"”’')»）)])|\s*[;|•]\s+/u)
    .map(questionText)
    .filter(Boolean)

const LONG_LEAD = 20

/** What stands above the first label of a story whose situation is labelled: a question or a note, hardly ever said. */
function takeLead(story: Sorting, block: Block): boolean {
  if (story.current !== null || !story.skeleton) return false
  const text = plain(block.text)
  if (asksSomething(text)) {
    story.questions.push({ text: questionText(text), lines: linesOf(block) })
    return true
  }
  if (!story.skeleton.parts.has('situation')) return false
  const tells = isHeadline(block) || countWords(text) > LONG_LEAD || /\b(?:I|we|ich|wir)\b/i.test(text)
  if (!story.skeleton.strict && tells) return false
  if (!isOwnTitle(story, text)) story.notes.push({ text: cleanHeadline(text), lines: linesOf(block) })
  return true
}

function takeBlock(story: Sorting, blocks: readonly Block[], at: number): void {
  const block = blocks[at]!
  if (isHeadline(block)) {
    const inside = blocks.slice(at + 1, nextHeadline(blocks, at))
    const decided = story.skeleton?.strict ? null : decideHeadline(story, block, inside)
    if (decided) open(story, decided.part, block.line, decided.guessed)
    if (decided || inside.length === 0) {
      story.headlines.push(cleanHeadline(block.text))
      return
    }
  }
  story.current ??= open(story, 'situation', block.line, true)
  story.current.blocks.push(block)
}

function nextHeadline(blocks: readonly Block[], at: number): number {
  let next = at + 1
  while (next < blocks.length && !isHeadline(blocks[next]!)) next++
  return next
}

const PHASE = /^(?:\d{1,2}[.)]\s|(?:week|month|day|phase|step|stage|year|quarter|q\d|part|woche|monat|schritt)\b)/i

/** The part that a headline without a known label opens; null when it only divides the part it stands in. */
function decideHeadline(
  story: Sorting,
  block: Block,
  inside: readonly Block[],
): { part: Part; guessed: boolean } | null {
  const text = cleanHeadline(block.text)
  const announced = partOfHeadline(text)
  const current = story.current?.part ?? null
  if (current && PHASE.test(text)) {
    if (/^\d/.test(text) || announced === current) return null
    const believed = announced ?? believedPart(inside)
    return believed && believed !== current ? { part: believed, guessed: announced === null } : null
  }
  if (announced) return { part: announced, guessed: false }
  if (inside.length === 0) return null
  return { part: believedPart(inside) ?? current ?? 'situation', guessed: true }
}

/** The part that most of a passage's leads and sentences speak for. */
function believedPart(blocks: readonly Block[]): Part | null {
  const votes = new Map<Part, number>()
  for (const block of blocks.filter((b) => b.kind !== 'code')) {
    const text = plain(block.text)
    const lead = /^([^:]{3,40}):/.exec(text)?.[1]
    const part = (lead && partOfHeadline(lead)) || partOfSentence(text)
    if (part) votes.set(part, (votes.get(part) ?? 0) + 1)
  }
  const [best, second] = [...votes.entries()].sort((a, b) => b[1] - a[1])
  if (!best || best[1] < 2 || best[1] === second?.[1]) return null
  return best[0]
}
