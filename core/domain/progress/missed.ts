import type { CoverageStatus } from '../coverage/coverage.ts'

/** What became of the points of a story in one of its answers. */
export interface Verdicts {
  readonly storyId: string
  readonly statuses: Readonly<Record<string, CoverageStatus>>
}

/** How often a point was missed in the last answers that were about it. */
export interface Misses {
  readonly storyId: string
  readonly pointId: string
  readonly missed: number
  readonly of: number
}

/** So many answers of a story are looked at, and so often a point must be missed to be named. */
export const LAST_ANSWERS = 5
const LEAST_MISSED = 2

/** The points that are missed again and again, the most often missed first. `verdicts`: of each story the newest answers. */
export function keptMissing(verdicts: readonly Verdicts[], most: number): Misses[] {
  const points = new Map<string, { storyId: string; pointId: string; missed: number; of: number }>()
  for (const { storyId, statuses } of verdicts)
    for (const [pointId, status] of Object.entries(statuses)) {
      const known = points.get(pointId) ?? { storyId, pointId, missed: 0, of: 0 }
      points.set(pointId, { ...known, missed: known.missed + (status === 'missed' ? 1 : 0), of: known.of + 1 })
    }
  return [...points.values()]
    .filter(({ missed }) => missed >= LEAST_MISSED)
    .sort((a, b) => b.missed / b.of - a.missed / a.of || b.missed - a.missed)
    .slice(0, most)
}
