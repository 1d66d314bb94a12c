import { memo, useId } from 'react'
import type { PointReport } from '#contract/attempts'
import type { CoverageStatus, PointCoverage } from '#domain/coverage/coverage'
import type { Word, WordSpan } from '#domain/transcript'
import { cx } from '../../ui/cx.ts'
import { FoldButton } from '../../ui/fold-button.tsx'
import { FactText } from '../shared/fact-text.tsx'
import type { Hear } from './hear.ts'
import styles from './point-row.module.css'
import { Quote } from './quote.tsx'
import { Reasoning } from './reasoning.tsx'
import { StatusMenu } from './status-menu.tsx'

/** What a point offers to do. */
export interface PointActions {
  readonly onHear: Hear | undefined
  onActivate(pointId: string | null): void
  onJudge(pointId: string, status: CoverageStatus | null): void
  onReject(pointId: string, span: WordSpan): void
  onToggleWhy(pointId: string): void
}

export interface PointRowProps extends PointActions {
  readonly report: PointReport
  readonly storyId: string
  readonly words: readonly Word[] | null
  /** Its words are marked in the transcript. */
  readonly isActive: boolean
  /** It says why it was judged as it was. */
  readonly isWhyOpen: boolean
}

const JUDGED = { covered: 'covered', partial: 'partly said', missed: 'missed' } as const

/** One point: its status, its text, the words it rests on, and why. */
export const PointRow = memo(function PointRow(props: PointRowProps) {
  const { report, storyId, words, isActive, isWhyOpen, onActivate, onJudge, onToggleWhy } = props
  const whyId = useId()
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
        onChoose={(chosen) => onJudge(point.id, chosen)}
        pointText={point.text}
      />
      <div className={styles.body}>
        <p>
          <FactText text={point.text} facts={point.facts} />
          {point.weight !== 'normal' && <span className={styles.note}> {point.weight}</span>}
          {override !== null && <span className={styles.byYou}>by you</span>}
        </p>
        {isOverruled && <p className={styles.note}>Starbeat heard it as {JUDGED[judged.status]}.</p>}
        {words && judged && <Evidence {...props} words={words} judged={judged} />}
      </div>
      {judged && (
        <span className={styles.why}>
          <FoldButton
            isOpen={isWhyOpen}
            aria-label={`Why? ${point.text}`}
            aria-controls={isWhyOpen ? whyId : undefined}
            onToggle={() => onToggleWhy(point.id)}
          >
            Why?
          </FoldButton>
        </span>
      )}
      {judged && isWhyOpen && <Reasoning id={whyId} judged={judged} storyId={storyId} />}
    </li>
  )
})

type EvidenceProps = PointRowProps & { readonly words: readonly Word[]; readonly judged: PointCoverage }

/** The words that a verdict rests on, each with the way to say that they are none; else the nearest miss. */
function Evidence({ report: { point }, words, judged: { evidence, closest }, onHear, onReject }: EvidenceProps) {
  return (
    <div className={styles.quotes}>
      {evidence.map((span, index) => (
        <span key={span.from} data-evidence={index} className={styles.quote}>
          <Quote words={words} span={span} onHear={onHear} onReject={() => onReject(point.id, span)} />
        </span>
      ))}
      {evidence.length === 0 && closest && (
        <span>
          <span className={styles.note}>Closest: </span>
          <Quote words={words} span={closest} onHear={onHear} isFaint />
        </span>
      )}
    </div>
  )
}
