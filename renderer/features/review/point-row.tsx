import { memo } from 'react'
import type { PointReport } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Word } from '#domain/transcript'
import { cx } from '../../ui/cx.ts'
import { FactText } from '../shared/fact-text.tsx'
import type { Hear } from './hear.ts'
import styles from './point-row.module.css'
import { Quote } from './quote.tsx'
import { StatusMenu } from './status-menu.tsx'

export interface PointRowProps {
  readonly report: PointReport
  readonly words: readonly Word[] | null
  /** Its words are marked in the transcript. */
  readonly isActive: boolean
  readonly onHear: Hear | undefined
  onActivate(pointId: string | null): void
  onOverride(pointId: string, status: CoverageStatus | null): void
}

const JUDGED = { covered: 'covered', partial: 'partly said', missed: 'missed' } as const

/** One point: its status, its text, and the words it rests on. */
export const PointRow = memo(function PointRow(props: PointRowProps) {
  const { report, words, isActive, onHear, onActivate, onOverride } = props
  const { point, judged, override, status } = report
  const isOverruled = override !== null && judged !== null && judged.status !== override
  return (
    <li
      data-point-id={point.id}
      tabIndex={-1}
      className={cx(styles.row, isActive && styles.active)}
      onPointerEnter={() => onActivate(point.id)}
      onPointerLeave={() => onActivate(null)}
      onFocus={() => onActivate(point.id)}
      onBlur={() => onActivate(null)}
    >
      <StatusMenu
        status={status}
        isByHand={override !== null}
        onChoose={(chosen) => onOverride(point.id, chosen)}
        pointText={point.text}
      />
      <div className={styles.body}>
        <p>
          <FactText text={point.text} facts={point.facts} />
          {point.weight !== 'normal' && <span className={styles.note}> {point.weight}</span>}
          {override !== null && <span className={styles.byYou}>by you</span>}
        </p>
        {isOverruled && <p className={styles.note}>Starbeat heard it as {JUDGED[judged.status]}.</p>}
        {words && judged && (
          <div className={styles.quotes}>
            {judged.evidence.map((span) => (
              <Quote key={span.from} words={words} span={span} onHear={onHear} />
            ))}
            {judged.evidence.length === 0 && judged.closest && (
              <span>
                <span className={styles.note}>Closest: </span>
                <Quote words={words} span={judged.closest} onHear={onHear} isFaint />
              </span>
            )}
          </div>
        )}
      </div>
    </li>
  )
})
