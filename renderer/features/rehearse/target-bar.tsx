import { useSyncExternalStore } from 'react'
import type { TargetBand } from '#domain/story'
import type { Observable } from '../../audio/observable.ts'
import { formatDuration } from '../shared/format.ts'
import type { Meter } from './recording.ts'
import styles from './target-bar.module.css'
import { bandWords, targetScale } from './target-words.ts'

export interface TargetBarProps {
  readonly meter: Observable<Meter>
  readonly target: TargetBand
  /** False before there is any time to show. */
  readonly isShown: boolean
}

const TICK_MS = 200
const percent = (share: number) => `${share * 100}%`

/** The time spoken, against the band it should end in. */
export function TargetBar({ meter, target, isShown }: TargetBarProps) {
  const ticks = useSyncExternalStore(meter.subscribe, () => Math.floor(meter.get().recordedMs / TICK_MS))
  const elapsedMs = isShown ? ticks * TICK_MS : 0
  const { from, to, now } = targetScale(target, elapsedMs)
  return (
    <div className={styles.root}>
      <p className={styles.time}>
        <span className={styles.elapsed} role="timer" aria-label="Time recorded">
          {formatDuration(Math.floor(elapsedMs / 1000) * 1000)}
        </span>
        <span className={styles.target}>of {bandWords(target)}</span>
      </p>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.band} style={{ left: percent(from), width: percent(to - from) }} />
        <span className={styles.fill} style={{ transform: `scaleX(${now})` }} />
      </div>
    </div>
  )
}
