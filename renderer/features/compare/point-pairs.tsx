import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowRight from 'lucide-react/icons/arrow-right'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Play from 'lucide-react/icons/play'
import type { PointReport } from '#contract/attempts'
import type { PointChange, PointPair } from '#domain/compare/points'
import type { CoverageStatus } from '#domain/coverage/coverage'
import { PARTS } from '#domain/story'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { FactText } from '../shared/fact-text.tsx'
import { PartBadge } from '../shared/part-badge.tsx'
import { StatusMark } from '../shared/status-mark.tsx'
import styles from './point-pairs.module.css'

type Pair = PointPair<PointReport>

const CHANGES: readonly { change: PointChange; word: string }[] = [
  { change: 'gained', word: 'gained' },
  { change: 'lost', word: 'lost' },
  { change: 'same', word: 'unchanged' },
  { change: 'unknown', word: 'not judged' },
]

export interface PointPairsProps {
  readonly pairs: readonly Pair[]
  readonly activeId: string | null
  onArrive(pointId: string): void
  onPlay(pointId: string): void
}

/** The points of the story by part, each with its verdict in A and in B. */
export function PointPairs({ pairs, activeId, onArrive, onPlay }: PointPairsProps) {
  return (
    <section aria-label="Points">
      <h2 className={styles.heading}>
        Points
        {CHANGES.map(({ change, word }) => {
          const count = pairs.filter((pair) => pair.change === change).length
          return (
            count > 0 && (
              <span key={change} className={cx(styles.count, styles[change])}>
                <ChangeMark change={change} />
                <span className="figures">{count}</span> {word}
              </span>
            )
          )
        })}
      </h2>
      {PARTS.map((part) => {
        const own = pairs.filter(({ after }) => after.point.part === part)
        return (
          own.length > 0 && (
            <div key={part} className={styles.group}>
              <h3 className={styles.part}>
                <PartBadge part={part} isLong />
              </h3>
              <ul>
                {own.map((pair) => (
                  <PairRow
                    key={pair.after.point.id}
                    pair={pair}
                    isActive={pair.after.point.id === activeId}
                    onArrive={onArrive}
                    onPlay={onPlay}
                  />
                ))}
              </ul>
            </div>
          )
        )
      })}
    </section>
  )
}

interface PairRowProps extends Omit<PointPairsProps, 'pairs' | 'activeId'> {
  readonly pair: Pair
  readonly isActive: boolean
}

function PairRow({ pair: { before, after, change }, isActive, onArrive, onPlay }: PairRowProps) {
  const { point } = after
  const isSaid = [before, after].some(({ judged }) => (judged?.evidence.length ?? 0) > 0)
  return (
    <li
      data-point-id={point.id}
      tabIndex={-1}
      className={cx(styles.row, styles[change], isActive && styles.active)}
      onPointerEnter={() => onArrive(point.id)}
      onFocus={() => onArrive(point.id)}
    >
      <span className={styles.statuses}>
        <Verdict letter="A" status={before.status} />
        <ChangeMark change={change} />
        <Verdict letter="B" status={after.status} />
      </span>
      <p className={styles.text}>
        <FactText text={point.text} facts={point.facts} />
        {point.weight !== 'normal' && <span className={styles.note}> {point.weight}</span>}
        <WrongFacts letter="A" report={before} />
        <WrongFacts letter="B" report={after} />
      </p>
      <span className={styles.play}>
        <IconButton
          label={`Play in both: ${point.text}`}
          keys="Space"
          size="sm"
          isDisabled={!isSaid}
          onPress={() => onPlay(point.id)}
        >
          <Play />
        </IconButton>
      </span>
    </li>
  )
}

function Verdict({ letter, status }: { readonly letter: string; readonly status: CoverageStatus | null }) {
  return (
    <span className={styles.verdict}>
      <span className="visually-hidden">{letter}: </span>
      {status ? <StatusMark status={status} isShort /> : <span className={styles.unknown}>–</span>}
    </span>
  )
}

function ChangeMark({ change }: { readonly change: PointChange }) {
  if (change === 'gained') return <ArrowUp className={styles.mark} aria-hidden="true" />
  if (change === 'lost') return <ArrowDown className={styles.mark} aria-hidden="true" />
  return <ArrowRight className={styles.mark} aria-hidden="true" />
}

function WrongFacts({ letter, report }: { readonly letter: string; readonly report: PointReport }) {
  const wrong = report.override ? [] : (report.judged?.wrongFacts ?? [])
  return wrong.map(({ said, expected }) => (
    <span key={`${said} ${expected}`} className={styles.wrong}>
      {letter} said “{said}”, the story says {expected}.
    </span>
  ))
}
