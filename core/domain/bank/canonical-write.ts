import type { Point, Question, Section, Story } from '../story.ts'
import {
  CANONICAL_MARK,
  escapeText,
  NO_SECTION,
  NOTES_HEADING,
  PART_HEADINGS,
  QUESTIONS_LABEL,
  type Remark,
  remarkOf,
  withRemark,
} from './canonical-text.ts'

/** A bank as it is written out. */
export interface WritableBank {
  readonly title: string
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
  readonly stories: readonly WritableStory[]
}

type WritableStory = Omit<Story, 'points'> & { readonly points: readonly Point[] }

/** A bank as clean Markdown in Starbeat's own form; importing it gives the same bank. */
export function writeBank(bank: WritableBank): string {
  const loose = bank.questions.filter((question) => question.sectionId === null)
  const blocks = [
    `---\n${CANONICAL_MARK.key}: ${CANONICAL_MARK.version}\n---`,
    `# ${heading(bank.title)}`,
    ...questionList(loose),
    ...bodyOf(bank),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** Sections in their order, each opened before its first story; a story of an earlier section opens that one again. */
function bodyOf(bank: WritableBank): string[] {
  const blocks: string[] = []
  let opened = 0
  let current: string | null = null
  const open = (upTo: number) => {
    for (; opened < upTo; opened++) blocks.push(...sectionBlocks(bank, bank.sections[opened]!))
  }
  for (const story of bank.stories) {
    const at = bank.sections.findIndex((section) => section.id === story.sectionId)
    const before = opened
    open(at + 1)
    if (opened > before) current = story.sectionId
    if (story.sectionId !== current) {
      blocks.push(
        at < 0 ? `## ${NO_SECTION}` : withRemark(`## ${heading(bank.sections[at]!.title)}`, { index: at + 1 }),
      )
      current = story.sectionId
    }
    blocks.push(...storyBlocks(bank, story))
  }
  open(bank.sections.length)
  return blocks
}

const sectionBlocks = (bank: WritableBank, section: Section): string[] => [
  // A section that has the same title as the heading for stories without one must be told apart from it.
  section.title === NO_SECTION
    ? withRemark(`## ${heading(section.title)}`, { index: bank.sections.indexOf(section) + 1 })
    : `## ${heading(section.title)}`,
  ...(section.definition === null ? [] : [quote(section.definition)]),
  ...questionList(bank.questions.filter((question) => question.sectionId === section.id)),
]

const questionList = (questions: readonly Question[]): string[] =>
  questions.length === 0 ? [] : [QUESTIONS_LABEL, list(questions.map((question) => escapeText(question.text)))]

function storyBlocks(bank: WritableBank, story: WritableStory): string[] {
  const remark: Remark = story.kind === 'quick-answer' ? { kind: story.kind } : {}
  const facts = [
    ...story.questionIds.map((id) => `**Question:** ${questionRef(bank, id)}`),
    ...(story.target ? [`**Target:** ${story.target.minMs / 1000}–${story.target.maxMs / 1000} seconds`] : []),
  ]
  return [
    withRemark(`### ${heading(story.title)}`, remark),
    ...(facts.length > 0 ? [list(facts)] : []),
    ...partBlocks(story),
    ...(story.notes.length > 0 ? [`#### ${NOTES_HEADING}`, list(story.notes.map(escapeText))] : []),
  ]
}

function questionRef(bank: WritableBank, id: string): string {
  const written = inWrittenOrder(bank)
  const at = written.findIndex((question) => question.id === id)
  const { text } = written[at]!
  const alone = bank.questions.filter((question) => question.text === text).length === 1
  return withRemark(escapeText(text), alone ? {} : { index: at + 1 })
}

/** Questions as the document lists them: those of no section, then section by section. */
function inWrittenOrder({ sections, questions }: WritableBank): Question[] {
  const at = new Map(sections.map((section, i) => [section.id as string | null, i]))
  return questions.toSorted((a, b) => (at.get(a.sectionId) ?? -1) - (at.get(b.sectionId) ?? -1))
}

function partBlocks({ points }: WritableStory): string[] {
  return points.flatMap((point, i) => {
    if (points[i - 1]?.part === point.part) return []
    const end = points.findIndex((other, at) => at > i && other.part !== point.part)
    const run = points.slice(i, end < 0 ? undefined : end)
    return [
      `#### ${PART_HEADINGS[point.part]}`,
      list(run.map((each) => withRemark(escapeText(each.text), remarkOf(each)))),
    ]
  })
}

const heading = (text: string): string => escapeText(text.replace(/\s+/g, ' ').trim())

/** Further lines of an item are indented, so that they stay its own. */
const list = (items: readonly string[]): string => items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n')

const quote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
