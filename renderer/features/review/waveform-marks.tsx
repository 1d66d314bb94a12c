import type { Delivery } from '#domain/delivery/delivery'
import type { Player } from '../../audio/player.ts'
import { cx } from '../../ui/cx.ts'
import { formatDuration } from '../shared/format.ts'
import { FILLER_KINDS, isLong } from './delivery-words.ts'
import { leadTo } from './hear.ts'
import { pauseWords } from './report-words.ts'
import styles from './waveform-marks.module.css'

export interface WaveformMarksProps {
  readonly delivery: Delivery
  readonly durationMs: number
  readonly player: Player
}

/**
 * Fillers and pauses above the waveform, each kind with a shape of its own: a dot hesitates, a diamond fills, two bars
 * repeat, a triangle starts anew, a bracket pauses. For the pointer; the delivery lists the same by name.
 */
export function WaveformMarks({ delivery, durationMs, player }: WaveformMarksProps) {
  const percent = (ms: number) => `${(100 * ms) / durationMs}%`
  return (
    <div className={styles.lane}>
      {delivery.pauses.shown.map((pause) => (
        <button
          key={`pause ${pause.startMs}`}
          type="button"
          tabIndex={-1}
          className={cx(styles.pause, isLong(pause) && styles.long)}
          style={{ left: percent(pause.startMs), width: percent(pause.endMs - pause.startMs) }}
          title={`Pause of ${pauseWords(pause)}, ${formatDuration(pause.startMs)}`}
          onClick={() => player.play(leadTo(pause.startMs))}
        />
      ))}
      {delivery.fillers.map(({ kind, text, startMs, span }) => (
        <button
          key={`filler ${span.from}`}
          type="button"
          tabIndex={-1}
          className={cx(styles.filler, styles[kind])}
          style={{ left: percent(startMs) }}
          title={`“${text}” (${FILLER_KINDS[kind][0]}), ${formatDuration(startMs)}`}
          onClick={() => player.play(leadTo(startMs))}
        />
      ))}
    </div>
  )
}
