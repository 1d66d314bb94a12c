import type { Voice } from '#domain/delivery/delivery'
import { cx } from '../../ui/cx.ts'
import { PART_NAMES } from '../shared/parts.ts'
import styles from './voice-counts.module.css'
import colours from './waveform-view.module.css'

/** How often "I" and "we" were said, in all and in each part. */
export function VoiceCounts({ voices }: { readonly voices: readonly Voice[] }) {
  const all = voices.find(({ part }) => part === null)
  const parts = voices.filter(({ part, i, we }) => part !== null && i + we > 0)
  return (
    <>
      {all && (
        <span>
          I <strong>{all.i}</strong>, we <strong>{all.we}</strong>
        </span>
      )}
      {parts.length > 1 && (
        <ul className={styles.parts} aria-label="In each part">
          {parts.map(({ part, i, we }) => (
            <li key={part} className={cx(styles.part, colours[part!])} title={PART_NAMES[part!].label}>
              <b aria-hidden="true">{PART_NAMES[part!].letter}</b>
              <span className="visually-hidden">{PART_NAMES[part!].label}: </span>I {i}, we {we}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
