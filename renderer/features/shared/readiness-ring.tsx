import { cx } from '../../ui/cx.ts'
import styles from './readiness-ring.module.css'

const RADIUS = 13
const ROUND = 2 * Math.PI * RADIUS

/** How much of a story was said last time (0-1), as a ring with its number; a dashed ring when never practised. */
export function ReadinessRing({ readiness }: { readonly readiness: number | null }) {
  const percent = readiness === null ? null : Math.round(readiness * 100)
  const label = percent === null ? 'Not rated yet' : `Readiness ${percent} percent`
  const level = percent === null ? 'none' : percent >= 80 ? 'high' : percent >= 45 ? 'middle' : 'low'
  return (
    <span className={cx(styles.ring, styles[level])} role="img" aria-label={label}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r={RADIUS} className={styles.track} />
        {percent !== null && (
          <circle
            cx="16"
            cy="16"
            r={RADIUS}
            className={styles.arc}
            strokeDasharray={`${readiness! * ROUND} ${ROUND}`}
          />
        )}
      </svg>
      {percent !== null && (
        <span className="figures" aria-hidden="true">
          {percent}
        </span>
      )}
    </span>
  )
}
