import { PARTS, type Part, type Point } from '#domain/story'
import { keyWords } from './key-words.ts'

/** The points of a part with the words that remind of each. */
export interface CueGroup {
  readonly part: Part
  readonly points: readonly { readonly point: Point; readonly cues: readonly string[] }[]
}

/** How many optional points can be hidden; none where there is nothing else to say. */
export function optionalCount(points: readonly Point[]): number {
  const count = points.filter(({ weight }) => weight === 'optional').length
  return count === points.length ? 0 : count
}

/** The points to be shown, by part; cues are chosen among all points, so that they stay the same. */
export function cueGroups(points: readonly Point[], hasOptional: boolean): readonly CueGroup[] {
  const isHidden = ({ weight }: Point) => weight === 'optional' && !hasOptional && optionalCount(points) > 0
  const cues = keyWords(points)
  const shown = points
    .map((point, index) => ({ point, cues: cues[index] ?? [] }))
    .filter((each) => !isHidden(each.point))
  const groups = PARTS.map((part) => ({ part, points: shown.filter(({ point }) => point.part === part) }))
  return groups.filter((group) => group.points.length > 0)
}
