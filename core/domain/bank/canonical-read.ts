import { findFacts } from '../facts/facts.ts'
import type { LineRange, Part, TargetBand } from '../story.ts'
import type { ParsedBank, ParsedQuestion, ParsedSection, ParsedStory } from './bank.ts'
import {
  CANONICAL_MARK,
  NO_SECTION,
  NOTES_HEADING,
  PART_HEADINGS,
  QUESTIONS_LABEL,
  splitRemark,
  unescapeText,
} from './canonical-text.ts'
import { complaintsOf, noStory } from './complaints.ts'
import type { FrontMatter } from './front-matter.ts'
import { leftOver } from './left-over.ts'

/** Whether a document says that it is in Starbeat's own form. */
export const isCanonical = (frontMatter: FrontMatter): boolean =>
  frontMatter.values.get(CANONICAL_MARK.key) === CANONICAL_MARK.version

/** What the items that follow a heading are. */
type Place = 'nothing' | 'questions' | 'story' | 'notes' | Part

interface Reading {
  title: string | null
  sections: ParsedSection[]
  questions: ParsedQuestion[]
  stories: ParsedStory[]
  section: ParsedSection | null
  place: Place
  claimed: LineRange[]
  /** Questions that stories name; their list may stand further down. */
  asked: { story: ParsedStory; text: string; index: number | undefined; lines: LineRange }[]
}

/** One item or line of the form, its further lines included. */
interface Entry {
  kind: 'heading' | 'quote' | 'item' | 'line'
  depth: number
  text: string
  lines: LineRange
}

/** Reads a document in Starbeat's own form: each item is one point as it stands, nothing is split or guessed. */
export function readCanonical(
  lines: readonly string[],
  frontMatter: FrontMatter,
  options: { fallbackTitle: string },
): ParsedBank {
  const reading: Reading = {
    title: null,
    sections: [],
    questions: [],
    stories: [],
    section: null,
    place: 'nothing',
    claimed: [{ from: 1, to: frontMatter.length }],
    asked: [],
  }
  for (const entry of entriesOf(lines, frontMatter.length)) {
    if (take(reading, entry)) reading.claimed.push(entry.lines)
  }
  linkQuestions(reading)
  const { title, sections, questions, stories } = reading
  return {
    title: title ?? options.fallbackTitle,
    sections,
    questions,
    stories,
    other: leftOver(lines, reading.claimed),
    problems: [...complaintsOf(stories), ...(stories.length === 0 ? [noStory] : [])],
    exact: true,
  }
}

function* entriesOf(lines: readonly string[], start: number): Generator<Entry> {
  for (let i = start; i < lines.length; i++) {
    const from = i + 1
    const line = lines[i]!
    const heading = /^(#{1,4}) (.*)$/.exec(line)
    if (heading) {
      yield { kind: 'heading', depth: heading[1]!.length, text: heading[2]!, lines: { from, to: from } }
    } else if (/^> ?/.test(line)) {
      const texts = [line.replace(/^> ?/, '')]
      while (/^> ?/.test(lines[i + 1] ?? '')) texts.push(lines[++i]!.replace(/^> ?/, ''))
      yield { kind: 'quote', depth: 0, text: texts.join('\n'), lines: { from, to: i + 1 } }
    } else if (/^[-*] /.test(line)) {
      const texts = [line.slice(2)]
      for (let more = furtherLines(lines, i); more > 0; more--) texts.push(lines[++i]!.slice(2))
      yield { kind: 'item', depth: 0, text: texts.join('\n'), lines: { from, to: i + 1 } }
    } else if (line.trim()) {
      yield { kind: 'line', depth: 0, text: line.trim(), lines: { from, to: from } }
    }
  }
}

/** How many lines after the item on line `at` (0-based) belong to it: indented ones, and blank ones between those. */
function furtherLines(lines: readonly string[], at: number): number {
  let last = at
  for (let i = at + 1; i < lines.length; i++) {
    if (/^ {2}/.test(lines[i]!) && lines[i]!.trim()) last = i
    else if (lines[i]!.trim()) break
  }
  return last - at
}

/** Puts an entry in its place; false when the form has none for it. */
function take(reading: Reading, entry: Entry): boolean {
  if (entry.kind === 'heading') return takeHeading(reading, entry)
  if (entry.kind === 'line' && entry.text === QUESTIONS_LABEL) {
    reading.place = 'questions'
    return true
  }
  if (entry.kind === 'quote') return define(reading, entry)
  const story = reading.stories.at(-1)
  switch (reading.place) {
    case 'nothing':
      return false
    case 'questions':
      if (entry.kind === 'item') ask(reading, unescapeText(entry.text), reading.section?.id ?? null, entry.lines)
      return entry.kind === 'item'
    case 'story':
      return entry.kind === 'item' && takeHeader(reading, story!, entry)
    case 'notes':
      story!.notes.push({
        id: `${story!.id}-note-${story!.notes.length + 1}`,
        text: unescapeText(entry.text),
        lines: entry.lines,
      })
      break
    default:
      addPoint(story!, reading.place, entry)
  }
  story!.lines = { from: story!.lines.from, to: entry.lines.to }
  return true
}

function takeHeading(reading: Reading, { depth, text: marked, lines }: Entry): boolean {
  const { text, remark } = splitRemark(marked)
  const title = unescapeText(text)
  if (depth === 1) {
    if (reading.title !== null) return false
    reading.title = title
  } else if (depth === 2) {
    reading.place = 'nothing'
    reading.section = openSection(reading, title, remark.index, lines)
  } else if (depth === 3) {
    reading.place = 'story'
    reading.stories.push({
      id: `story-${reading.stories.length + 1}`,
      kind: remark.kind ?? 'story',
      title,
      sectionId: reading.section?.id ?? null,
      questionIds: [],
      notes: [],
      target: null,
      lines,
      points: [],
    })
  } else {
    const named = title.trim().toLowerCase()
    const part = (Object.keys(PART_HEADINGS) as Part[]).find((each) => PART_HEADINGS[each].toLowerCase() === named)
    const place = named === NOTES_HEADING.toLowerCase() ? 'notes' : part
    if (!place || reading.stories.length === 0) return false
    reading.place = place
  }
  return true
}

function openSection(
  reading: Reading,
  title: string,
  index: number | undefined,
  lines: LineRange,
): ParsedSection | null {
  if (title === NO_SECTION && index === undefined) return null
  const known = index === undefined ? undefined : reading.sections[index - 1]
  if (known) return known
  const section = { id: `section-${reading.sections.length + 1}`, title, definition: null, lines }
  reading.sections.push(section)
  return section
}

function define({ section, place }: Reading, { text, lines }: Entry): boolean {
  if (!section || place !== 'nothing' || section.definition !== null) return false
  section.definition = text
  section.lines = { from: section.lines.from, to: lines.to }
  return true
}

function ask({ questions }: Reading, text: string, sectionId: string | null, lines: LineRange): ParsedQuestion {
  const question = { id: `question-${questions.length + 1}`, text, sectionId, lines }
  questions.push(question)
  return question
}

const TARGET = /^([\d.]+)–([\d.]+) seconds$/

/** The items right below a story's title: the questions it answers and how long it takes. */
function takeHeader(reading: Reading, story: ParsedStory, { text, lines }: Entry): boolean {
  const [, key, value = ''] = /^\*\*(Question|Target):\*\* (.*)$/s.exec(text) ?? []
  if (key === 'Question') {
    const { text: asked, remark } = splitRemark(value)
    reading.asked.push({ story, text: unescapeText(asked), index: remark.index, lines })
    return true
  }
  const target = key === 'Target' ? readTarget(value) : null
  if (target) story.target = target
  return target !== null
}

function linkQuestions(reading: Reading): void {
  const first = new Map<string, ParsedQuestion>()
  for (const question of reading.questions) if (!first.has(question.text)) first.set(question.text, question)
  for (const { story, text, index, lines } of reading.asked) {
    const named = reading.questions[(index ?? 0) - 1]
    const same = named?.text === text ? named : first.get(text)
    const { id } = same ?? ask(reading, text, story.sectionId, lines)
    if (!same) first.set(text, reading.questions.at(-1)!)
    story.questionIds.push(id)
  }
}

function readTarget(text: string): TargetBand | null {
  const [, from, to] = TARGET.exec(text) ?? []
  return from && to ? { minMs: Math.round(Number(from) * 1000), maxMs: Math.round(Number(to) * 1000) } : null
}

function addPoint(story: ParsedStory, part: Part, entry: Entry): void {
  const { text: marked, remark } = splitRemark(entry.text)
  const text = unescapeText(marked)
  story.points.push({
    id: `${story.id}-point-${story.points.length + 1}`,
    part,
    text,
    weight: remark.weight ?? 'normal',
    facts: remark.facts ?? findFacts(text),
    lines: entry.lines,
    guessed: false,
  })
}
