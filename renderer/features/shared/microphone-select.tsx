import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './microphone-select.module.css'
import { useGuard } from './use-guard.ts'
import { useMicrophones } from './use-microphones.ts'
import { useSetSettings, useSettings } from './use-settings.ts'

const DEFAULT = { id: 'default', label: "The system's default" } as const

/** The choice of microphone, kept in the settings. */
export function MicrophoneSelect({ hideLabel = false }: { readonly hideLabel?: boolean }) {
  const { microphones, isNamed, ask } = useMicrophones()
  const chosen = useSettings()?.microphoneId ?? DEFAULT.id
  const setSettings = useSetSettings()
  const guard = useGuard()
  const isThere = chosen === DEFAULT.id || microphones.some(({ id }) => id === chosen)
  const absent = { id: chosen, label: isNamed ? 'Chosen microphone (not connected)' : 'Chosen microphone' }
  return (
    <div className={styles.root}>
      <div className={styles.select}>
        <Select
          label="Microphone"
          hideLabel={hideLabel}
          items={[DEFAULT, ...(isThere ? [] : [absent]), ...microphones]}
          value={chosen}
          onChange={(id) => setSettings({ microphoneId: id === DEFAULT.id ? null : id })}
        />
      </div>
      {!isNamed && <Button onPress={() => guard(ask)}>Show my microphones</Button>}
    </div>
  )
}
