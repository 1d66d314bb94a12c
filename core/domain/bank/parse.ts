import type { LineRange, Story } from '../story.ts'
import type { OtherText, ParsedBank, Problem } from './bank.ts'
import type { Block } from './blocks.ts'
import { type FoundStory, findStories } from './find-stories.ts'
import { readOutline } from './outline.ts'
import { readStory } from './read-story.ts'
import { readSource, type Source } from './source.ts'
import { findTarget } from './target.ts'
import { readThemes, type Themes } from './themes.ts'
import { cleanHeadline } from './titles.ts'
import { buildTree, type Node } from './tree.ts'

/** Understands a document as a bank; never throws, and every word of the text is found again in the answer. */
export function parseBank(text: string, options: { fallbackTitle: string }): ParsedBank {
  const source = readSource(text)
  const root = buildTree(readOutline(source))
  const { stories: found, templates } = findStories(root)
  const titleNode = findTitleNode(root, found)
  const named = source.frontMatter.get('title')
  const themes = readThemes(root, found, titleNode)
  const problems: Problem[] = templates.map(({ line, title }) => ({
    line,
    code: 'template-skipped',
    message: `“${title}” explains how to write a story, so it was not taken for one`,
  }))
  const stories = found.map((story, i) => numberStory(story, i + 1, themes, problems))
  const claimed = claimLines(source, [
    ...themes.claimed,
    ...found.flatMap(blocksOf),
    ...(titleNode?.head && !named ? [titleNode.head] : []),
  ])
  const other = leftOver(source, claimed)
  const target = findTarget(other.map((piece) => piece.text).join('\n'))
  if (stories.length === 0) problems.push(noStory)
  return {
    title: named || (titleNode?.head ? cleanHeadline(titleNode.head.text) : options.fallbackTitle),
    sections: themes.sections,
    questions: themes.questions,
    stories: stories.map((story) => ({ ...story, target: story.target ?? target })),
    other,
    problems: problems.sort((a, b) => a.line - b.line),
  }
}

const noStory: Problem = {
  line: 1,
  code: 'no-story',
  message:
    'No story was found. Starbeat looked for labelled parts (Situation, Task, Action, Result, also S/T/A/R, as headings, bold words, list items or table columns), for headlines such as “Story 1: …”, and for passages told in the first person.',
}

/** The headline that names the document: the first one, if it stands above everything or above no story. */
function findTitleNode(root: Node, stories: readonly FoundStory[]): Node | null {
  const first = root.children[0]
  if (first?.kind !== 'heading') return null
  const stems = (node: Node): Node => (node.parent?.head ? stems(node.parent) : node)
  const roots = new Set(stories.map((story) => stems(story.node)))
  const aboveAll = root.children.every((child) => child === first || child.depth > first.depth || !roots.has(child))
  const isStory = stories.some((story) => story.node === first)
  return !isStory && (aboveAll || !roots.has(first)) ? first : null
}

function numberStory(story: FoundStory, number: number, themes: Themes, problems: Problem[]): Story {
  const id = `story-${number}`
  const read = readStory(story)
  problems.push(...read.problems)
  const { sectionId, questionIds } = themes.placeOf(story.node)
  const asked = read.questions.map((question) => themes.addQuestion(question.text, sectionId))
  const lines = blocksOf(story)
  const range: LineRange = {
    from: lines.reduce((first, block) => Math.min(first, block.line), Number.MAX_SAFE_INTEGER),
    to: lines.reduce((last, block) => Math.max(last, block.lastLine), 1),
  }
  return {
    id,
    kind: story.kind,
    title: story.title,
    sectionId,
    questionIds: [...new Set([...questionIds, ...asked])],
    notes: read.notes,
    target: findTarget(read.notes.join('\n')),
    lines: range,
    points: read.points.map((point, i) => ({ id: `${id}-point-${i + 1}`, ...point })),
  }
}

function blocksOf(story: FoundStory): Block[] {
  const inNotes = story.notes.flatMap(function all(node: Node): Block[] {
    return [...(node.head ? [node.head] : []), ...node.blocks, ...node.children.flatMap(all)]
  })
  return [...(story.head ? [story.head] : []), ...story.blocks, ...inNotes]
}

function claimLines(source: Source, blocks: readonly Block[]): boolean[] {
  const claimed = new Array<boolean>(source.lines.length + 1).fill(false)
  for (const block of blocks) claimed.fill(true, block.line, block.lastLine + 1)
  return claimed
}

/** The source's text that nothing else took, in runs of lines; rules and bare fences say nothing. */
function leftOver(source: Source, claimed: readonly boolean[]): OtherText[] {
  const runs: OtherText[] = []
  let from = 0
  const close = (to: number) => {
    const lines = source.lines.slice(from - 1, to)
    while (lines.length > 0 && !/[\p{L}\p{N}]/u.test(lines.at(-1)!)) lines.pop()
    const text = lines.join('\n')
    const says = lines.some((line) => /[\p{L}\p{N}]/u.test(line) && !/^\s*(?:```|~~~)\s*\w*\s*$/.test(line))
    if (from > 0 && says) runs.push({ lines: { from, to: from + lines.length - 1 }, text })
    from = 0
  }
  source.lines.forEach((line, i) => {
    const number = i + 1
    if (claimed[number]) close(i)
    else if (from === 0 && /[\p{L}\p{N}]/u.test(line)) from = number
  })
  close(source.lines.length)
  return runs
}
