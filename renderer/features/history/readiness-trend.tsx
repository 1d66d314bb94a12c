import type { AttemptSummary } from '#contract/attempts'
import { readinessOf } from '#domain/coverage/score'
import { plural } from '../shared/format.ts'
import styles from './readiness-trend.module.css'

const WIDTH = 600
const HEIGHT = 44
/** More attempts than this are drawn as a line without dots. */
const MOST_DOTS = 40

/** How ready each attempt at the whole story was (0-1), oldest first. */
export function readinessSeries(attempts: readonly AttemptSummary[]): readonly number[] {
  return attempts
    .filter(({ attempt }) => attempt.focus === null)
    .flatMap(({ score }) => readinessOf(score) ?? [])
    .reverse()
}

const percent = (share: number) => `${Math.round(share * 100)} %`

/** How ready the story was from attempt to attempt: a line, its ends named. */
export function ReadinessTrend({ attempts }: { readonly attempts: readonly AttemptSummary[] }) {
  const series = readinessSeries(attempts)
  if (series.length < 2) return null
  const [first, last] = [series[0]!, series.at(-1)!]
  const best = Math.max(...series)
  const spots = series.map((share, i) => ({ x: (i / (series.length - 1)) * WIDTH, y: (1 - share) * HEIGHT }))
  const path = spots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  const label = `Readiness over ${plural(series.length, 'attempt')}: from ${percent(first)} to ${percent(last)}, at best ${percent(best)}`
  return (
    <figure className={styles.root}>
      <figcaption className={styles.caption}>Readiness</figcaption>
      <span className={`${styles.end} figures`} aria-hidden="true">
        {percent(first)}
      </span>
      <div className={styles.frame} role="img" aria-label={label}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <line x1="0" x2={WIDTH} y1="0" y2="0" className={styles.rule} />
          <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={styles.rule} />
          <polygon points={`0,${HEIGHT} ${path} ${WIDTH},${HEIGHT}`} className={styles.area} />
          <polyline points={path} className={styles.line} />
        </svg>
        {spots.map(({ x, y }, i) => {
          const isEnd = i === spots.length - 1
          if (!isEnd && spots.length > MOST_DOTS) return null
          const place = { left: `${(100 * x) / WIDTH}%`, top: `${(100 * y) / HEIGHT}%` }
          return <span key={x} className={isEnd ? styles.newest : styles.dot} style={place} />
        })}
      </div>
      <strong className="figures" aria-hidden="true">
        {percent(last)}
      </strong>
    </figure>
  )
}
