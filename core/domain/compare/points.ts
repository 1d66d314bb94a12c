import type { CoverageStatus } from '../coverage/coverage.ts'
import type { Part, PointWeight } from '../story.ts'

/** A point of a report, as far as comparing is concerned. */
export interface ComparablePoint {
  readonly point: { readonly id: string; readonly part: Part; readonly weight: PointWeight }
  readonly judged: { readonly wrongFacts: readonly unknown[] } | null
  readonly override: CoverageStatus | null
  readonly status: CoverageStatus | null
}

/** From the earlier report to the later one; `unknown` where one of them has no verdict. */
export type PointChange = 'gained' | 'lost' | 'same' | 'unknown'

/** A point that both reports look at. */
export interface PointPair<P extends ComparablePoint> {
  readonly before: P
  readonly after: P
  readonly change: PointChange
}

/** What became of the points, optional ones left out but for `wrongFacts`, which are counted as a score counts them. */
export interface PointsCompared<P extends ComparablePoint> {
  /** In the order of the later report. */
  readonly pairs: readonly PointPair<P>[]
  /** Points that only one of the reports looks at, as one of them is of a drill. */
  readonly unshared: number
  /** How many more are covered and partial; null where an answer was never judged. */
  readonly covered: number | null
  readonly partial: number | null
  readonly wrongFacts: number | null
}

const RANK: Readonly<Record<CoverageStatus, number>> = { missed: 0, partial: 1, covered: 2 }

function changeOf(before: CoverageStatus | null, after: CoverageStatus | null): PointChange {
  if (before === null || after === null) return 'unknown'
  if (before === after) return 'same'
  return RANK[after] > RANK[before] ? 'gained' : 'lost'
}

const wrongFactsOf = ({ judged, override }: ComparablePoint): number =>
  override ? 0 : (judged?.wrongFacts.length ?? 0)

/** Compares what two answers said of a story, by the points that both are about. */
export function comparePoints<P extends ComparablePoint>(before: readonly P[], after: readonly P[]): PointsCompared<P> {
  const earlier = new Map(before.map((each) => [each.point.id, each]))
  const pairs = after.flatMap((each): PointPair<P>[] => {
    const other = earlier.get(each.point.id)
    return other ? [{ before: other, after: each, change: changeOf(other.status, each.status) }] : []
  })
  const isJudged = pairs.some((pair) => pair.before.status !== null) && pairs.some((pair) => pair.after.status !== null)
  const more = (count: (point: P) => number) =>
    isJudged ? pairs.reduce((sum, pair) => sum + count(pair.after) - count(pair.before), 0) : null
  const countOf = (status: CoverageStatus) => (point: P) =>
    Number(point.point.weight !== 'optional' && point.status === status)
  return {
    pairs,
    unshared: before.length + after.length - 2 * pairs.length,
    covered: more(countOf('covered')),
    partial: more(countOf('partial')),
    wrongFacts: more(wrongFactsOf),
  }
}
