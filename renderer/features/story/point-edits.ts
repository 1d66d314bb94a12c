import type { PointDraft } from '#contract/stories'
import { type Fact, PARTS, type Part, type Point, type PointWeight } from '#domain/story'

export type Drafts = readonly PointDraft[]

/** The points as they are edited: without their lines, in the order of the parts. */
export const toDrafts = (points: readonly Point[]): Drafts =>
  inOrder(points.map(({ id, part, text, weight, facts }) => ({ id, part, text, weight, facts })))

/** The same points by part, each part in the order it had. */
export const inOrder = (points: Drafts): Drafts =>
  PARTS.flatMap((part) => points.filter((point) => point.part === part))

/** A new point with nothing in it. */
export const emptyPoint = (part: Part): PointDraft => ({ id: null, part, text: '', weight: 'normal', facts: [] })

/** The facts that stand verbatim in a text, each once. */
export const factsIn = (text: string, facts: readonly Fact[]): Fact[] =>
  facts.filter(
    (fact, index) => text.includes(fact.text) && facts.findIndex((other) => other.text === fact.text) === index,
  )

export const replaceAt = (points: Drafts, index: number, ...by: PointDraft[]): Drafts =>
  points.toSpliced(index, 1, ...by)

export const insertAt = (points: Drafts, index: number, point: PointDraft): Drafts => points.toSpliced(index, 0, point)

/** Cuts a point in two at a caret; the first half keeps what is known of it. Null when a half would be empty. */
export function split(point: PointDraft, caret: number): readonly [PointDraft, PointDraft] | null {
  const head = point.text.slice(0, caret).trim()
  const tail = point.text.slice(caret).trim()
  if (!head || !tail) return null
  return [
    { ...point, text: head, facts: factsIn(head, point.facts) },
    { ...point, id: null, text: tail, facts: factsIn(tail, point.facts) },
  ]
}

/** Joins a point to the one before it, wherever that stands. */
export function merge(before: PointDraft, point: PointDraft): PointDraft {
  const text = `${before.text.trim()} ${point.text.trim()}`.trim()
  return { ...before, text, facts: factsIn(text, [...before.facts, ...point.facts]) }
}

/** The points and the place of the one that moved. */
export interface Moved {
  readonly points: Drafts
  readonly index: number
}

/** Puts a point at the end of another part, or at its start. */
export function moveToPart(points: Drafts, index: number, part: Part, end: 'first' | 'last' = 'last'): Moved {
  const point = { ...points[index]!, part }
  const rest = points.toSpliced(index, 1)
  const moved = inOrder(end === 'first' ? [point, ...rest] : [...rest, point])
  return { points: moved, index: moved.indexOf(point) }
}

/** Moves a point one place up (-1) or down (1); at the edge of its part, into the next part. */
export function move(points: Drafts, index: number, by: -1 | 1): Moved | null {
  const point = points[index]!
  const neighbour = points[index + by]
  if (neighbour?.part === point.part) {
    return { points: points.with(index, neighbour).with(index + by, point), index: index + by }
  }
  const part = PARTS[PARTS.indexOf(point.part) + by]
  return part ? moveToPart(points, index, part, by === -1 ? 'last' : 'first') : null
}

const NEXT_WEIGHT: Readonly<Record<PointWeight, PointWeight>> = { normal: 'key', key: 'optional', optional: 'normal' }

export const nextWeight = (weight: PointWeight): PointWeight => NEXT_WEIGHT[weight]
