import type { LineRange, Part } from '../story.ts'
import type { ParsedBank, ParsedNote, ParsedPoint, ParsedQuestion, ParsedStory } from './bank.ts'
import { complaintsOf, DERIVED_PROBLEMS, noStory } from './complaints.ts'
import type { Correction, Mark, Target } from './correction.ts'
import { readLoose } from './loose.ts'
import { finishPoint } from './speech.ts'
import { questionText, shortTitle } from './titles.ts'

/** A bank as the user set it right, and the corrections that found their place; the others change nothing. */
export function correctBank(
  bank: ParsedBank,
  corrections: readonly Correction[],
): { bank: ParsedBank; applied: Correction[] } {
  let corrected = bank
  const applied: Correction[] = []
  for (const correction of corrections) {
    const next = correct(corrected, correction)
    if (!next) continue
    corrected = next
    applied.push(correction)
  }
  if (applied.length === 0) return { bank, applied }
  const read = bank.problems.filter((problem) => !DERIVED_PROBLEMS.has(problem.code))
  const { stories } = corrected
  const problems = [...read, ...complaintsOf(stories), ...(stories.length === 0 ? [noStory] : [])]
  return { bank: { ...corrected, problems: problems.sort((a, b) => a.line - b.line) }, applied }
}

function correct(bank: ParsedBank, correction: Correction): ParsedBank | null {
  switch (correction.kind) {
    case 'mark':
      return mark(bank, correction.target, correction.as)
    case 'merge':
      return merge(bank, correction.story)
    case 'split':
      return split(bank, correction.point)
    case 'drop':
      return drop(bank, correction.story)
    case 'make-story':
      return makeStory(bank, correction.other)
    case 'rename': {
      const story = findStory(bank, correction.story)
      return story && replaceStory(bank, story.id, [{ ...story, title: correction.title }])
    }
  }
}

/** The piece with the target's id if it still says the same, else the first one that does. */
function find<T extends { id: string }>(items: Iterable<T>, textOf: (item: T) => string, target: Target): T | null {
  let first: T | null = null
  for (const item of items) {
    if (textOf(item) !== target.text) continue
    if (item.id === target.id) return item
    first ??= item
  }
  return first
}

function* inStories<T>(bank: ParsedBank, itemsOf: (story: ParsedStory) => readonly T[]): Generator<T> {
  for (const story of bank.stories) yield* itemsOf(story)
}

const textOf = (item: { text: string }) => item.text
const findStory = (bank: ParsedBank, target: Target) => find(bank.stories, (story) => story.title, target)
const storyWith = (bank: ParsedBank, pointId: string) =>
  bank.stories.find((story) => story.points.some((point) => point.id === pointId))!

const replaceStory = (bank: ParsedBank, id: string, by: readonly ParsedStory[]): ParsedBank => ({
  ...bank,
  stories: bank.stories.flatMap((story) => (story.id === id ? by : [story])),
})

const without = <T extends { id: string }>(items: readonly T[], id: string) => items.filter((item) => item.id !== id)
const join = (a: LineRange, b: LineRange): LineRange => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) })
const byLine = <T extends { lines: LineRange }>(items: readonly T[]) =>
  [...items].sort((a, b) => a.lines.from - b.lines.from)

type Piece = { text: string; lines: LineRange; id: string }

/** Takes the target out of its place and puts it back as what it is marked to be. */
function mark(bank: ParsedBank, target: Target, as: Mark): ParsedBank | null {
  const point = find(
    inStories(bank, (story) => story.points),
    textOf,
    target,
  )
  if (point) {
    const story = storyWith(bank, point.id)
    if (isPart(as)) return setPart(bank, story, point.id, as)
    return place(
      replaceStory(bank, story.id, [{ ...story, points: without(story.points, point.id) }]),
      story,
      point,
      as,
    )
  }
  const note = find(
    inStories(bank, (story) => story.notes),
    textOf,
    target,
  )
  if (note) {
    const story = bank.stories.find((each) => each.notes.includes(note))!
    const rest = { ...story, notes: without(story.notes, note.id) }
    return as === 'note' ? bank : place(replaceStory(bank, story.id, [rest]), story, note, as)
  }
  const question = find(bank.questions, textOf, target)
  if (question) return as === 'question' ? null : unask(bank, question, as)
  const other = find(bank.other, textOf, target)
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
  const added = points.map((point, i): ParsedPoint => ({ ...point, id: `${piece.id}-point-${i + 1}` }))
  const at = story.points.findLastIndex((point) => point.lines.from <= piece.lines.from) + 1
  const notes = headlines.map((text, i): ParsedNote => ({ id: `${piece.id}-note-${i + 1}`, lines: piece.lines, text }))
  return {
    ...story,
    points: story.points.toSpliced(at, 0, ...added),
    notes: [...story.notes, ...notes],
    lines: join(story.lines, piece.lines),
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
  const question = { id: `question-${piece.id}`, text: questionText(piece.text), sectionId, lines: piece.lines }
  const asked = { ...bank, questions: byLine([...bank.questions, question]) }
  return story ? replaceStory(asked, story.id, [{ ...story, questionIds: [...story.questionIds, question.id] }]) : asked
}

function merge(bank: ParsedBank, target: Target): ParsedBank | null {
  const story = findStory(bank, target)
  const before = story && bank.stories[bank.stories.indexOf(story) - 1]
  if (!story || !before) return null
  const merged: ParsedStory = {
    ...before,
    points: [...before.points, ...story.points],
    notes: [...before.notes, { id: `${story.id}-title`, lines: story.lines, text: story.title }, ...story.notes],
    questionIds: [...new Set([...before.questionIds, ...story.questionIds])],
    target: before.target ?? story.target,
    lines: join(before.lines, story.lines),
  }
  return replaceStory({ ...bank, stories: bank.stories.filter((each) => each !== story) }, before.id, [merged])
}

function split(bank: ParsedBank, target: Target): ParsedBank | null {
  const point = find(
    inStories(bank, (story) => story.points),
    textOf,
    target,
  )
  if (!point) return null
  const story = storyWith(bank, point.id)
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
    id: `${story.id}-from-${point.id}`,
    title: shortTitle(point.text),
    points: story.points.slice(at),
    notes: story.notes.filter(isBelow),
    lines: { from: point.lines.from, to: story.lines.to },
  }
  return replaceStory(bank, story.id, [first, second])
}

function drop(bank: ParsedBank, target: Target): ParsedBank | null {
  const story = findStory(bank, target)
  if (!story) return null
  const text = [story.title, ...[...story.notes, ...story.points].map(textOf)].join('\n')
  const stories = bank.stories.filter((each) => each !== story)
  return { ...bank, stories, other: byLine([...bank.other, { id: `other-${story.id}`, lines: story.lines, text }]) }
}

function makeStory(bank: ParsedBank, target: Target): ParsedBank | null {
  const other = find(bank.other, textOf, target)
  if (!other) return null
  const { title, points, headlines } = readLoose(other.text, other.lines, null)
  if (points.length === 0) return null
  const id = `story-${other.id}`
  const above = bank.sections.findLast((section) => section.lines.from <= other.lines.from)
  const story: ParsedStory = {
    id,
    kind: 'story',
    title: title ?? shortTitle(finishPoint(points[0]!.text)),
    sectionId: above?.id ?? null,
    questionIds: [],
    notes: headlines.map((text, i) => ({ id: `${id}-note-${i + 1}`, lines: other.lines, text })),
    target: null,
    lines: other.lines,
    points: points.map((point, i) => ({ ...point, id: `${id}-point-${i + 1}` })),
  }
  return { ...bank, other: without(bank.other, other.id), stories: byLine([...bank.stories, story]) }
}
