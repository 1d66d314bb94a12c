import type { Score } from '#domain/coverage/score'
import styles from './score-bar.module.css'

/** Covered, partial and missed points as shares of one bar. The words beside it say the same. */
export function ScoreBar({ score }: { readonly score: Score | null }) {
  if (!score || score.total === 0) return <span className={styles.none} aria-hidden="true" />
  const share = (count: number) => ({ flexGrow: count })
  return (
    <span className={styles.bar} aria-hidden="true">
      {score.covered > 0 && <span className={styles.covered} style={share(score.covered)} />}
      {score.partial > 0 && <span className={styles.partial} style={share(score.partial)} />}
      {score.missed > 0 && <span className={styles.missed} style={share(score.missed)} />}
    </span>
  )
}
