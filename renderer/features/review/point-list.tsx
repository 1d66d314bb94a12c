import { useState } from 'react'
import type { PointReport, Report } from '#contract/attempts'
import { FoldButton } from '../../ui/fold-button.tsx'
import { plural } from '../shared/format.ts'
import { PartBadge } from '../shared/part-badge.tsx'
import { StatusMark } from '../shared/status-mark.tsx'
import { type PartPoints, partPoints } from './point-folds.ts'
import styles from './point-list.module.css'
import { type PointActions, PointRow } from './point-row.tsx'
import { statusCounts } from './report-words.ts'

export interface PointListProps extends PointActions {
  readonly report: Report
  readonly activePointId: string | null
  /** The points that say why they were judged so. */
  readonly whyOpen: ReadonlySet<string>
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
  const { points, report, activePointId, whyOpen, onHear, onActivate, onJudge, onReject, onToggleWhy } = props
  if (points.length === 0) return null
  return (
    <ul>
      {points.map((each) => (
        <PointRow
          key={each.point.id}
          report={each}
          storyId={report.attempt.storyId}
          words={report.words}
          isActive={each.point.id === activePointId}
          isWhyOpen={whyOpen.has(each.point.id)}
          onHear={onHear}
          onActivate={onActivate}
          onJudge={onJudge}
          onReject={onReject}
          onToggleWhy={onToggleWhy}
        />
      ))}
    </ul>
  )
}
