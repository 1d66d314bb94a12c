import type { Part } from '#domain/story'
import { cx } from '../../ui/cx.ts'
import styles from './part-badge.module.css'
import { PART_NAMES } from './parts.ts'

export interface PartBadgeProps {
  readonly part: Part
  /** Shows the name of the part after the letter. */
  readonly isLong?: boolean
  /** A number after it, such as how many points. */
  readonly count?: number
  /** Greys it out: the part is there in name only. */
  readonly isFaint?: boolean
}

/** The letter of a part on its colour. */
export function PartBadge({ part, isLong = false, count, isFaint = false }: PartBadgeProps) {
  const { letter, label } = PART_NAMES[part]
  const spoken = count === undefined ? label : `${label}: ${count}`
  return (
    <span className={cx(styles.badge, styles[part], isLong && styles.long, isFaint && styles.faint)}>
      <span aria-hidden="true" className={styles.letter}>
        {letter}
      </span>
      {isLong ? label : <span className="visually-hidden">{spoken}</span>}
      {count !== undefined && (
        <span aria-hidden={!isLong} className="figures">
          {count}
        </span>
      )}
    </span>
  )
}
