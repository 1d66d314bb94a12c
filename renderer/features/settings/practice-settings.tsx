import type { Settings } from '#contract/app'
import { DateField } from '../../ui/date-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { useSetSettings } from '../shared/use-settings.ts'
import styles from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'

/** How much comes up a day, and the day for which everything is to be fresh. */
export function PracticeSettings({ settings }: { readonly settings: Settings }) {
  const setSettings = useSetSettings()
  return (
    <SettingsGroup
      title="Practice"
      hint="Each prompt comes up again shortly before you would forget it (FSRS). With the day of an interview, everything is asked in time for it, more a day if needed."
    >
      <div className={styles.row}>
        <DateField
          label="Day of the interview"
          value={settings.interviewOn}
          clearLabel="No interview"
          onChange={(interviewOn) => setSettings({ interviewOn })}
        />
        <NumberField
          label="New prompts a day"
          value={settings.newPerDay}
          min={0}
          max={100}
          step={1}
          onChange={(newPerDay) => setSettings({ newPerDay })}
        />
        <NumberField
          label="Repeated prompts a day"
          value={settings.reviewsPerDay}
          min={1}
          max={500}
          step={1}
          onChange={(reviewsPerDay) => setSettings({ reviewsPerDay })}
        />
      </div>
    </SettingsGroup>
  )
}
