import { useMemo, useState } from 'react'
import type { PacePoint } from '#domain/delivery/delivery'
import type { PaceBand } from '#domain/delivery/pace'
import { formatDuration } from '../shared/format.ts'
import { BOX, drawCurve, nearestPoint } from './curve-drawing.ts'
import { momentWords, paceExtremes } from './delivery-words.ts'
import type { Hear } from './hear.ts'
import { Moment } from './moment.tsx'
import styles from './pace-curve.module.css'

export interface PaceCurveProps {
  readonly curve: readonly PacePoint[]
  readonly band: PaceBand
  readonly durationMs: number
  readonly onHear: Hear | undefined
}

/** Pace over the answer with the calm band shaded; arrow keys go along it, Enter and a click play that moment. */
export function PaceCurve({ curve, band, durationMs, onHear }: PaceCurveProps) {
  const drawing = useMemo(() => drawCurve(curve, band, durationMs), [curve, band, durationMs])
  const { line, bandTop, bandBottom } = drawing
  const [atMs, setAtMs] = useState(curve[0]!.atMs)
  const [isRead, setRead] = useState(false)
  const point = nearestPoint(curve, atMs)
  const extremes = paceExtremes(curve)!
  const play = () => onHear?.(point.atMs)
  const label = `${formatDuration(point.atMs)}, ${momentWords(point, band)}`
  return (
    <div className={styles.root}>
      <div className={styles.plot}>
        <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none" aria-hidden="true">
          <rect className={styles.band} x="0" y={bandTop} width={BOX.width} height={bandBottom - bandTop} />
          <polyline className={styles.line} points={line} />
        </svg>
        <span className={styles.limit} style={{ top: `${drawing.topLabel}%` }} aria-hidden="true">
          {band.max}
        </span>
        <span className={styles.limit} style={{ top: `${drawing.bottomLabel}%` }} aria-hidden="true">
          {band.min}
        </span>
        <input
          type="range"
          className={styles.moments}
          aria-label="Pace by moment; Enter plays it"
          aria-valuetext={label}
          title="Click to hear this moment"
          min={0}
          max={durationMs}
          step={2000}
          value={atMs}
          onChange={(event) => setAtMs(Number(event.target.value))}
          onFocus={() => setRead(true)}
          onBlur={() => setRead(false)}
          onClick={play}
          onKeyDown={(event) => event.key === 'Enter' && play()}
        />
        {isRead && (
          <span
            className={styles.moment}
            style={{ left: `${(100 * atMs) / durationMs}%` }}
            data-late={2 * atMs > durationMs}
            aria-hidden="true"
          >
            {Math.round(point.wordsPerMinute)} at {formatDuration(point.atMs)}
          </span>
        )}
      </div>
      <p className={styles.words}>
        Fastest {Math.round(extremes.fastest.wordsPerMinute)}{' '}
        <Moment atMs={extremes.fastest.atMs} name="the fastest stretch" onHear={onHear} />, slowest{' '}
        {Math.round(extremes.slowest.wordsPerMinute)}{' '}
        <Moment atMs={extremes.slowest.atMs} name="the slowest stretch" onHear={onHear} />
      </p>
    </div>
  )
}
