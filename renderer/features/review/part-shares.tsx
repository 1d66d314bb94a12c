import type { PartTime } from '#domain/delivery/delivery'
import { cx } from '../../ui/cx.ts'
import { formatDuration } from '../shared/format.ts'
import { PART_NAMES } from '../shared/parts.ts'
import styles from './part-shares.module.css'
import colours from './waveform-view.module.css'

const percent = (share: number) => Math.round(100 * share)
const band = ({ min, max }: { min: number; max: number }) => `${percent(min)}–${percent(max)} %`

/** One part in words: `Action: 0:41, 52 %, usually 50–60 %`. */
export function partWords({ part, ms, share, usual }: PartTime): string {
  const own = `${PART_NAMES[part].label}: ${formatDuration(ms)}, ${percent(share)} %`
  return usual ? `${own}, usually ${band(usual)}` : own
}

/** The time each part took as one bar with letters, above it how it is usually split. */
export function PartShares({ partTimes }: { readonly partTimes: readonly PartTime[] }) {
  const told = partTimes.filter(({ ms }) => ms > 0)
  const usual = partTimes.flatMap(({ part, usual }) => (usual ? [{ part, usual }] : []))
  return (
    <div className={styles.root}>
      <div className={styles.bars}>
        <span className={styles.name} aria-hidden="true">
          Yours
        </span>
        <div className={styles.bar} aria-hidden="true">
          {told.map((time) => (
            <span
              key={time.part}
              className={cx(styles.share, colours[time.part])}
              style={{ flexGrow: time.share }}
              title={partWords(time)}
            >
              <b>{PART_NAMES[time.part].letter}</b> <span className={styles.figure}>{percent(time.share)} %</span>
            </span>
          ))}
        </div>
        <span className={styles.name} aria-hidden="true">
          Usual
        </span>
        <div className={styles.bar} aria-hidden="true">
          {usual.map(({ part, usual: { min, max } }) => (
            <span
              key={part}
              className={cx(styles.share, styles.usual, colours[part])}
              style={{ flexGrow: (min + max) / 2 }}
              title={`${PART_NAMES[part].label}: usually ${band({ min, max })}`}
            >
              <b>{PART_NAMES[part].letter}</b>{' '}
              <span className={styles.figure}>
                {percent(min)}–{percent(max)}
              </span>
            </span>
          ))}
        </div>
      </div>
      <ul className="visually-hidden">
        {partTimes.map((time) => (
          <li key={time.part}>{partWords(time)}</li>
        ))}
      </ul>
    </div>
  )
}
