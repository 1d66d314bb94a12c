import { finish, type Steps, within } from '../steps.ts'
import type { OtherText, ParsedBank, ParsedStory, Problem } from './bank.ts'
import { type Block, linesOf, spanOf } from './blocks.ts'
import { isCanonical, readCanonical } from './canonical-read.ts'
import { complaintsOf, noStory } from './complaints.ts'
import { readCsv } from './csv.ts'
import { type FoundStory, findStories } from './find-stories.ts'
import type { Format } from './format.ts'
import { countWords, markInline, plain } from './inline.ts'
import { leftOver } from './left-over.ts'
import { readMappings } from './mapping.ts'
import { outlineSteps } from './outline.ts'
import { byLine } from './pieces.ts'
import { readStory } from './read-story.ts'
import { readSource, type Source } from './source.ts'
import { readTable } from './tables.ts'
import { findTarget, splitTitle } from './target.ts'
import { readThemes, type Themes } from './themes.ts'
import { cleanHeadline } from './titles.ts'
import { allBlocks, buildTree, type Node } from './tree.ts'

export interface ParseOptions {
  /** The bank's title when the document names itself nowhere. */
  fallbackTitle: string
  format?: Format
}

/** Understands a document as a bank; never throws, and every word of the text is found again in the answer. */
export const parseBank = (text: string, options: ParseOptions): ParsedBank => finish(parseSteps(text, options))

// The outline takes about as long as everything after it.
const OUTLINE_SHARE = 0.4

/** The same as {@link parseBank} in steps of a few milliseconds. */
export function* parseSteps(text: string, { fallbackTitle, format = 'markdown' }: ParseOptions): Steps<ParsedBank> {
  const source = readSource(text, format)
  if (isCanonical(source.frontMatter)) return readCanonical(source.lines, source.frontMatter, { fallbackTitle })
  const root = buildTree(
    format === 'csv' ? readTable(readCsv(text)) : yield* within(outlineSteps(source), 0, OUTLINE_SHARE),
  )
  const { stories: found, templates } = findStories(root)
  const titleNode = findTitleNode(root, found)
  const named = source.frontMatter.values.get('title')
  const themes = readThemes(root, found, titleNode)
  const problems: Problem[] = templates.map(({ line, title }) => ({
    line,
    code: 'template-skipped',
    message: `“${title}” explains how to write a story, so it was not taken for one`,
  }))
  const stories: ParsedStory[] = []
  for (const [i, story] of found.entries()) {
    stories.push(numberStory(story, i + 1, themes, problems))
    yield OUTLINE_SHARE + (1 - OUTLINE_SHARE) * (stories.length / found.length)
  }
  const claimed = [
    ...themes.claimed,
    ...found.flatMap(blocksOf),
    ...(titleNode?.head && !named ? [titleNode.head] : []),
  ]
  const outside = blocksOutside(root, claimed)
  const other = withHidden(leftOver(source.lines, claimed.map(linesOf)), outside, claimed, source)
  const answering = themes.answering(
    readMappings(
      outside,
      stories.map((story) => story.title),
    ),
  )
  const target = findTarget(other.map((piece) => piece.text).join('\n'))
  if (stories.length === 0) problems.push(noStory)
  return {
    title: named || headTitle(titleNode ?? soleTitle(root)) || firstLine(source, other) || fallbackTitle,
    sections: themes.sections,
    questions: byLine(themes.questions),
    stories: stories.map((story, i) => ({
      ...story,
      questionIds: [...new Set([...answering(i), ...story.questionIds])],
      target: story.target ?? target,
    })),
    other,
    problems: [...problems, ...complaintsOf(stories)].sort((a, b) => a.line - b.line),
    exact: false,
  }
}

const MAX_TITLE_WORDS = 10

/** In a text without headings a short line that stands alone above everything is the title; it stays in the other text. */
function firstLine({ lines, frontMatter }: Source, other: readonly OtherText[]): string | null {
  if (frontMatter.length > 0) return null
  const at = lines.findIndex((line) => /[\p{L}\p{N}]/u.test(line))
  const title = cleanHeadline(markInline(lines[at] ?? ''))
  const alone = other[0]?.lines.from === at + 1 && !lines[at + 1]?.trim().match(/^[^=~*_-]/)
  const short = title !== '' && countWords(title) <= MAX_TITLE_WORDS && !/[.!?,;:…]$/.test(title)
  return alone && short && !/^[-*+>|<{[]|^\d+[.)]/.test(lines[at]!.trim()) ? title : null
}

function blocksOutside(root: Node, claimed: readonly Block[]): Block[] {
  const inside = new Set(claimed)
  return allBlocks(root).filter((block) => !inside.has(block))
}

/** What stands on the lines of a story without belonging to it is left over too, as text between the cells of a table. */
function withHidden(
  other: OtherText[],
  outside: readonly Block[],
  claimed: readonly Block[],
  source: Source,
): OtherText[] {
  const lines = new Set(
    claimed.flatMap(({ line, lastLine }) => Array.from({ length: lastLine - line + 1 }, (_, i) => line + i)),
  )
  const known = new Map<string, ReadonlySet<string>>()
  const wordsAt = (line: number, lastLine: number) => {
    const words = known.get(`${line}-${lastLine}`) ?? wordSet(source.lines.slice(line - 1, lastLine).join(' '))
    known.set(`${line}-${lastLine}`, words)
    return words
  }
  const hidden = outside.filter(({ line, lastLine, text }) => {
    for (let at = line; at <= lastLine; at++) if (lines.has(at)) return /[\p{L}\p{N}]/u.test(text)
    // Text that a broken table moves before itself stands on other lines than it was written on.
    return source.spans !== null && !stands(text, wordsAt(line, lastLine))
  })
  if (hidden.length === 0) return other
  const found = hidden.map((block) => ({ id: '', lines: linesOf(block), text: plain(block.text) }))
  return byLine([...other, ...found]).map((piece, i) => ({ ...piece, id: `other-${i + 1}` }))
}

const wordSet = (text: string): ReadonlySet<string> => new Set(text.match(/[\p{L}\p{N}]+/gu))

function stands(text: string, known: ReadonlySet<string>): boolean {
  return (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => known.has(word))
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

/** The headline above a document that is one story alone; it names both. */
function soleTitle({ children: [only, ...others], blocks }: Node): Node | null {
  return only?.kind === 'heading' && only.depth === 1 && others.length === 0 && blocks.length === 0 ? only : null
}

const headTitle = (node: Node | null): string => (node?.head ? cleanHeadline(node.head.text) : '')

function numberStory(story: FoundStory, number: number, themes: Themes, problems: Problem[]): ParsedStory {
  const id = `story-${number}`
  const read = readStory(story)
  problems.push(...read.problems)
  const { sectionId, questionIds } = themes.placeOf(story.node)
  const { title, hint, target } = splitTitle(story.title)
  const length = hint ? [{ text: `Length: ${hint}`, lines: spanOf(blocksOf(story).slice(0, 1)) }] : []
  const asked = read.questions.map((question) => themes.addQuestion(question.text, sectionId, question.lines))
  return {
    id,
    kind: story.kind,
    title,
    sectionId,
    questionIds: [...new Set([...questionIds, ...asked])],
    notes: [...length, ...read.notes].map((note, i) => ({ id: `${id}-note-${i + 1}`, ...note })),
    target: target ?? findTarget(read.notes.map((note) => note.text).join('\n')),
    lines: spanOf(blocksOf(story)),
    points: read.points.map((point, i) => ({ id: `${id}-point-${i + 1}`, ...point })),
  }
}

function blocksOf(story: FoundStory): Block[] {
  const inNotes = story.notes.flatMap(function all(node: Node): Block[] {
    return [...(node.head ? [node.head] : []), ...node.blocks, ...node.children.flatMap(all)]
  })
  return [...(story.head ? [story.head] : []), ...story.blocks, ...inNotes]
}
