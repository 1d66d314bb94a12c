import { useMemo } from 'react'
import type { Report, Waveform } from '#contract/attempts'
import type { Player } from '../../audio/player.ts'
import { useWaveform } from '../../audio/use-waveform.ts'
import { partRegions } from './evidence.ts'
import { PartLane } from './part-lane.tsx'
import { WaveformMarks } from './waveform-marks.tsx'
import styles from './waveform-view.module.css'

export interface WaveformViewProps {
  readonly report: Report
  readonly waveform: Waveform
  readonly player: Player
}

/** The waveform, above it fillers and pauses, under it the part that is told at each moment. */
export function WaveformView({ report, waveform, player }: WaveformViewProps) {
  const { durationMs } = waveform
  const envelope = useMemo(() => ({ frameMs: waveform.frameMs, peaks: waveform.peaks }), [waveform])
  const container = useWaveform({ player, envelope, durationMs })
  const regions = useMemo(() => partRegions(report.points, report.words ?? []), [report.points, report.words])
  // Everything here can be had elsewhere by keyboard and by name: points, words, pauses, fillers, keys for moving.
  return (
    <div className={styles.root} aria-hidden="true">
      {report.delivery && <WaveformMarks delivery={report.delivery} durationMs={durationMs} player={player} />}
      <div ref={container} className={styles.waveform} />
      <div className={styles.lane}>
        <PartLane regions={regions} durationMs={durationMs} player={player} />
      </div>
    </div>
  )
}
