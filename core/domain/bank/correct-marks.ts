import type { LineRange, Part } from '../story.ts'
import type { ParsedBank, ParsedNote, ParsedPoint, ParsedQuestion, ParsedStory } from './bank.ts'
import type { Mark, Target } from './correction.ts'
import { readLoose } from './loose.ts'
import { byLine, findInStories, findPiece, idsFor, joinLines, replaceStory, without } from './pieces.ts'
import { questionText } from './titles.ts'

type Piece = { text: string; lines: LineRange; id: string }

/** Takes the target out of its place and puts it back as what it is marked to be; null when it finds no place. */
export function mark(bank: ParsedBank, target: Target, as: Mark): ParsedBank | null {
  const point = findInStories(bank, (story) => story.points, target)
  if (point) {
    const { piece, story } = point
    if (isPart(as)) return setPart(bank, story, piece.id, as)
    const rest = { ...story, points: without(story.points, piece.id) }
    return place(replaceStory(bank, story.id, [rest]), story, piece, as)
  }
  const note = findInStories(bank, (story) => story.notes, target)
  if (note) {
    const { piece, story } = note
    const rest = { ...story, notes: without(story.notes, piece.id) }
    return as === 'note' ? bank : place(replaceStory(bank, story.id, [rest]), story, piece, as)
  }
  const question = findPiece(bank.questions, target)
  if (question) return as === 'question' ? null : unask(bank, question, as)
  const other = findPiece(bank.other, target)
  if (!other || as === 'nothing') return null
  return place({ ...bank, other: without(bank.other, other.id) }, null, other, as)
}

function unask(bank: ParsedBank, question: ParsedQuestion, as: Mark): ParsedBank | null {
  const home = bank.stories.find((story) => story.questionIds.includes(question.id)) ?? null
  const stories = bank.stories.map((story) =>
    story.questionIds.includes(question.id)
      ? { ...story, questionIds: story.questionIds.filter((id) => id !== question.id) }
      : story,
  )
  return place({ ...bank, questions: without(bank.questions, question.id), stories }, home, question, as)
}

const isPart = (as: Mark): as is Part => !['question', 'definition', 'note', 'nothing'].includes(as)

const setPart = (bank: ParsedBank, story: ParsedStory, pointId: string, part: Part) =>
  replaceStory(bank, story.id, [
    {
      ...story,
      points: story.points.map((point) => (point.id === pointId ? { ...point, part, guessed: false } : point)),
    },
  ])

/** Puts a loose piece where its mark belongs; `home` is the story that it came from. Null when there is no such place. */
function place(bank: ParsedBank, home: ParsedStory | null, piece: Piece, as: Mark): ParsedBank | null {
  const above = bank.stories.filter((story) => story.lines.from <= piece.lines.from).at(-1) ?? bank.stories[0]
  const story = home ? bank.stories.find((each) => each.id === home.id) : above
  const below = bank.stories.find((each) => each.lines.from >= piece.lines.from)
  const answering = home ? story : below
  switch (as) {
    case 'nothing':
      return { ...bank, other: byLine([...bank.other, bare(piece)]) }
    case 'note':
      return story ? replaceStory(bank, story.id, [{ ...story, notes: byLine([...story.notes, bare(piece)]) }]) : null
    case 'definition':
      return define(bank, sectionFor(bank, home ?? below, piece), piece.text)
    case 'question':
      return ask(bank, answering ?? null, piece)
    default:
      return story ? replaceStory(bank, story.id, [withPoints(story, piece, as)]) : null
  }
}

const bare = ({ id, lines, text }: Piece): Piece => ({ id, lines, text })

function withPoints(story: ParsedStory, piece: Piece, part: Part): ParsedStory {
  const { points, headlines } = readLoose(piece.text, piece.lines, part)
  const ids = idsFor(piece.id, points.length + headlines.length)
  const added = points.map((point, i): ParsedPoint => ({ ...point, id: ids[i]! }))
  const at = story.points.findLastIndex((point) => point.lines.from <= piece.lines.from) + 1
  const notes = headlines.map((text, i): ParsedNote => ({ id: ids[points.length + i]!, lines: piece.lines, text }))
  return {
    ...story,
    points: story.points.toSpliced(at, 0, ...added),
    notes: [...story.notes, ...notes],
    lines: joinLines(story.lines, piece.lines),
  }
}

const sectionFor = (bank: ParsedBank, story: ParsedStory | null | undefined, piece: Piece) =>
  (story ? bank.sections.find((section) => section.id === story.sectionId) : undefined) ??
  bank.sections.findLast((section) => section.lines.from <= piece.lines.from) ??
  null

function define(bank: ParsedBank, section: ParsedBank['sections'][number] | null, text: string): ParsedBank | null {
  if (!section) return null
  const definition = [section.definition, text].filter(Boolean).join('\n')
  return { ...bank, sections: bank.sections.map((each) => (each === section ? { ...each, definition } : each)) }
}

function ask(bank: ParsedBank, story: ParsedStory | null, piece: Piece): ParsedBank {
  const sectionId = story?.sectionId ?? null
  const id = piece.id.startsWith('question-') ? piece.id : `question-${piece.id}`
  const question = { id, text: questionText(piece.text), sectionId, lines: piece.lines }
  const asked = { ...bank, questions: byLine([...bank.questions, question]) }
  return story ? replaceStory(asked, story.id, [{ ...story, questionIds: [...story.questionIds, question.id] }]) : asked
}
