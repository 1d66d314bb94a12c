import type { PointDraft } from '#contract/stories'
import { PARTS, type Part } from '#domain/story'
import { type Drafts, type Moved, move } from './point-edits.ts'

/** A part with more optional points than this shows them only when asked. */
const MOST_SHOWN = 5

/** The optional points of a part. */
export const optionalIn = (points: Drafts, part: Part): Drafts =>
  points.filter((point) => point.part === part && point.weight === 'optional')

/** The parts whose optional points are folded away at first. */
export const foldedAtFirst = (points: Drafts): ReadonlySet<Part> =>
  new Set(PARTS.filter((part) => optionalIn(points, part).length > MOST_SHOWN))

/** True for a point that a closed fold hides. */
export const isHidden = (point: PointDraft, folded: ReadonlySet<Part>): boolean =>
  point.weight === 'optional' && folded.has(point.part)

/** The nearest point in view in a direction, starting at `index` itself; null when there is none. */
export function nextInView(points: Drafts, index: number, by: -1 | 1, folded: ReadonlySet<Part>): number | null {
  for (let at = index; points[at]; at += by) if (!isHidden(points[at]!, folded)) return at
  return null
}

/** Moves a point one place in view: points that a fold hides are passed, too. */
export function moveInView(points: Drafts, index: number, by: -1 | 1, folded: ReadonlySet<Part>): Moved | null {
  const passed = points[index + by]
  const moved = move(points, index, by)
  const isPassedUnseen = moved && passed?.part === points[index]!.part && isHidden(passed, folded)
  return isPassedUnseen ? (moveInView(moved.points, moved.index, by, folded) ?? moved) : moved
}
