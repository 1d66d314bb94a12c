import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import { useMemo, useSyncExternalStore } from 'react'
import type { Waveform } from '#contract/attempts'
import type { Player } from '../../audio/player.ts'
import { useWaveform } from '../../audio/use-waveform.ts'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Switch } from '../../ui/switch.tsx'
import { partRegions, type TimeSpan } from '../review/evidence.ts'
import { PartLane, placeOn } from '../review/part-lane.tsx'
import waveformStyles from '../review/waveform-view.module.css'
import { errorText } from '../shared/error-text.ts'
import { formatDuration } from '../shared/format.ts'
import styles from './takes-dock.module.css'
import type { Take } from './use-compare.ts'

export interface TakesDockProps {
  readonly takes: readonly [Take, Take]
  readonly players: readonly [Player | null, Player | null]
  /** Where the point in focus is said in each. */
  readonly moments: readonly [TimeSpan | null, TimeSpan | null]
  readonly isFollowing: boolean
  onFollow(isFollowing: boolean): void
}

/** Both recordings, one under the other on the same scale of time. */
export function TakesDock({ takes, players, moments, isFollowing, onFollow }: TakesDockProps) {
  const longestMs = Math.max(...takes.map(({ report }) => report.attempt.durationMs), 1)
  return (
    <section className={styles.dock} aria-label="Recordings">
      <div className={styles.follow}>
        <span className={styles.hint}>
          Play a point in both with its button, or with Space while it is in focus: A speaks first, then B.
        </span>
        <Switch isSelected={isFollowing} onChange={onFollow}>
          Move to the point in focus
        </Switch>
      </div>
      {takes.map((take, i) => (
        <TakeRow
          key={take.letter}
          take={take}
          player={players[i] ?? null}
          moment={moments[i] ?? null}
          width={take.report.attempt.durationMs / longestMs}
        />
      ))}
    </section>
  )
}

interface TakeRowProps {
  readonly take: Take
  readonly player: Player | null
  readonly moment: TimeSpan | null
  /** The share of the longer recording's time. */
  readonly width: number
}

function TakeRow({ take, player, moment, width }: TakeRowProps) {
  const { letter, report, waveform } = take
  const isSilent = report.attempt.audioRemovedAt !== null
  if (waveform === null || isSilent) {
    const code = isSilent ? 'audio-cleaned-up' : 'audio-missing'
    return (
      <p className={styles.missing}>
        <span className={styles.letter}>{letter}</span> {errorText(code).title}.
      </p>
    )
  }
  return (
    <div className={styles.row}>
      <span className={styles.letter}>{letter}</span>
      {player && waveform ? (
        <LoadedTake take={take} waveform={waveform} player={player} moment={moment} width={width} />
      ) : (
        <span className={styles.waiting} />
      )}
    </div>
  )
}

function LoadedTake({ take, waveform, player, moment, width }: TakeRowProps & { waveform: Waveform; player: Player }) {
  const { letter, report } = take
  const { durationMs } = waveform
  const isPlaying = useSyncExternalStore(player.isPlaying.subscribe, player.isPlaying.get)
  const isBroken = useSyncExternalStore(player.isBroken.subscribe, player.isBroken.get)
  const seconds = useSyncExternalStore(player.timeMs.subscribe, () => Math.floor(player.timeMs.get() / 1000))
  const envelope = useMemo(() => ({ frameMs: waveform.frameMs, peaks: waveform.peaks }), [waveform])
  const container = useWaveform({ player, envelope, durationMs })
  const regions = useMemo(() => partRegions(report.points, report.words ?? []), [report])
  if (isBroken) return <span className={styles.missing}>{errorText('audio-unreadable').title}.</span>
  return (
    <>
      <IconButton
        label={isPlaying ? `Pause ${letter}` : `Play ${letter}`}
        keys={letter === 'A' ? '1' : '2'}
        onPress={player.toggle}
      >
        {isPlaying ? <Pause /> : <Play />}
      </IconButton>
      <span className={`${styles.clock} figures`}>
        {formatDuration(seconds * 1000)} <span className={styles.total}>/ {formatDuration(durationMs)}</span>
      </span>
      {/* Keys and buttons do the same by name. */}
      <div className={styles.track} aria-hidden="true">
        <div className={styles.scale} style={{ width: `${100 * width}%` }}>
          <div ref={container} className={cx(waveformStyles.waveform, styles.waveform)} />
          <div className={cx(waveformStyles.lane, styles.lane)}>
            <PartLane regions={regions} durationMs={durationMs} player={player} />
          </div>
          {moment && <span className={styles.moment} style={placeOn(durationMs, moment)} />}
        </div>
      </div>
    </>
  )
}
