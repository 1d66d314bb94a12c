import type { LineRange } from '../story.ts'
import type { ParsedQuestion, ParsedSection } from './bank.ts'
import { type Block, linesOf, spanOf } from './blocks.ts'
import type { FoundStory } from './find-stories.ts'
import { countWords, plain } from './inline.ts'
import { labelOf } from './labels.ts'
import type { Mapping } from './mapping.ts'
import { splitQuestions } from './parts.ts'
import { unquote } from './speech.ts'
import {
  asksForStory,
  asksSomething,
  declaresTopic,
  isCollection,
  namesStory,
  questionText,
  sectionTitle,
  storyTitle,
} from './titles.ts'
import { allBlocks, type Node } from './tree.ts'

const MAX_DEFINITION_WORDS = 150

/** Sections and questions of a document, and which of them each story belongs to. */
export interface Themes {
  sections: ParsedSection[]
  questions: ParsedQuestion[]
  placeOf(node: Node): { sectionId: string | null; questionIds: string[] }
  addQuestion(text: string, sectionId: string | null, lines: LineRange): string
  /** Adds the questions of some mappings; the answer says which of them a story answers, by its index. */
  answering(mappings: readonly Mapping[]): (story: number) => string[]
  /** Blocks that became a headline, question or definition. */
  claimed: Block[]
}

/** Reads sections and questions off the headlines above the stories. `titleNode` is the document's own title. */
export function readThemes(root: Node, stories: readonly FoundStory[], titleNode: Node | null): Themes {
  const sections: ParsedSection[] = []
  const questions: ParsedQuestion[] = []
  const claimed: Block[] = []
  const told = new Set(stories.map((story) => story.node))
  const sectionOf = new Map<Node, string>()
  const questionOf = new Map<Node, string>()
  const questionIds = new Map<string, string>()

  const addSection = (node: Node): string => {
    const known = sectionOf.get(node)
    if (known) return known
    const id = `section-${sections.length + 1}`
    const definition = readDefinition(node)
    const blocks = [node.head!, ...(definition?.blocks ?? [])]
    sections.push({
      id,
      title: sectionTitle(node.head!.text),
      definition: definition?.text ?? null,
      lines: spanOf(blocks),
    })
    claimed.push(...blocks)
    sectionOf.set(node, id)
    for (const block of node.blocks) {
      const asked = questionsIn(block)
      if (!asked || told.has(node)) continue
      for (const text of asked) addQuestion(text, id, linesOf(block))
      claimed.push(block)
    }
    return id
  }
  const addQuestion = (text: string, sectionId: string | null, lines: LineRange): string => {
    const key = `${sectionId} ${text.toLowerCase()}`
    const known = questionIds.get(key)
    if (known) return known
    const id = `question-${questions.length + 1}`
    questions.push({ id, text, sectionId, lines })
    questionIds.set(key, id)
    return id
  }
  const named = new Map<string, string>()
  const addNamed = (title: string, lines: LineRange): string => {
    const known = named.get(title.toLowerCase()) ?? sections.find((section) => section.title === title)?.id
    if (known) return known
    const id = `section-${sections.length + 1}`
    sections.push({ id, title, definition: null, lines })
    named.set(title.toLowerCase(), id)
    return id
  }
  const placeOf = (node: Node) => {
    const { section, asked } = rolesAbove(node, titleNode)
    const told = node.head?.opens?.section
    const sectionId = told ? addNamed(told, linesOf(node.head!)) : section ? addSection(section) : null
    const ids = asked.map((above) => {
      const id = questionOf.get(above) ?? addQuestion(questionText(above.head!.text), sectionId, linesOf(above.head!))
      if (!questionOf.has(above)) claimed.push(above.head!)
      questionOf.set(above, id)
      return id
    })
    return { sectionId, questionIds: ids }
  }

  const answering = (mappings: readonly Mapping[]) => {
    const asked = mappings.map(({ question, stories: by, lines }) => {
      const same = questions.find(({ text }) => text.toLowerCase() === question.toLowerCase())
      return { by: new Set(by), id: same?.id ?? addQuestion(question, null, lines) }
    })
    return (story: number) => asked.filter(({ by }) => by.has(story)).map(({ id }) => id)
  }

  const places = new Set(stories.map((story) => rolesAbove(story.node, titleNode).section))
  const inhabited = nodesAbove(stories)
  for (const node of topicNodes(root, stories)) {
    const defined = !inhabited.has(node) && readDefinition(node)?.announced && !asksSomething(node.head!.text)
    if (places.has(node) || defined) addSection(node)
  }
  if (stories.length === 0) {
    for (const block of allBlocks(root).filter((each) => each.kind !== 'code' && asksForStory(each.text))) {
      addQuestion(questionText(block.text), null, linesOf(block))
      claimed.push(block)
    }
  }
  return { sections, questions, placeOf, addQuestion, answering, claimed }
}

function nodesAbove(stories: readonly FoundStory[]): Set<Node> {
  const above = new Set<Node>()
  for (const story of stories) {
    for (let at: Node | null = story.node.parent; at && !above.has(at); at = at.parent) above.add(at)
  }
  return above
}

/** Headings in reading order that could be sections. */
function topicNodes(root: Node, stories: readonly FoundStory[]): Node[] {
  const told = new Set(stories.map((story) => story.node))
  const visit = (node: Node): Node[] =>
    node.children.flatMap((child) =>
      (child.kind !== 'heading' && child.kind !== 'topic') || told.has(child) ? [] : [child, ...visit(child)],
    )
  return visit(root)
}

function rolesAbove(node: Node, titleNode: Node | null): { section: Node | null; asked: Node[] } {
  const above: Node[] = []
  for (let at: Node | null = node; at?.head; at = at.parent) above.unshift(at)
  const own = asksSomething(node.head?.text ?? '') && node.kind !== 'quick'
  const chain = above.filter((at) => at !== titleNode && (at !== node || own))
  const asked = chain.filter((at) => asksSomething(at.head!.text))
  const topics = chain.filter((at) => !asked.includes(at) && !isCollection(at.head!.text) && isTopic(at))
  const declared = topics.findLast((at) => declaresTopic(at.head!.text))
  // A story with a heading of its own stands in the nearest topic; others are told in reply to it, below a competency.
  if (node.kind === 'heading') return { section: declared ?? topics.at(-1) ?? null, asked }
  const section = declared ?? topics[0] ?? null
  return { section, asked: [...topics.slice(topics.indexOf(section!) + 1), ...asked] }
}

const isTopic = (node: Node) =>
  (node.kind === 'heading' || node.kind === 'topic') &&
  !namesStory(node.head!.text) &&
  storyTitle(node.head!.text) !== ''

interface Definition {
  text: string
  blocks: Block[]
  /** Said to be a definition, rather than merely standing under the headline. */
  announced: boolean
}

function readDefinition(section: Node): Definition | null {
  for (const child of section.children) {
    if (child.head && labelOf(child.head)?.role === 'definition') {
      const inside = allBlocks(child)
      return { text: sayAll(inside), blocks: [child.head, ...inside], announced: true }
    }
  }
  const blocks = section.blocks.filter((block) => !questionsIn(block))
  const at = blocks.findIndex((block) => labelOf(block)?.role === 'definition')
  if (at >= 0) return labelledDefinition(blocks, at)
  const text = sayAll(blocks)
  const usable = blocks.length > 0 && blocks.every((block) => block.kind === 'text' || block.kind === 'item')
  if (!usable || countWords(text) > MAX_DEFINITION_WORDS || blocks.some((block) => labelOf(block))) return null
  return { text, blocks, announced: false }
}

/** What a label calls the definition, and the paragraphs above it. */
function labelledDefinition(blocks: readonly Block[], at: number): Definition | null {
  const labelled = blocks[at]!
  const above = blocks.slice(0, at).every((block) => block.kind === 'text' && !labelOf(block))
    ? blocks.slice(0, at)
    : []
  const { rest } = labelOf(labelled)!
  const below = plain(rest) ? [] : blocks.slice(at + 1)
  const said = [...above.map((block) => unquote(block.text)), ...(plain(rest) ? [unquote(rest)] : []), sayAll(below)]
  const text = said.filter(Boolean).join('\n')
  return text ? { text, blocks: [...above, labelled, ...below], announced: true } : null
}

/** The questions that a labelled line below a section's headline names, as in "Typical question: …"; null when it names none. */
function questionsIn(block: Block): string[] | null {
  const label = labelOf(block)
  const asked = label?.role === 'question' && !label.letter ? splitQuestions(label.rest) : []
  return asked.length > 0 ? asked : null
}

const sayAll = (blocks: readonly Block[]) => blocks.map((block) => unquote(block.text)).join('\n')
