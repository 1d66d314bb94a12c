import { findFacts } from '../facts/facts.ts'
import type { Part, Point } from '../story.ts'
import type { Problem } from './bank.ts'
import { easeWeights } from './emphasis.ts'
import type { FoundStory } from './find-stories.ts'
import { countWords, plain } from './inline.ts'
import { isHeadline } from './labels.ts'
import { partsOfNarrative } from './narrative.ts'
import { type Passage, sortIntoParts } from './parts.ts'
import { type Draft, draftPoints } from './points.ts'
import { MAX_POINT_WORDS, splitForSpeaking } from './sentences.ts'
import { finishPoint, unquote } from './speech.ts'
import { asksSomething, cleanHeadline, storyTitle } from './titles.ts'
import { allBlocks } from './tree.ts'

/** What was understood of one story. */
export interface ReadStory {
  points: Omit<Point, 'id'>[]
  notes: string[]
  questions: { text: string; line: number }[]
  problems: Problem[]
}

type PartDraft = Draft & { part: Part }

const CONSEQUENCE =
  /,\s+(?=(?:which (?:unblocked|reduced|saved|improved|simplified|allowed|enabled|led|cut|made|accelerated)|leading to|resulting in|reducing|unblocking|saving|because it)\b)|,\s+and (?=achieved\b)/

/** Reads one story: its points by part, what is kept as notes, and what the user should look at. */
export function readStory(story: FoundStory): ReadStory {
  const toldAlone = !story.skeleton && !story.blocks.some(isHeadline)
  const sorted = sortIntoParts(story.blocks, story.skeleton)
  const problems: Problem[] = []
  const headlines = [...silentHead(story), ...sorted.headlines]
  const drafts: PartDraft[] = []
  if (toldAlone) {
    drafts.push(...readNarrative(sorted.passages))
    problems.push(guess(story.head?.line ?? drafts[0]?.line ?? 1, 'The parts of this story are guessed from its words'))
  } else {
    for (const passage of sorted.passages) {
      const { points, headlines: silent } = draftPoints(passage.blocks, passage.part)
      headlines.push(...silent)
      drafts.push(...points.map((point) => ({ ...point, part: passage.part })))
      if (passage.guessed && points.length > 0) problems.push(guess(passage.line, `Taken for the ${passage.part}`))
    }
  }
  const notes = [...sorted.notes, ...story.notes.map(noteOf)]
  if (headlines.length > 0) notes.push(`Headlines: ${headlines.join(' · ')}`)
  for (const { part, line } of sorted.emptyParts) {
    problems.push({ line, code: 'empty-part', message: `The ${part} of “${story.title}” is empty` })
  }
  const phases = new Set(sorted.passages.flatMap(({ blocks }) => blocks.filter(isHeadline).map((block) => block.line)))
  const points = easeWeights(drafts, phases).map(({ text, weight, line, part }) => ({
    part,
    text,
    weight,
    line,
    facts: findFacts(text),
  }))
  return { points, notes, questions: sorted.questions, problems: [...problems, ...complaints(story, points)] }
}

const guess = (line: number, message: string): Problem => ({ line, code: 'part-guessed', message })

const noteOf = (node: FoundStory['node']): string =>
  [...(node.head ? [cleanHeadline(node.head.text)] : []), ...allBlocks(node).map((block) => plain(block.text))].join(
    '\n',
  )

// "Example response" names no story, but its words are kept.
const silentHead = ({ head }: FoundStory): string[] =>
  head && storyTitle(head.text) === '' && !asksSomething(head.text) ? [cleanHeadline(head.text)] : []

/** A story without labels and headlines: sentence by sentence. */
function readNarrative(passages: readonly Passage[]): PartDraft[] {
  const pieces = passages.flatMap(({ blocks }) =>
    blocks.flatMap(({ text, line }) =>
      splitForSpeaking(unquote(text))
        .flatMap((piece) => piece.split(CONSEQUENCE))
        .map((piece) => ({ text: finishPoint(piece), line }))
        .filter((piece) => /[\p{L}\p{N}]/u.test(piece.text)),
    ),
  )
  const parts = partsOfNarrative(pieces.map((piece) => piece.text))
  return pieces.map((piece, i) => ({ ...piece, weight: 'normal' as const, part: parts[i]! }))
}

function complaints(story: FoundStory, points: readonly Omit<Point, 'id'>[]): Problem[] {
  const problems: Problem[] = []
  const line = story.head?.line ?? points[0]?.line ?? 1
  for (const part of ['situation', 'action', 'result'] as const) {
    if (story.kind === 'story' && !points.some((point) => point.part === part)) {
      problems.push({ line, code: 'missing-part', message: `“${story.title}” has no ${part}` })
    }
  }
  for (const point of points) {
    const words = countWords(point.text)
    if (words <= MAX_POINT_WORDS) continue
    problems.push({
      line: point.line ?? line,
      code: 'long-point',
      message: `A point of ${words} words is hard to say at once`,
    })
  }
  return problems
}
