import { useSyncExternalStore } from 'react'
import { Meter as AriaMeter } from 'react-aria-components'
import { isTooLoud, meterShare } from '../../audio/level.ts'
import type { Observable } from '../../audio/observable.ts'
import { cx } from '../../ui/cx.ts'
import styles from './level-meter.module.css'
import type { Meter } from './recording.ts'

export interface LevelMeterProps {
  readonly meter: Observable<Meter>
  readonly isActive: boolean
}

/** How loud the microphone hears you, from -60 dBFS to full scale. */
export function LevelMeter({ meter, isActive }: LevelMeterProps) {
  const { level } = useSyncExternalStore(meter.subscribe, meter.get)
  const percent = isActive ? Math.round(meterShare(level.peakDb) * 100) : 0
  return (
    <AriaMeter aria-label="Microphone level" value={percent} className={cx(styles.meter)}>
      <span
        className={cx(styles.fill, isActive && isTooLoud(level) && styles.loud)}
        style={{ transform: `scaleX(${percent / 100})` }}
      />
    </AriaMeter>
  )
}
