import type { CoverageStatus } from './coverage.ts'

/** A verdict of the user on a point, and Starbeat's on the same words. */
export type VerdictPair = { user: CoverageStatus; starbeat: CoverageStatus }

const STATUSES = ['covered', 'partial', 'missed'] as const

/** How far two verdicts are apart: neighbours by 1, covered and missed by 2. */
const apart = (a: CoverageStatus, b: CoverageStatus) => Math.abs(STATUSES.indexOf(a) - STATUSES.indexOf(b))

/** The same verdict as a share, 0-1; zero without any pair. */
export const agreedShare = (pairs: readonly VerdictPair[]): number =>
  pairs.length === 0 ? 0 : pairs.filter(({ user, starbeat }) => user === starbeat).length / pairs.length

/**
 * Cohen's kappa with linear weights: 1 is full agreement, 0 no more than chance. Null where chance alone would agree
 * in everything: without pairs, or when both sides always say the same one thing.
 */
export function linearKappa(pairs: readonly VerdictPair[]): number | null {
  const count = (side: keyof VerdictPair, status: CoverageStatus) =>
    pairs.filter((pair) => pair[side] === status).length
  let byChance = 0
  for (const user of STATUSES)
    for (const starbeat of STATUSES)
      byChance += (apart(user, starbeat) * count('user', user) * count('starbeat', starbeat)) / pairs.length
  if (!(byChance > 0)) return null
  const observed = pairs.reduce((sum, { user, starbeat }) => sum + apart(user, starbeat), 0)
  return 1 - observed / byChance
}

/** Agreement over some verdicts; the cells are all nine pairs of statuses, the user's first. */
export function agreementOf(pairs: readonly VerdictPair[]) {
  const cells = STATUSES.flatMap((user) =>
    STATUSES.map((starbeat) => ({
      user,
      starbeat,
      count: pairs.filter((pair) => pair.user === user && pair.starbeat === starbeat).length,
    })),
  )
  return { labels: pairs.length, agreed: agreedShare(pairs), kappa: linearKappa(pairs), cells }
}
