import type { CoverageStatus } from '#domain/coverage/coverage'
import { cx } from '../../ui/cx.ts'
import styles from './status-mark.module.css'
import { STATUS_NAMES } from './statuses.ts'

export interface StatusMarkProps {
  readonly status: CoverageStatus
  /** Leaves out the word, for places where the row already names it. */
  readonly isShort?: boolean
}

function Shape({ status }: { readonly status: CoverageStatus }) {
  return (
    <svg viewBox="0 0 16 16" className={styles.shape} aria-hidden="true">
      <circle cx="8" cy="8" r="5.75" fill={status === 'covered' ? 'currentColor' : 'none'} />
      {status === 'partial' && <path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor" />}
    </svg>
  )
}

/** What became of a point: a full, half or empty disc, its colour and its word. */
export function StatusMark({ status, isShort = false }: StatusMarkProps) {
  return (
    <span className={cx(styles.mark, styles[status])}>
      <Shape status={status} />
      <span className={isShort ? 'visually-hidden' : undefined}>{STATUS_NAMES[status]}</span>
    </span>
  )
}
