import type { CoverageStatus } from '../coverage/coverage.ts'
import type { Part, Point } from '../story.ts'
import type { DrillFocus } from './session.ts'

/** What became of a point in one attempt; the user's own verdict is in `status`. */
export interface PointVerdict {
  readonly pointId: string
  readonly status: CoverageStatus
  readonly isWrong: boolean
}

/** One short take: the points it is about and what asks for them. */
export interface DrillItem {
  readonly focus: readonly string[]
  readonly prompt: string
}

/** As many points as one drill takes. */
export const MOST_POINTS = 8
/** What the last verdicts on a point weigh, the newest first. */
const VERDICT_WEIGHTS = [4, 2, 1]
const FAILED: Readonly<Record<CoverageStatus, number>> = { missed: 1, partial: 0.5, covered: 0 }
const KEY_WEIGHT = 1.5
/** Words of a neighbour that are enough to know where one is. */
const LEAD_WORDS = 12

const PART_NAMES: Readonly<Record<Part, string>> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  learning: 'Learning',
  other: 'Anything else',
}
const ASKS: Readonly<Record<Part, string>> = {
  situation: 'What was going on?',
  task: 'What was up to you?',
  action: 'What did you do?',
  result: 'What came of it?',
  learning: 'What did you learn?',
  other: 'What else do you say?',
}

/** Where a speaker meets the point: after or before a neighbour of its part that is not drilled itself. */
function promptFor(point: Point, points: readonly Point[], drilled: ReadonlySet<string>): string {
  const part = points.filter(({ part }) => part === point.part)
  const at = part.indexOf(point)
  const name = PART_NAMES[point.part]
  if (part.length === 1) return `${name}. ${ASKS[point.part]}`
  const [before, after] = [part[at - 1], part[at + 1]]
  if (before && !drilled.has(before.id)) return `${name}, after “${lead(before.text)}”. What comes next?`
  if (after && !drilled.has(after.id)) return `${name}, before “${lead(after.text)}”. What comes first?`
  return `${name}, point ${at + 1} of ${part.length}. ${ASKS[point.part]}`
}

function lead(text: string): string {
  const words = text.split(/\s+/).filter(Boolean)
  return words.length <= LEAD_WORDS ? text : `${words.slice(0, LEAD_WORDS).join(' ')}…`
}

/** How much a point needs practice, from its verdicts, newest first; 0 when it was always said. */
function need(point: Point, verdicts: readonly PointVerdict[]): number {
  const own = verdicts.slice(0, VERDICT_WEIGHTS.length)
  const failed = own.reduce(
    (sum, { status, isWrong }, i) => sum + VERDICT_WEIGHTS[i]! * (isWrong ? 1 : FAILED[status]),
    0,
  )
  return failed * (point.weight === 'key' ? KEY_WEIGHT : 1)
}

/** The points missed or wrong lately, the most often missed first; without any attempt the key points, or all. */
function weakPoints(points: readonly Point[], attempts: readonly (readonly PointVerdict[])[]): Point[] {
  const counted = points.filter(({ weight }) => weight !== 'optional')
  if (attempts.length === 0) {
    const keys = counted.filter(({ weight }) => weight === 'key')
    return keys.length > 0 ? keys : counted
  }
  const byPoint = Map.groupBy(attempts.flat(), ({ pointId }) => pointId)
  return counted
    .map((point) => ({ point, need: need(point, byPoint.get(point.id) ?? []) }))
    .filter(({ need }) => need > 0)
    .sort((a, b) => b.need - a.need)
    .map(({ point }) => point)
}

/**
 * The short takes of a drill, none when there is nothing to practise. `attempts` are the verdicts of the story's last
 * attempts, newest first. A prompt says where in the story one is, never what is to be said.
 */
export function drillItems(
  focus: DrillFocus,
  points: readonly Point[],
  attempts: readonly (readonly PointVerdict[])[],
): DrillItem[] {
  if (focus === 'weak') {
    const weak = weakPoints(points, attempts).slice(0, MOST_POINTS)
    const drilled = new Set(weak.map(({ id }) => id))
    return weak.map((point) => ({ focus: [point.id], prompt: promptFor(point, points, drilled) }))
  }
  if (focus === 'opening') {
    const first = points.find(({ part }) => part === 'situation') ?? points[0]
    return first ? [{ focus: [first.id], prompt: 'Your opening sentence. How do you begin?' }] : []
  }
  const own = points.filter(({ part }) => part === focus)
  return own.length === 0
    ? []
    : [{ focus: own.map(({ id }) => id), prompt: `${PART_NAMES[focus]} only. ${ASKS[focus]}` }]
}
