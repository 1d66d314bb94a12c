import { z } from 'zod'
import type { PointWeight } from '../story.ts'
import type { CoverageStatus } from './coverage.ts'

/** How many points were said; `total` leaves optional points out. */
export const Score = z.object({
  covered: z.number().int(),
  partial: z.number().int(),
  missed: z.number().int(),
  total: z.number().int(),
  wrongFacts: z.number().int(),
})
export type Score = z.infer<typeof Score>

/** What of the verdict on a point counts: its status, and the matcher's wrong facts where the user said nothing. */
export interface CountedPoint {
  readonly point: { readonly weight: PointWeight }
  readonly status: CoverageStatus | null
  readonly override: CoverageStatus | null
  readonly judged: { readonly wrongFacts: readonly unknown[] } | null
}

/** Optional points count neither as said nor as missed; null when nothing was judged. */
export function scoreOf(points: readonly CountedPoint[]): Score | null {
  const counted = points.filter(({ point }) => point.weight !== 'optional')
  if (!points.some(({ status }) => status !== null)) return null
  const count = (status: CoverageStatus) => counted.filter((report) => report.status === status).length
  return {
    covered: count('covered'),
    partial: count('partial'),
    missed: count('missed'),
    total: counted.length,
    wrongFacts: points.reduce(
      (sum, { judged, override }) => sum + (override ? 0 : (judged?.wrongFacts.length ?? 0)),
      0,
    ),
  }
}

/** The share (0-1) of the points that was said, half of each partial one counted; null when there is nothing to say. */
export const readinessOf = (score: Score | null): number | null =>
  score && score.total > 0 ? (score.covered + score.partial / 2) / score.total : null
