import type { Player } from '../../audio/player.ts'
import { cx } from '../../ui/cx.ts'
import { formatDuration } from '../shared/format.ts'
import { PART_NAMES } from '../shared/parts.ts'
import type { partRegions, TimeSpan } from './evidence.ts'
import styles from './waveform-view.module.css'

/** Where a span lies on a line that is as long as the recording. */
export const placeOn = (durationMs: number, { startMs, endMs }: TimeSpan) => ({
  left: `${(100 * startMs) / durationMs}%`,
  width: `${(100 * (endMs - startMs)) / durationMs}%`,
})

export interface PartLaneProps {
  readonly regions: ReturnType<typeof partRegions>
  readonly durationMs: number
  readonly player: Player
}

/** The part that is told at each moment; a press plays from there. For the eye: keys and buttons elsewhere do the same. */
export function PartLane({ regions, durationMs, player }: PartLaneProps) {
  return regions.map((region) => (
    <button
      key={`${region.part} ${region.startMs}`}
      type="button"
      tabIndex={-1}
      className={cx(styles.region, styles[region.part])}
      style={placeOn(durationMs, region)}
      title={`${PART_NAMES[region.part].label}, ${formatDuration(region.startMs)}`}
      onClick={() => player.play(region.startMs)}
    >
      {PART_NAMES[region.part].letter}
    </button>
  ))
}
