import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { cx } from '../../ui/cx.ts'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './record-button.module.css'
import type { RecordingState } from './recording-state.ts'

export interface RecordButtonProps {
  readonly state: RecordingState
  onPress(): void
}

const LABELS: Readonly<Record<RecordingState['kind'], string>> = {
  idle: 'Record',
  refused: 'Record',
  kept: 'Record again',
  thinking: 'Start now',
  arming: 'Waiting for the microphone…',
  recording: 'Finish',
  paused: 'Go on',
  finishing: 'Saving…',
  writing: 'Writing down the last words…',
}

function secondsLeft(endsAtMs: number): number {
  return Math.max(0, Math.ceil((endsAtMs - Date.now()) / 1000))
}

/** The seconds that are left to think. */
function Countdown({ endsAtMs }: { readonly endsAtMs: number }) {
  const [seconds, setSeconds] = useState(() => secondsLeft(endsAtMs))
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsLeft(endsAtMs)), 200)
    return () => clearInterval(timer)
  }, [endsAtMs])
  return (
    <span className={cx(styles.countdown, 'figures')} role="timer" aria-label={`${seconds} seconds to think`}>
      {seconds}
    </span>
  )
}

/** The one big button. Its light is red only while sound is really being recorded. */
export function RecordButton({ state, onPress }: RecordButtonProps) {
  const label = LABELS[state.kind]
  const isBusy = state.kind === 'arming' || state.kind === 'finishing' || state.kind === 'writing'
  return (
    <div className={styles.root}>
      <AriaButton
        aria-label={label}
        onPress={onPress}
        className={cx(styles.button, styles[state.kind])}
        data-state={state.kind}
      >
        {state.kind === 'thinking' ? <Countdown endsAtMs={state.endsAtMs} /> : <span className={styles.light} />}
      </AriaButton>
      <span className={styles.caption} aria-hidden="true">
        {label}
        {!isBusy && <Kbd keys="Space" />}
      </span>
    </div>
  )
}
