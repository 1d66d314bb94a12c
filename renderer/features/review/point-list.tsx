import { useState } from 'react'
import type { PointReport, Report } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import { FoldButton } from '../../ui/fold-button.tsx'
import { plural } from '../shared/format.ts'
import { PartBadge } from '../shared/part-badge.tsx'
import { StatusMark } from '../shared/status-mark.tsx'
import type { Hear } from './hear.ts'
import { type PartPoints, partPoints } from './point-folds.ts'
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

/** The points of the story by part: what became of each, and the words that prove it. */
export function PointList(props: PointListProps) {
  const { points } = props.report
  return (
    <section aria-label="Points">
      <h2 className={styles.heading}>
        Points
        {statusCounts(points).map(({ status, count }) => (
          <span key={status} className={styles.count}>
            <StatusMark status={status} />
            <span className="figures">{count}</span>
          </span>
        ))}
      </h2>
      {partPoints(points).map((each) => (
        <PartGroup key={each.part} {...props} {...each} />
      ))}
    </section>
  )
}

function PartGroup({ part, shown, folded, ...rest }: PointListProps & PartPoints) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.group}>
      <h3 className={styles.part}>
        <PartBadge part={part} isLong />
      </h3>
      <Rows points={shown} {...rest} />
      {folded.length > 0 && (
        <div className={styles.fold}>
          <FoldButton isOpen={isOpen} data-fold={part} onToggle={() => setOpen(!isOpen)}>
            {plural(folded.length, 'optional point')} not said
          </FoldButton>
        </div>
      )}
      {isOpen && <Rows points={folded} {...rest} />}
    </div>
  )
}

function Rows(props: PointListProps & { readonly points: readonly PointReport[] }) {
  const { points, report, activePointId, onHear, onActivate, onOverride } = props
  if (points.length === 0) return null
  return (
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
  )
}
