import type { ReactNode } from 'react'
import type { Delivery } from '#domain/delivery/delivery'
import type { TargetBand } from '#domain/story'
import { formatDuration } from '../shared/format.ts'
import styles from './delivery-panel.module.css'
import { PartShares } from './part-shares.tsx'
import { fillerGroups, lengthWords, pauseWords } from './report-words.ts'

export interface DeliveryPanelProps {
  readonly delivery: Delivery
  readonly target: TargetBand
  onHear(fromMs: number): void
}

// A little before, so that what led there is heard.
const LEAD_MS = 1000

function Moment({ atMs, name, onHear }: { atMs: number; name: string; onHear(fromMs: number): void }) {
  const time = formatDuration(atMs)
  return (
    <button
      type="button"
      className={styles.moment}
      aria-label={`Hear ${name} at ${time}`}
      onClick={() => onHear(Math.max(0, atMs - LEAD_MS))}
    >
      {time}
    </button>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** How the answer was delivered: length, pace, pauses, fillers, and the time each part took. */
export function DeliveryPanel({ delivery, target, onHear }: DeliveryPanelProps) {
  const { durationMs, wordsPerMinute, pauses, partTimes } = delivery
  const fillers = fillerGroups(delivery)
  return (
    <section aria-label="Delivery">
      <h2 className={styles.heading}>Delivery</h2>
      <dl className={styles.rows}>
        <Row name="Length">
          <strong>{formatDuration(durationMs)}</strong> {lengthWords(durationMs, target)}
        </Row>
        {wordsPerMinute !== null && (
          <Row name="Pace">
            <strong>{Math.round(wordsPerMinute)}</strong> words a minute
          </Row>
        )}
        <Row name="Pauses">
          {pauses.length === 0 && 'None of two seconds or more'}
          {pauses.map((pause) => (
            <span key={pause.startMs} className={styles.item}>
              {pauseWords(pause)}{' '}
              <Moment atMs={pause.startMs} name={`the pause of ${pauseWords(pause)}`} onHear={onHear} />
            </span>
          ))}
        </Row>
        <Row name="Fillers">
          {fillers.length === 0 && 'None'}
          {fillers.map(({ text, atMs }) => (
            <span key={text} className={styles.item}>
              “{text}” {atMs.length > 1 && `${atMs.length}×`}{' '}
              {atMs.map((ms) => (
                <Moment key={ms} atMs={ms} name={`“${text}”`} onHear={onHear} />
              ))}
            </span>
          ))}
        </Row>
        {partTimes.length > 0 && (
          <Row name="Parts">
            <PartShares partTimes={partTimes} />
          </Row>
        )}
      </dl>
    </section>
  )
}
