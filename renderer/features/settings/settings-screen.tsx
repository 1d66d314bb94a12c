import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { MicrophoneSelect } from '../shared/microphone-select.tsx'
import { Screen } from '../shared/screen.tsx'
import { ShortcutDialog } from '../shared/shortcuts/shortcut-list.tsx'
import { useAppInfo } from '../shared/use-app-info.ts'
import { useSetSettings, useSettings } from '../shared/use-settings.ts'
import { LearningSettings } from './learning-settings.tsx'
import { PracticeSettings } from './practice-settings.tsx'
import { RehearsalSettings } from './rehearsal-settings.tsx'
import styles from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'
import { SpeechSettings } from './speech-settings.tsx'
import { StorageSettings } from './storage-settings.tsx'

const THEMES = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const

/** Settings: everything takes effect at once. */
export function SettingsScreen() {
  const settings = useSettings()
  const setSettings = useSetSettings()
  const info = useAppInfo()
  const [isListOpen, setListOpen] = useState(false)
  return (
    <Screen title="Settings">
      <div className={styles.scroll}>
        {settings && (
          <div className={styles.groups}>
            <RehearsalSettings settings={settings} />
            <PracticeSettings settings={settings} />
            <SettingsGroup title="Microphone" hint="The voice you rehearse with.">
              <MicrophoneSelect hideLabel />
            </SettingsGroup>
            <SpeechSettings />
            <LearningSettings />
            <SettingsGroup title="Appearance">
              <SegmentedControl
                label="Theme"
                hideLabel
                items={THEMES}
                value={settings.theme}
                onChange={(theme) => setSettings({ theme })}
              />
            </SettingsGroup>
            <StorageSettings />
            <SettingsGroup title="Privacy">
              <p className={styles.quiet}>
                Your stories, your voice and what was heard stay on this machine. Starbeat has no account and counts
                nothing. The only thing it fetches from the network is a speech model that you choose to download; it
                blocks every other connection by itself.
              </p>
            </SettingsGroup>
            <SettingsGroup title="Keyboard" hint="Everything can be done without a mouse.">
              <div className={styles.start}>
                <Button keys="?" onPress={() => setListOpen(true)}>
                  Show all shortcuts
                </Button>
              </div>
            </SettingsGroup>
            <SettingsGroup title="About">
              <p className={styles.quiet}>
                Starbeat {info?.version}. Rehearse your interview stories aloud, and see which points you said. Free
                software under the MIT licence.
              </p>
            </SettingsGroup>
          </div>
        )}
      </div>
      <ShortcutDialog isOpen={isListOpen} onClose={() => setListOpen(false)} />
    </Screen>
  )
}
