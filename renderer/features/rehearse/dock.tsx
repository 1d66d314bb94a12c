import type { TargetBand } from '#domain/story'
import type { Observable } from '../../audio/observable.ts'
import { Button } from '../../ui/button.tsx'
import { MicrophoneSelect } from '../shared/microphone-select.tsx'
import styles from './dock.module.css'
import { LevelMeter } from './level-meter.tsx'
import { RecordButton } from './record-button.tsx'
import type { Meter } from './recording.ts'
import type { RecordingState } from './recording-state.ts'
import { TargetBar } from './target-bar.tsx'

export interface DockProps {
  readonly state: RecordingState
  readonly meter: Observable<Meter>
  readonly target: TargetBand
  onPress(): void
  onPause(): void
  onResume(): void
  onFinish(): void
  onDiscard(): void
  onCancel(): void
}

/** The foot of the stage: time, record button, microphone. */
export function Dock({ state, meter, target, ...on }: DockProps) {
  const isRunning = state.kind === 'recording' || state.kind === 'paused'
  const isWaiting = state.kind === 'thinking' || state.kind === 'arming'
  const isEnding = state.kind === 'finishing' || state.kind === 'writing'
  return (
    <section className={styles.dock} aria-label="Recording">
      <div className={styles.side}>
        <TargetBar meter={meter} target={target} isShown={isRunning || isEnding} />
      </div>
      <RecordButton state={state} onPress={on.onPress} />
      <div className={styles.side}>
        {isRunning ? (
          <div className={styles.running}>
            <LevelMeter meter={meter} isActive={state.kind === 'recording'} />
            <div className={styles.actions}>
              {state.kind === 'paused' ? (
                <Button size="sm" keys="p" onPress={on.onResume}>
                  Go on
                </Button>
              ) : (
                <Button size="sm" keys="p" onPress={on.onPause}>
                  Pause
                </Button>
              )}
              {state.kind === 'paused' && (
                <Button size="sm" keys="Enter" onPress={on.onFinish}>
                  Finish
                </Button>
              )}
              <Button size="sm" variant="quiet" keys="Escape" onPress={on.onDiscard}>
                Discard
              </Button>
            </div>
          </div>
        ) : isWaiting ? (
          <Button size="sm" variant="quiet" keys="Escape" onPress={on.onCancel}>
            Cancel
          </Button>
        ) : (
          !isEnding && <MicrophoneSelect hideLabel />
        )}
      </div>
    </section>
  )
}
