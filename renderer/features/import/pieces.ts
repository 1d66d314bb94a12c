import type { OtherText, ParsedBank, ParsedNote, ParsedPoint, ParsedStory } from '#domain/bank/bank'
import { type Correction, type Mark, targetOf } from '#domain/bank/correction'
import type { LineRange, Part } from '#domain/story'

/** A block of the document that can be set right: a point or note of a story, or text outside of one. */
export type Piece =
  | { readonly kind: 'point'; readonly point: ParsedPoint; readonly story: ParsedStory }
  | { readonly kind: 'note'; readonly note: ParsedNote; readonly story: ParsedStory }
  | { readonly kind: 'other'; readonly other: OtherText }

const bodyOf = (piece: Piece): { id: string; text: string; lines: LineRange } => {
  switch (piece.kind) {
    case 'point':
      return piece.point
    case 'note':
      return piece.note
    case 'other':
      return piece.other
  }
}

export const linesOf = (piece: Piece): LineRange => bodyOf(piece).lines

/** The key of what was made of some text, the same as that of its row. */
export const pointKey = (id: string): string => `point ${id}`
export const noteKey = (id: string): string => `note ${id}`
export const storyKey = (id: string): string => `story ${id}`
export const otherKey = (id: string): string => `other ${id}`
export const questionKey = (id: string): string => `question ${id}`
export const sectionKey = (id: string): string => `section ${id}`

/** What marks some pieces; a piece that is that already says so once more only where its part was guessed. */
export function marksFor(pieces: readonly Piece[], as: Mark): readonly Correction[] {
  const isSo = (piece: Piece) => {
    if (piece.kind === 'point') return piece.point.part === as && !piece.point.guessed
    return piece.kind === 'note' ? as === 'note' : as === 'nothing'
  }
  return pieces.filter((piece) => !isSo(piece)).map((piece) => ({ kind: 'mark', target: targetOf(bodyOf(piece)), as }))
}

/** Says of guessed points that they are what they were taken for. */
export const confirmationsFor = (points: readonly ParsedPoint[]): readonly Correction[] =>
  points.filter((point) => point.guessed).map((point) => ({ kind: 'mark', target: targetOf(point), as: point.part }))

/** The points of the same part that stand in a row with one, in the order of the story. */
export function groupOf(story: ParsedStory, point: ParsedPoint): readonly ParsedPoint[] {
  const at = story.points.indexOf(point)
  const differs = (other: ParsedPoint) => other.part !== point.part
  const from = story.points.slice(0, at).findLastIndex(differs) + 1
  const end = story.points.slice(at).findIndex(differs)
  return story.points.slice(from, end < 0 ? undefined : at + end)
}

/** The guessed points that a problem on a line complains about. */
export function guessesAt(bank: ParsedBank, line: number): readonly ParsedPoint[] {
  for (const story of bank.stories) {
    const allGuessed = story.points.length > 0 && story.points.every((point) => point.guessed)
    if (allGuessed && story.lines.from === line) return story.points
    const point = story.points.find((each) => each.guessed && each.lines.from === line)
    if (point) return groupOf(story, point).filter((each) => each.guessed)
  }
  return []
}

/** How many points are still guessed. */
export const countGuesses = (story: ParsedStory): number => story.points.filter((point) => point.guessed).length

/** A count for every part of a story, in the order of the parts. */
export function partCounts(story: ParsedStory): ReadonlyMap<Part, number> {
  const counts = new Map<Part, number>()
  for (const { part } of story.points) counts.set(part, (counts.get(part) ?? 0) + 1)
  return counts
}

/** Where something of a bank stands, and the story that it is a row of. */
export interface Place {
  readonly lines: LineRange
  readonly storyId: string | null
}

/** The place of what a key names. */
export function placeOf(bank: ParsedBank, key: string): Place | null {
  const outside = (item: { lines: LineRange } | undefined) => (item ? { lines: item.lines, storyId: null } : null)
  const space = key.indexOf(' ')
  const [kind, id] = [key.slice(0, space), key.slice(space + 1)]
  switch (kind) {
    case 'other':
      return outside(bank.other.find((other) => other.id === id))
    case 'question':
      return outside(bank.questions.find((question) => question.id === id))
    case 'section':
      return outside(bank.sections.find((section) => section.id === id))
    case 'story':
      return outside(bank.stories.find((story) => story.id === id))
  }
  for (const story of bank.stories) {
    const piece = (kind === 'note' ? story.notes : story.points).find((each) => each.id === id)
    if (piece) return { lines: piece.lines, storyId: story.id }
  }
  return null
}

/** The key of what a problem on a line is about, and the story that holds it. */
export function keyOfLine(bank: ParsedBank, line: number): { key: string; storyId: string | null } | null {
  const holds = ({ from, to }: LineRange) => from <= line && line <= to
  const story = bank.stories.find((each) => each.lines.from === line) ?? bank.stories.find((each) => holds(each.lines))
  if (story) {
    const point = story.lines.from === line ? undefined : story.points.find((each) => holds(each.lines))
    return point ? { key: pointKey(point.id), storyId: story.id } : { key: storyKey(story.id), storyId: story.id }
  }
  const other = bank.other.find((each) => holds(each.lines))
  return other ? { key: otherKey(other.id), storyId: null } : null
}
