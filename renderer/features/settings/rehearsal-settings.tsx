import type { Settings } from '#contract/app'
import type { CueLevel } from '#domain/attempt'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useSetSettings } from '../shared/use-settings.ts'
import styles from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'

const CUES: readonly { id: CueLevel; label: string; hint: string }[] = [
  { id: 'full', label: 'Full points', hint: 'Every point of the story is in view while you speak.' },
  { id: 'keywords', label: 'Keywords', hint: 'A few words of each point, to keep the thread.' },
  { id: 'off-book', label: 'Off book', hint: 'The question alone, as in an interview.' },
]

const THINKING_S = [0, 10, 20, 30, 60, 120]
const STEP_S = 5

/** Keeps a band a band: the end that was not touched gives way. */
export function bandOf(minS: number, maxS: number, touched: 'min' | 'max') {
  const min = touched === 'max' ? Math.min(minS, maxS - STEP_S) : minS
  const max = touched === 'min' ? Math.max(maxS, minS + STEP_S) : maxS
  return { minMs: min * 1000, maxMs: max * 1000 }
}

const STEP_WPM = 5

/** Keeps the calm band a band: the end that was not touched gives way. */
export function paceOf(min: number, max: number, touched: 'min' | 'max') {
  return {
    min: touched === 'max' ? Math.min(min, max - STEP_WPM) : min,
    max: touched === 'min' ? Math.max(max, min + STEP_WPM) : max,
  }
}

/** How long answers should be, at which pace, and how a rehearsal begins. */
export function RehearsalSettings({ settings }: { readonly settings: Settings }) {
  const setSettings = useSetSettings()
  const [minS, maxS] = [settings.target.minMs / 1000, settings.target.maxMs / 1000]
  const thinkingS = settings.thinkingTimeMs / 1000
  const choices = [...new Set([...THINKING_S, thinkingS])].sort((a, b) => a - b)
  return (
    <SettingsGroup title="Rehearsal" hint="How each rehearsal starts; you can change it there, too.">
      <div className={styles.row}>
        <NumberField
          label="Answer at least"
          value={minS}
          min={10}
          max={890}
          step={STEP_S}
          unit="second"
          onChange={(value) => setSettings({ target: bandOf(value, maxS, 'min') })}
        />
        <NumberField
          label="and at most"
          value={maxS}
          min={15}
          max={900}
          step={STEP_S}
          unit="second"
          onChange={(value) => setSettings({ target: bandOf(minS, value, 'max') })}
        />
        <Select
          label="Time to think first"
          items={choices.map((s) => ({ id: String(s), label: s === 0 ? 'None' : `${s} seconds` }))}
          value={String(thinkingS)}
          onChange={(value) => setSettings({ thinkingTimeMs: Number(value) * 1000 })}
        />
      </div>
      <div className={styles.row}>
        <NumberField
          label="Calm pace from"
          value={settings.pace.min}
          min={60}
          max={295}
          step={STEP_WPM}
          onChange={(value) => setSettings({ pace: paceOf(value, settings.pace.max, 'min') })}
        />
        <NumberField
          label="to (words a minute)"
          value={settings.pace.max}
          min={65}
          max={300}
          step={STEP_WPM}
          onChange={(value) => setSettings({ pace: paceOf(settings.pace.min, value, 'max') })}
        />
      </div>
      <RadioGroup
        label="What you see while you speak"
        items={CUES}
        value={settings.cueLevel}
        onChange={(cueLevel) => setSettings({ cueLevel })}
      />
      <Switch
        isSelected={settings.liveTranscription}
        onChange={(liveTranscription) => setSettings({ liveTranscription })}
      >
        Write down while I speak, so that the report is there when I stop
      </Switch>
      <Switch
        isSelected={settings.liveTranscription && settings.liveTicks}
        isDisabled={!settings.liveTranscription}
        onChange={(liveTicks) => setSettings({ liveTicks })}
      >
        Tick points while I speak (most people speak better without)
      </Switch>
    </SettingsGroup>
  )
}
