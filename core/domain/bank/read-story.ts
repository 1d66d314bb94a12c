import { findFacts } from '../facts/facts.ts'
import type { Part } from '../story.ts'
import type { ParsedPoint, Problem } from './bank.ts'
import { linesOf, spanOf } from './blocks.ts'
import { easeWeights } from './emphasis.ts'
import type { FoundStory } from './find-stories.ts'
import { plain } from './inline.ts'
import { isHeadline } from './labels.ts'
import { type Aside, type Passage, sortIntoParts } from './parts.ts'
import { type Draft, draftPoints } from './points.ts'
import { splitForSpeaking } from './sentences.ts'
import { finishPoint, unquote } from './speech.ts'
import { partsOfNarrative } from './telling.ts'
import { asksSomething, cleanHeadline, storyTitle } from './titles.ts'
import { allBlocks } from './tree.ts'

/** What was understood of one story. */
export interface ReadStory {
  points: Omit<ParsedPoint, 'id'>[]
  notes: Aside[]
  questions: Aside[]
  problems: Problem[]
}

type PartDraft = Draft & { part: Part; guessed: boolean }

const CONSEQUENCE =
  /,\s+(?=(?:which (?:unblocked|reduced|saved|improved|simplified|allowed|enabled|led|cut|made|accelerated)|leading to|resulting in|reducing|unblocking|saving|because it)\b)|,\s+and (?=achieved\b)/

/** Reads one story: its points by part, what is kept as notes, and what the user should look at. */
export function readStory(story: FoundStory): ReadStory {
  const toldAlone = !story.skeleton && !story.blocks.some(isHeadline)
  const sorted = sortIntoParts(story.blocks, story.skeleton, story.title)
  const problems: Problem[] = []
  const headlines = [...silentHead(story), ...sorted.headlines]
  const drafts: PartDraft[] = []
  if (toldAlone) {
    drafts.push(...readNarrative(sorted.passages))
  } else {
    for (const passage of sorted.passages) {
      const { points, headlines: silent } = draftPoints(passage.blocks, passage.part)
      headlines.push(...silent)
      drafts.push(...points.map((point) => ({ ...point, part: passage.part, guessed: passage.guessed })))
    }
  }
  const notes = [...sorted.notes, ...story.notes.map(noteOf)].filter((note) => note.text.trim() !== '')
  if (headlines.length > 0) notes.push({ text: `Headlines: ${headlines.join(' · ')}`, lines: spanOf(story.blocks) })
  for (const { part, line } of sorted.emptyParts) {
    problems.push({ line, code: 'empty-part', message: `The ${part} of “${story.title}” is empty` })
  }
  const phases = new Set(sorted.passages.flatMap(({ blocks }) => blocks.filter(isHeadline).map((block) => block.line)))
  const points = easeWeights(drafts, phases).map(({ text, weight, lines, part, guessed }) => ({
    part,
    text,
    weight,
    lines,
    guessed,
    facts: findFacts(text),
  }))
  return { points, notes, questions: sorted.questions, problems }
}

const noteOf = (node: FoundStory['node']): Aside => {
  const blocks = allBlocks(node)
  return {
    text: [...(node.head ? [cleanHeadline(node.head.text)] : []), ...blocks.map((block) => plain(block.text))].join(
      '\n',
    ),
    lines: spanOf([...(node.head ? [node.head] : []), ...blocks]),
  }
}

// "Example response" names no story, and a title below may name it another way, but the words are kept.
function silentHead({ head, title }: FoundStory): string[] {
  if (!head || asksSomething(head.text)) return []
  const own = storyTitle(head.text)
  return own === '' || !title.includes(own) ? [cleanHeadline(head.text)] : []
}

/** A story without labels and headlines: sentence by sentence. */
export function readNarrative(passages: readonly Pick<Passage, 'blocks'>[]): PartDraft[] {
  const pieces = passages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      splitForSpeaking(unquote(block.text))
        .flatMap((piece) => piece.split(CONSEQUENCE))
        .map((piece, i) => ({ text: finishPoint(piece), lines: linesOf(block), opens: i === 0 }))
        .filter((piece) => /[\p{L}\p{N}]/u.test(piece.text)),
    ),
  )
  const parts = partsOfNarrative(pieces)
  return pieces.map(({ text, lines }, i) => ({
    text,
    lines,
    weight: 'normal' as const,
    part: parts[i]!,
    guessed: true,
  }))
}
