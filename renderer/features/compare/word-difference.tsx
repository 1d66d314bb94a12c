import { useState } from 'react'
import type { WordRun } from '#domain/compare/words'
import { spanText, type Word } from '#domain/transcript'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import styles from './word-difference.module.css'

const VIEWS = [
  { id: 'together', label: 'Together' },
  { id: 'beside', label: 'Side by side' },
] as const
type View = (typeof VIEWS)[number]['id']

export interface WordDifferenceProps {
  readonly runs: readonly WordRun[]
  readonly before: readonly Word[]
  readonly after: readonly Word[]
}

/** What was said in A only and in B only: both in one text, or each in its own. */
export function WordDifference({ runs, before, after }: WordDifferenceProps) {
  const [view, setView] = useState<View>('together')
  const isSame = runs.every(({ kind }) => kind === 'same')
  return (
    <section aria-label="Words">
      <div className={styles.head}>
        <h2 className={styles.heading}>Words</h2>
        {!isSame && (
          <SegmentedControl label="View" hideLabel items={VIEWS} value={view} onChange={(next) => setView(next)} />
        )}
      </div>
      {isSame && (
        <p className={styles.note}>{after.length === 0 ? 'No words in either.' : 'The same words in both.'}</p>
      )}
      {!isSame && view === 'together' && (
        <>
          <p className={styles.note}>
            <del className={styles.removed}>struck out</del> was said in A only,{' '}
            <ins className={styles.added}>underlined</ins> in B only.
          </p>
          <Text runs={runs} before={before} after={after} shows="both" />
        </>
      )}
      {!isSame && view === 'beside' && (
        <div className={styles.sides}>
          <div>
            <h3 className={styles.side}>A</h3>
            <Text runs={runs} before={before} after={after} shows="removed" />
          </div>
          <div>
            <h3 className={styles.side}>B</h3>
            <Text runs={runs} before={before} after={after} shows="added" />
          </div>
        </div>
      )}
    </section>
  )
}

interface TextProps extends WordDifferenceProps {
  /** The words of both, of A (with what only A has) or of B. */
  readonly shows: 'both' | 'removed' | 'added'
}

function Text({ runs, before, after, shows }: TextProps) {
  const shown = runs.filter(({ kind }) => kind === 'same' || shows === 'both' || kind === shows)
  return (
    <p dir="auto" className={styles.text}>
      {shown.map((run) => {
        if (run.kind === 'same') {
          const text = shows === 'removed' ? spanText(before, run.before) : spanText(after, run.after)
          return <span key={`same ${run.after.from}`}>{text} </span>
        }
        if (run.kind === 'removed') {
          return (
            <span key={`removed ${run.before.from}`}>
              <del className={styles.removed}>
                <span className="visually-hidden">only in A: </span>
                {spanText(before, run.before)}
              </del>{' '}
            </span>
          )
        }
        return (
          <span key={`added ${run.after.from}`}>
            <ins className={styles.added}>
              <span className="visually-hidden">only in B: </span>
              {spanText(after, run.after)}
            </ins>{' '}
          </span>
        )
      })}
    </p>
  )
}
