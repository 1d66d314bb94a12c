import type { PartTime } from '#domain/delivery/delivery'
import { cx } from '../../ui/cx.ts'
import { formatDuration } from '../shared/format.ts'
import { PART_NAMES } from '../shared/parts.ts'
import styles from './part-shares.module.css'
import colours from './waveform-view.module.css'

/** The time each part took, as one bar with letters. */
export function PartShares({ partTimes }: { readonly partTimes: readonly PartTime[] }) {
  return (
    <ul className={styles.bar}>
      {partTimes.map(({ part, ms, share }) => {
        const { letter, label } = PART_NAMES[part]
        const percent = Math.round(share * 100)
        return (
          <li
            key={part}
            className={cx(styles.share, colours[part])}
            style={{ flexGrow: share }}
            title={`${label}: ${formatDuration(ms)}, ${percent} %`}
          >
            <span aria-hidden="true">
              <b>{letter}</b> {percent} %
            </span>
            <span className="visually-hidden">{`${label}: ${formatDuration(ms)}, ${percent} percent`}</span>
          </li>
        )
      })}
    </ul>
  )
}
