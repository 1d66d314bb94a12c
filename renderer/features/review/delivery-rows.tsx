import Flag from 'lucide-react/icons/flag'
import type { ReactNode } from 'react'
import { type Delivery, FillerKind } from '#domain/delivery/delivery'
import { Explained } from '../../ui/explained.tsx'
import { useSettings } from '../shared/use-settings.ts'
import { DELIVERY_NOTES, type DeliveryNote } from './delivery-notes.ts'
import styles from './delivery-panel.module.css'
import { fillerKindWords, isLong, paceWords } from './delivery-words.ts'
import type { Hear } from './hear.ts'
import { Mentions, Moment } from './moment.tsx'
import { PaceCurve } from './pace-curve.tsx'
import { pauseWords } from './report-words.ts'

export interface DeliveryRowProps {
  readonly delivery: Delivery
  readonly onHear: Hear | undefined
}

/** One figure: its name, which explains it, and what it is. */
export function Row({ note, children }: { readonly note: DeliveryNote; readonly children: ReactNode }) {
  const { term, says, norm } = DELIVERY_NOTES[note]
  return (
    <div className={styles.row}>
      <dt>
        <Explained term={term}>
          <p>{says}</p>
          <p>{norm}</p>
        </Explained>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Pace against the calm band of the settings, and its curve. */
export function PaceRow({ delivery, onHear }: DeliveryRowProps) {
  const band = useSettings()?.pace
  const { wordsPerMinute, curve } = delivery.pace
  if (wordsPerMinute === null || !band) return null
  return (
    <Row note="pace">
      <span>
        <strong>{Math.round(wordsPerMinute)}</strong> words a minute, {paceWords(delivery.pace, band)}
      </span>
      {curve.length > 1 && <PaceCurve curve={curve} band={band} durationMs={delivery.durationMs} onHear={onHear} />}
    </Row>
  )
}

/** How many pauses, and the long ones as moments. */
export function PausesRow({ delivery: { pauses }, onHear }: DeliveryRowProps) {
  return (
    <Row note="pauses">
      <span>
        <strong>{pauses.count || 'None'}</strong>
        {pauses.count > 0 && `, ${(pauses.totalMs / 1000).toFixed(1)} s in all`}
        {pauses.source === 'words' && ', from the times of the words'}
      </span>
      {pauses.shown.map((pause) => (
        <span key={pause.startMs} className={styles.item}>
          {isLong(pause) && <Flag className={styles.flag} role="img" aria-label="long" />}
          {pauseWords(pause)} <Moment atMs={pause.startMs} name={`the pause of ${pauseWords(pause)}`} onHear={onHear} />
        </span>
      ))}
    </Row>
  )
}

/** Fillers by kind; at least these were said. */
export function FillersRow({ delivery: { fillers }, onHear }: DeliveryRowProps) {
  return (
    <Row note="fillers">
      {fillers.length === 0 ? (
        <strong>None heard</strong>
      ) : (
        <span>
          at least <strong>{fillers.length}</strong>
        </span>
      )}
      {FillerKind.options.map((kind) => {
        const said = fillers.filter((filler) => filler.kind === kind)
        return said.length === 0 ? null : (
          <span key={kind} className={styles.line}>
            <span className={styles.kind}>{fillerKindWords(kind, said.length)}</span>
            <Mentions mentions={said} onHear={onHear} />
          </span>
        )
      })}
    </Row>
  )
}

/** Rows that are there to look up: the rate without pauses, and wording to know about. */
export function MoreRows({ delivery, onHear }: DeliveryRowProps) {
  const { articulationRate } = delivery.pace
  const wording = delivery.isEnglish ? (['hedges', 'absolutes', 'passives'] as const) : []
  return (
    <>
      {articulationRate !== null && (
        <Row note="speaking">
          <span>
            <strong>{Math.round(articulationRate)}</strong> words a minute between pauses
          </span>
        </Row>
      )}
      {wording.map((note) => (
        <Row key={note} note={note}>
          {delivery[note].length === 0 ? 'None' : <Mentions mentions={delivery[note]} onHear={onHear} />}
        </Row>
      ))}
    </>
  )
}
