import type { PointReport } from '#contract/attempts'
import { PARTS, type Part } from '#domain/story'

/** The points of a part as a report shows them. */
export interface PartPoints {
  readonly part: Part
  readonly shown: readonly PointReport[]
  /** Optional ones that were not said, as far as Starbeat heard: no loss, so out of the way. */
  readonly folded: readonly PointReport[]
}

// What the user has judged by hand stays in view: there the user is at work.
const isFolded = ({ point, status, override }: PointReport) =>
  point.weight === 'optional' && status === 'missed' && override === null

/** The points of a report by part, in the order in which parts are told; empty parts are left out. */
export function partPoints(points: readonly PointReport[]): readonly PartPoints[] {
  return PARTS.map((part) => {
    const here = points.filter(({ point }) => point.part === part)
    return { part, shown: here.filter((each) => !isFolded(each)), folded: here.filter(isFolded) }
  }).filter(({ shown, folded }) => shown.length + folded.length > 0)
}
