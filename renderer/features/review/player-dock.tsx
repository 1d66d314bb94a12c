import FastForward from 'lucide-react/icons/fast-forward'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import Rewind from 'lucide-react/icons/rewind'
import { useSyncExternalStore } from 'react'
import type { Report, Waveform } from '#contract/attempts'
import type { Player } from '../../audio/player.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { errorText } from '../shared/error-text.ts'
import { formatDuration } from '../shared/format.ts'
import { useSetSettings } from '../shared/use-settings.ts'
import styles from './player-dock.module.css'
import { WaveformView } from './waveform-view.tsx'

export interface PlayerDockProps {
  readonly report: Report
  readonly waveform: Waveform | null | undefined
  readonly player: Player | null
  readonly rate: number
}

const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2]
const SKIP_MS = 5000

/** The recording: play, skip, speed, and its waveform with the parts marked. */
export function PlayerDock({ report, waveform, player, rate }: PlayerDockProps) {
  if (report.attempt.audioRemovedAt !== null) return <Gone code="audio-cleaned-up" />
  if (waveform === null) return <Gone code="audio-missing" />
  if (!player || !waveform) return <div className={styles.dock} />
  return <Controls report={report} waveform={waveform} player={player} rate={rate} />
}

/** Why there is nothing to hear. */
function Gone({ code }: { readonly code: 'audio-cleaned-up' | 'audio-missing' }) {
  const { title, detail } = errorText(code)
  return (
    <p className={styles.missing}>
      {title}. {detail}
    </p>
  )
}

function Controls({ report, waveform, player, rate }: PlayerDockProps & { player: Player; waveform: Waveform }) {
  const setSettings = useSetSettings()
  const isPlaying = useSyncExternalStore(player.isPlaying.subscribe, player.isPlaying.get)
  const isBroken = useSyncExternalStore(player.isBroken.subscribe, player.isBroken.get)
  const rates = [...new Set([...RATES, rate])].sort((a, b) => a - b)
  if (isBroken) return <p className={styles.missing}>{errorText('audio-unreadable').title}.</p>
  return (
    <section className={styles.dock} aria-label="Recording">
      <div className={styles.buttons}>
        <IconButton label="5 seconds back" keys="ArrowLeft" onPress={() => player.skip(-SKIP_MS)}>
          <Rewind />
        </IconButton>
        <IconButton label={isPlaying ? 'Pause' : 'Play'} keys="Space" size="lg" onPress={player.toggle}>
          {isPlaying ? <Pause /> : <Play />}
        </IconButton>
        <IconButton label="5 seconds on" keys="ArrowRight" onPress={() => player.skip(SKIP_MS)}>
          <FastForward />
        </IconButton>
      </div>
      <Clock player={player} durationMs={report.attempt.durationMs} />
      <WaveformView report={report} waveform={waveform} player={player} />
      <div className={styles.rate}>
        <Select
          label="Playback speed"
          hideLabel
          items={rates.map((each) => ({ id: String(each), label: `${each}×` }))}
          value={String(rate)}
          onChange={(id) => setSettings({ playbackRate: Number(id) })}
        />
      </div>
    </section>
  )
}

function Clock({ player, durationMs }: { readonly player: Player; readonly durationMs: number }) {
  const seconds = useSyncExternalStore(player.timeMs.subscribe, () => Math.floor(player.timeMs.get() / 1000))
  return (
    <span className={styles.clock}>
      {formatDuration(seconds * 1000)} <span className={styles.total}>/ {formatDuration(durationMs)}</span>
    </span>
  )
}
