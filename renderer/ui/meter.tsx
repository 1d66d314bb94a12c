import { Meter as AriaMeter } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './meter.module.css'

export interface MeterProps {
  readonly label: string
  /** 0-1. */
  readonly value: number
}

/** A quantity that comes and goes, such as a level. */
export function Meter({ label, value }: MeterProps) {
  return (
    <AriaMeter aria-label={label} value={Math.round(value * 100)} className={cx(styles.meter)}>
      <span className={styles.fill} style={{ transform: `scaleX(${value})` }} />
    </AriaMeter>
  )
}
