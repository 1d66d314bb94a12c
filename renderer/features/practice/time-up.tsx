import { useSyncExternalStore } from 'react'
import type { Observable } from '../../audio/observable.ts'
import type { Meter } from '../rehearse/recording.ts'
import styles from './interview.module.css'

export interface TimeUpProps {
  readonly meter: Observable<Meter>
  /** 0 for no limit. */
  readonly limitMs: number
}

/** Says that the time for an answer is over, as an interviewer would; the recording goes on. */
export function TimeUp({ meter, limitMs }: TimeUpProps) {
  const isOver = useSyncExternalStore(meter.subscribe, () => limitMs > 0 && meter.get().recordedMs >= limitMs)
  return (
    <p className={styles.timeUp} role="status">
      {isOver && 'Time is up: come to an end.'}
    </p>
  )
}
