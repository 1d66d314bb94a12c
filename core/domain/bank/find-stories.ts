import type { StoryKind } from '../story.ts'
import type { Block } from './blocks.ts'
import { actsThenEnds, isAboutMe, tellsOfMe } from './first-person.ts'
import { countWords, plain } from './inline.ts'
import { isPart, labelOf } from './labels.ts'
import { turnsToReader } from './remarks.ts'
import { type Skeleton, skeletonOf } from './skeleton.ts'
import { looksLikeTemplate } from './template.ts'
import {
  asksForStory,
  asksSomething,
  cleanHeadline,
  namesStory,
  namesVersion,
  questionText,
  shortTitle,
  storyTitle,
  stripStoryPrefix,
} from './titles.ts'
import { allBlocks, type Node } from './tree.ts'

/** A story as it stands in the document: its headline, its blocks, and headlines below that belong to it as notes. */
export interface FoundStory {
  kind: StoryKind
  title: string
  node: Node
  head: Block | null
  blocks: Block[]
  notes: Node[]
  skeleton: Skeleton | null
}

/** The stories of a document, and the places where a template was passed over. */
export interface Found {
  stories: FoundStory[]
  templates: { line: number; title: string }[]
}

const NARRATIVE_WORDS = 25
const UNANNOUNCED_WORDS = 60
const BESIDE_WORDS = 35

/** Finds the stories in a document. */
export function findStories(root: Node): Found {
  const found: Found = { stories: [], templates: [] }
  visit(root, found)
  if (found.stories.length === 0) visitUnannounced(root, found)
  if (found.stories.length > 0) addUnlabelled(root, found)
  return found
}

function visit(node: Node, found: Found): void {
  if (node.kind === 'quick') {
    found.stories.push(quickStory(node))
    return
  }
  const own = skeletonOf(node.blocks)
  if (!own && node.named && node.head && tellsItself(node)) {
    const blocks = allBlocks(node)
    found.stories.push({
      kind: 'story',
      title: storyTitle(node.head.text),
      node,
      head: node.head,
      blocks,
      notes: [],
      skeleton: skeletonOf(blocks),
    })
    return
  }
  const before = found.stories.length
  if (own) found.stories.push(...readRuns(node, own, found))
  const mine = found.stories.at(-1)
  const hasOwn = found.stories.length > before
  const untold: Node[] = []
  for (const child of node.children) {
    const count = found.stories.length + found.templates.length
    visit(child, found)
    if (found.stories.length + found.templates.length > count) continue
    if (hasOwn && mine) mine.notes.push(child)
    else if (child.head && namesVersion(child.head.text)) untold.push(child)
  }
  attachVersions(node, untold, found.stories.slice(before))
}

/** A story in brief beside the story in full is a note of it; a second version with labels is a story named after it. */
function attachVersions(node: Node, untold: readonly Node[], stories: readonly FoundStory[]): void {
  const versions = stories.filter((story) => story.node.parent === node && namesVersion(story.head?.text ?? ''))
  versions[0]?.notes.push(...untold)
  for (const again of versions.slice(1)) {
    const version = cleanHeadline(again.head!.text).replace(/\s*\(.*$/, '')
    again.title = `${again.title} (${version.toLowerCase()})`
  }
}

// A numbered heading is a story unless it collects several below.
function tellsItself(node: Node): boolean {
  const below = (at: Node): number =>
    at.children.reduce((sum, child) => {
      const story = child.kind === 'story-title' || child.kind === 'quick' || namesStory(child.head?.text ?? '')
      return sum + (story || skeletonOf(child.blocks) ? 1 : 0) + below(child)
    }, 0)
  return below(node) < 2 && countWords(wordsOf(allBlocks(node))) >= NARRATIVE_WORDS
}

const wordsOf = (blocks: readonly Block[]) => blocks.map((block) => plain(block.text)).join(' ')

/** The stories directly below one headline; a second "Situation" begins the next one. */
function readRuns(node: Node, skeleton: Skeleton, found: Found): FoundStory[] {
  const starts = runStarts(node.blocks, skeleton)
  const runs = starts.map((start, i) => node.blocks.slice(i === 0 ? 0 : start, starts[i + 1]))
  return runs.flatMap((blocks, i) => {
    const own = skeletonOf(blocks)
    const told = own ? blocks.slice(0, endOf(blocks, own)) : blocks
    const announced = [node.head, blocks[0]].filter((block) => block !== null && block !== undefined)
    if (!own || looksLikeTemplate(node, blocks, own)) {
      found.templates.push({ line: (node.head ?? blocks[0]!).line, title: cleanHeadline(announced[0]?.text ?? '') })
      return []
    }
    const opening = i === 0 && !node.head ? openingLine(told, own) : null
    return [
      {
        kind: 'story' as const,
        title: opening ? storyTitle(opening.text) || cleanHeadline(opening.text) : titleOf(node, blocks, i),
        node,
        head: opening ?? (i === 0 ? node.head : null),
        blocks: opening ? told.filter((block) => block !== opening) : told,
        notes: [],
        skeleton: own,
      },
    ]
  })
}

/** In plain text the first short line is the title. */
function openingLine(blocks: readonly Block[], skeleton: Skeleton): Block | null {
  const [first] = blocks
  if (!first || first.kind === 'item' || skeleton.labels.has(first) || labelOf(first)) return null
  return countWords(plain(first.text)) <= 12 && !/[.!]$/.test(first.text) ? first : null
}

function runStarts(blocks: readonly Block[], skeleton: Skeleton): number[] {
  const starts: number[] = []
  let seen = new Set<string>()
  let first: string | null = null
  blocks.forEach((block, i) => {
    const role = skeleton.labels.get(block)?.role
    if (!role) return
    first ??= role
    if (starts.length === 0 || (role === first && seen.size >= 2)) {
      starts.push(i)
      seen = new Set()
    }
    seen.add(role)
  })
  return starts
}

// A rule alone ends nothing. But where rules stand between stories and not between parts, what follows
// the last part below a rule belongs to the document.
function endOf(blocks: readonly Block[], skeleton: Skeleton): number {
  const labelled = blocks.flatMap((block, i) => (skeleton.labels.has(block) ? [i] : []))
  const last = labelled.at(-1)!
  const rulesInside = labelled.slice(1).some((i) => blocks[i]!.afterRule)
  const end = blocks.findIndex(
    (block, i) => i > last && (turnsToReader(block) || (!rulesInside && block.afterRule && !block.fenced)),
  )
  return end < 0 ? blocks.length : end
}

function titleOf(node: Node, blocks: readonly Block[], run: number): string {
  const first = blocks.findIndex((block) => isPart(labelOf(block)?.role ?? 'other'))
  const opening = blocks.slice(0, Math.min(6, Math.max(0, first))).filter((block) => !block.fenced)
  const labelled = opening.map(labelOf).find((label) => label?.role === 'title' && label.rest)
  if (labelled) return cleanHeadline(labelled.rest)
  for (let at: Node | null = node; at?.head; at = at.parent) {
    // "Story 1" and "Story 2" below the document's title are told apart by their own headlines.
    if (at !== node && collects(at)) break
    const title = asksSomething(at.head.text) ? questionText(at.head.text) : storyTitle(at.head.text)
    if (title) return run === 0 ? title : `${title} (${run + 1})`
  }
  const own = node.head && cleanHeadline(node.head.text)
  if (own && node.parent?.head) return run === 0 ? own : `${own} (${run + 1})`
  const words = blocks.slice(0, 2).map((block) => labelOf(block)?.rest ?? block.text)
  return shortTitle(plain(words.join(' ')).trim())
}

/** Whether a headline has several headlines like it below. */
const collects = (node: Node): boolean =>
  node.parent?.kind === 'root' && node.children.filter((child) => child.kind === 'heading').length > 1

function quickStory(node: Node): FoundStory {
  const head = node.head!
  const skeleton = skeletonOf(node.blocks)
  const told = stripStoryPrefix(cleanHeadline(head.text))
  const text = skeleton ? node.blocks : [{ ...head, text: told }, ...node.blocks]
  return {
    kind: 'quick-answer',
    title: skeleton ? told.replace(/\.$/, '') : shortTitle(told),
    node,
    head,
    blocks: text,
    notes: node.children,
    skeleton,
  }
}

/** Without any label or announced story, whole passages told in the first person are taken for stories. */
function visitUnannounced(node: Node, found: Found): void {
  if (tellsOfMe(node.blocks, UNANNOUNCED_WORDS)) found.stories.push(narrative(node))
  for (const child of node.children) visitUnannounced(child, found)
}

/** Beside labelled stories a passage told in the first person is a story too, where their headlines or questions stand. */
function addUnlabelled(root: Node, found: Found): void {
  const told = new Set(found.stories.map((story) => story.node))
  const depths = new Set(found.stories.flatMap(({ node }) => (node.kind === 'heading' ? [node.depth] : [])))
  const noted = new Set(found.stories.flatMap((story) => story.notes))
  const stories: FoundStory[] = []
  const visitBeside = (node: Node): void => {
    if (told.has(node) || noted.has(node)) return
    if (isBeside(node, depths) && tellsOfMe(node.blocks, BESIDE_WORDS) && actsThenEnds(node.blocks))
      stories.push(narrative(node))
    for (const child of node.children) visitBeside(child)
  }
  visitBeside(root)
  if (stories.length === 0) return
  const line = (story: FoundStory) => (story.head ?? story.blocks[0]!).line
  found.stories = [...found.stories, ...stories].sort((a, b) => line(a) - line(b))
}

function isBeside(node: Node, depths: ReadonlySet<number>): boolean {
  if (!node.head || node.children.length > 0 || isAboutMe(node.head.text) || namesVersion(node.head.text)) return false
  const asked = asksForStory(node.head.text) && asksSomething(node.head.text)
  return node.kind === 'question' || (node.kind === 'heading' && (asked || depths.has(node.depth)))
}

function narrative(node: Node): FoundStory {
  const text = wordsOf(node.blocks.filter((block) => block.kind !== 'code'))
  const asked = node.head && asksSomething(node.head.text) ? questionText(node.head.text) : ''
  const title = asked || storyTitle(node.head?.text ?? '') || shortTitle(text)
  return { kind: 'story', title, node, head: node.head, blocks: node.blocks, notes: [], skeleton: null }
}
