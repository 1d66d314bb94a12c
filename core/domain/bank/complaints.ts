import type { ParsedPoint, ParsedStory, Problem } from './bank.ts'
import { countWords } from './inline.ts'
import { MAX_POINT_WORDS } from './sentences.ts'

/** The codes of problems that follow from the stories as they now are. */
export const DERIVED_PROBLEMS: ReadonlySet<Problem['code']> = new Set([
  'part-guessed',
  'missing-part',
  'long-point',
  'no-story',
])

/** Says that a document holds no story, and what was looked for. */
export const noStory: Problem = {
  line: 1,
  code: 'no-story',
  message:
    'No story was found. Starbeat looked for labelled parts (Situation, Task, Action, Result, also S/T/A/R, as headings, bold words, list items or table columns), for headlines such as “Story 1: …”, and for passages told in the first person.',
}

const NEEDED = ['situation', 'action', 'result'] as const

/** What the user should look at in the stories as they now are: parts guessed or missing, points too long to say. */
export const complaintsOf = (stories: readonly ParsedStory[]): Problem[] =>
  stories.flatMap((story) => {
    const known = complaints.get(story)
    if (known) return known
    const found = [...guesses(story), ...missing(story), ...story.points.flatMap(tooLong)]
    complaints.set(story, found)
    return found
  })

// A correction changes one story; the others need not be read again.
const complaints = new WeakMap<ParsedStory, Problem[]>()

function guesses(story: ParsedStory): Problem[] {
  if (story.points.length > 0 && story.points.every((point) => point.guessed)) {
    return [guess(story.lines.from, `The parts of “${story.title}” are guessed from its words`)]
  }
  return story.points.flatMap((point, i) => {
    const before = story.points[i - 1]
    const continues = before?.guessed && before.part === point.part
    return point.guessed && !continues ? [guess(point.lines.from, `Taken for the ${point.part}`)] : []
  })
}

const guess = (line: number, message: string): Problem => ({ line, code: 'part-guessed', message })

function missing(story: ParsedStory): Problem[] {
  if (story.kind !== 'story') return []
  return NEEDED.filter((part) => !story.points.some((point) => point.part === part)).map((part) => ({
    line: story.lines.from,
    code: 'missing-part',
    message: `“${story.title}” has no ${part}`,
  }))
}

function tooLong(point: ParsedPoint): Problem[] {
  const words = countWords(point.text)
  if (words <= MAX_POINT_WORDS) return []
  return [{ line: point.lines.from, code: 'long-point', message: `A point of ${words} words is hard to say at once` }]
}
