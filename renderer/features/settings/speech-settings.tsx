import type { EngineState } from '#contract/app'
import { useAppInfo } from '../shared/use-app-info.ts'
import { AddModel } from './add-model.tsx'
import { ModelList } from './model-list.tsx'
import styles from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'

const STATES: Readonly<Record<EngineState, string>> = {
  missing: 'The speech engine is not built on this machine. Recording and playback work without it.',
  asleep: 'The speech engine is asleep; it wakes when there is something to hear.',
  loading: 'The speech engine is loading the model.',
  ready: 'The speech engine is ready.',
}

/** The choice of speech model and how the engine is doing. */
export function SpeechSettings() {
  const engine = useAppInfo()?.engine
  return (
    <SettingsGroup title="Speech model" hint="Turns what you say into text. It runs on this machine only.">
      <ModelList />
      <AddModel />
      {engine && (
        <p className={styles.quiet}>
          {STATES[engine.state]}
          {engine.version && ` whisper.cpp ${engine.version}.`}
        </p>
      )}
    </SettingsGroup>
  )
}
