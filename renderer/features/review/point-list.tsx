import type { PointReport, Report } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import { PARTS } from '#domain/story'
import { PartBadge } from '../shared/part-badge.tsx'
import { StatusMark } from '../shared/status-mark.tsx'
import type { Hear } from './hear.ts'
import styles from './point-list.module.css'
import { PointRow } from './point-row.tsx'
import { statusCounts } from './report-words.ts'

export interface PointListProps {
  readonly report: Report
  readonly activePointId: string | null
  readonly onHear: Hear | undefined
  onActivate(pointId: string | null): void
  onOverride(pointId: string, status: CoverageStatus | null): void
}

const ofPart = (points: readonly PointReport[]) =>
  PARTS.map((part) => ({ part, points: points.filter(({ point }) => point.part === part) })).filter(
    (group) => group.points.length > 0,
  )

/** The points of the story by part: what became of each, and the words that prove it. */
export function PointList({ report, activePointId, onHear, onActivate, onOverride }: PointListProps) {
  return (
    <section aria-label="Points">
      <h2 className={styles.heading}>
        Points
        {statusCounts(report.points).map(({ status, count }) => (
          <span key={status} className={styles.count}>
            <StatusMark status={status} />
            <span className="figures">{count}</span>
          </span>
        ))}
      </h2>
      {ofPart(report.points).map(({ part, points }) => (
        <div key={part} className={styles.group}>
          <h3 className={styles.part}>
            <PartBadge part={part} isLong />
          </h3>
          <ul>
            {points.map((each) => (
              <PointRow
                key={each.point.id}
                report={each}
                words={report.words}
                isActive={each.point.id === activePointId}
                onHear={onHear}
                onActivate={onActivate}
                onOverride={onOverride}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
