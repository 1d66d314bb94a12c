import type { EngineState } from '#contract/app'
import { LinkButton } from '../../ui/button.tsx'
import { useAppInfo } from '../shared/use-app-info.ts'
import { modelWords } from './model-words.ts'
import styles from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'
import { useModels } from './use-models.ts'

const STATES: Readonly<Record<EngineState, string>> = {
  missing: 'The speech engine is not built on this machine. Recording and playback work without it.',
  asleep: 'The speech engine is asleep; it wakes when there is something to hear.',
  loading: 'The speech engine is loading the model.',
  ready: 'The speech engine is ready.',
}

/** Which model hears, how the engine is doing, and the way to all models. */
export function SpeechSettings() {
  const engine = useAppInfo()?.engine
  const models = useModels()
  const active = models?.find((model) => model.active)
  return (
    <SettingsGroup title="Speech model" hint="Turns what you say into text. It runs on this machine only.">
      {models && (
        <p className={styles.quiet}>
          {active
            ? `${active.name} is in use: ${modelWords(active)}.`
            : 'There is no model yet. Without one Starbeat records, plays back and lets you tick points by hand.'}
        </p>
      )}
      <div className={styles.start}>
        <LinkButton href="#/settings/models">{active ? 'Speech models' : 'Get a speech model'}</LinkButton>
      </div>
      {engine && (
        <p className={styles.quiet}>
          {STATES[engine.state]}
          {engine.version && ` whisper.cpp ${engine.version}.`}
        </p>
      )}
    </SettingsGroup>
  )
}
