import type { LineRange } from '../story.ts'
import type { OtherText, ParsedBank, ParsedNote, ParsedStory } from './bank.ts'
import type { StoryTarget, Target } from './correction.ts'
import { readLoose } from './loose.ts'
import { parseBank } from './parse.ts'
import { byLine, findInStories, findPiece, findStory, joinLines, replaceStory, without } from './pieces.ts'
import { finishPoint } from './speech.ts'
import { shortTitle } from './titles.ts'

// Each of these answers the corrected bank, or null when the correction finds no place.

/** Makes a story part of the one above it; its title becomes a note. */
export function mergeStory(bank: ParsedBank, target: StoryTarget): ParsedBank | null {
  const story = findStory(bank, target)
  const before = story && bank.stories[bank.stories.indexOf(story) - 1]
  if (!story || !before) return null
  const merged: ParsedStory = {
    ...before,
    points: [...before.points, ...story.points],
    notes: [...before.notes, { id: `${story.id}-title`, lines: story.lines, text: story.title }, ...story.notes],
    questionIds: [...new Set([...before.questionIds, ...story.questionIds])],
    target: before.target ?? story.target,
    lines: joinLines(before.lines, story.lines),
  }
  return replaceStory({ ...bank, stories: bank.stories.filter((each) => each !== story) }, before.id, [merged])
}

/** Begins a new story at a point. */
export function splitStory(bank: ParsedBank, target: Target): ParsedBank | null {
  const found = findInStories(bank, (story) => story.points, target)
  if (!found) return null
  const { piece: point, story } = found
  const at = story.points.indexOf(point)
  if (at === 0) return null
  const isBelow = (note: ParsedNote) => note.lines.from >= point.lines.from
  const first: ParsedStory = {
    ...story,
    points: story.points.slice(0, at),
    notes: story.notes.filter((note) => !isBelow(note)),
    lines: { from: story.lines.from, to: Math.max(story.lines.from, point.lines.from - 1) },
  }
  const second: ParsedStory = {
    ...story,
    id: `story-at-${point.id}`,
    title: shortTitle(point.text),
    points: story.points.slice(at),
    notes: story.notes.filter(isBelow),
    lines: { from: point.lines.from, to: Math.max(point.lines.from, story.lines.to) },
  }
  return replaceStory(bank, story.id, [first, second])
}

/** Takes a story for none; its words become other text. */
export function dropStory(bank: ParsedBank, target: StoryTarget): ParsedBank | null {
  const story = findStory(bank, target)
  if (!story) return null
  const text = [story.title, ...[...story.notes, ...story.points].map((piece) => piece.text)].join('\n')
  const stories = bank.stories.filter((each) => each !== story)
  return { ...bank, stories, other: byLine([...bank.other, { id: `other-${story.id}`, lines: story.lines, text }]) }
}

/** Makes a story of other text: by its labels when it has any, else its parts are guessed. */
export function makeStory(bank: ParsedBank, target: Target): ParsedBank | null {
  const other = findPiece(bank.other, target)
  if (!other) return null
  const sectionId = bank.sections.findLast((section) => section.lines.from <= other.lines.from)?.id ?? null
  const made = labelledStories(other) ?? guessedStory(other)
  if (made.length === 0) return null
  const stories = byLine([...bank.stories, ...made.map((story) => ({ ...story, sectionId }))])
  return { ...bank, other: without(bank.other, other.id), stories }
}

/** The stories that the importer sees in a text of its own; null when it sees none, or more than stories. */
function labelledStories(other: OtherText): ParsedStory[] | null {
  const read = parseBank(other.text, { fallbackTitle: '' })
  const more = read.sections.length + read.questions.length + read.other.length > 0
  if (read.stories.length === 0 || more) return null
  const there = ({ from, to }: LineRange) => ({ from: from + other.lines.from - 1, to: to + other.lines.from - 1 })
  const moved = <T extends { id: string; lines: LineRange }>(piece: T): T => ({
    ...piece,
    id: `${other.id}-${piece.id}`,
    lines: there(piece.lines),
  })
  const heading = { id: `${other.id}-title`, lines: other.lines, text: read.title }
  return read.stories.map((story, i) => ({
    ...moved(story),
    points: story.points.map(moved),
    notes: [...(i === 0 && read.title && read.title !== story.title ? [heading] : []), ...story.notes.map(moved)],
  }))
}

function guessedStory(other: OtherText): ParsedStory[] {
  const { title, points, headlines } = readLoose(other.text, other.lines, null)
  if (points.length === 0) return []
  const id = `story-${other.id}`
  const story: ParsedStory = {
    id,
    kind: 'story',
    title: title ?? shortTitle(finishPoint(points[0]!.text)),
    sectionId: null,
    questionIds: [],
    notes: headlines.map((text, i) => ({ id: `${id}-note-${i + 1}`, lines: other.lines, text })),
    target: null,
    lines: other.lines,
    points: points.map((point, i) => ({ ...point, id: `${id}-point-${i + 1}` })),
  }
  return [story]
}

/** Gives a story another title. */
export function renameStory(bank: ParsedBank, target: StoryTarget, title: string): ParsedBank | null {
  const story = findStory(bank, target)
  return story && replaceStory(bank, story.id, [{ ...story, title }])
}
