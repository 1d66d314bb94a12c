import type { Progress } from '#contract/progress'
import { plural } from '../shared/format.ts'
import styles from './progress.module.css'

/** The figures of the period at a glance. */
export function Totals({ totals }: Pick<Progress, 'totals'>) {
  const { answers, durationMs, streakDays, stories, practised, ready } = totals
  return (
    <dl className={styles.totals}>
      <Figure value={answers.toLocaleString('en')} label={answers === 1 ? 'answer' : 'answers'} />
      <Figure value={Math.round(durationMs / 60_000).toLocaleString('en')} label="minutes spoken" />
      <Figure value={String(streakDays)} label={`${streakDays === 1 ? 'day' : 'days'} in a row`} />
      <Figure
        value={`${ready} of ${stories}`}
        label="stories ready"
        hint={`${plural(practised, 'story', 'stories')} practised`}
      />
    </dl>
  )
}

interface FigureProps {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

function Figure({ value, label, hint }: FigureProps) {
  return (
    <div className={styles.figure} title={hint}>
      <dd className={`${styles.value} figures`}>{value}</dd>
      <dt className={styles.label}>{label}</dt>
    </div>
  )
}
