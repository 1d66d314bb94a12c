import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CleanUpPreview } from '#contract/history'
import type { CleanUpLimit, CleanUpRule, CleanUpWhat } from '#domain/history/clean-up'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { formatBytes, plural } from '../shared/format.ts'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import styles from './clean-up.module.css'
import { CleanUpStories } from './clean-up-stories.tsx'
import { cleanUpCount, keptLine, previewLine } from './clean-up-words.ts'
import settings from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'
import { useCleanUp, useCleanUpPreview } from './use-clean-up.ts'

const WHAT = [
  { id: 'audio', label: 'The sound only', hint: 'Transcript, report and score stay; it can no longer be played.' },
  { id: 'attempts', label: 'Whole attempts', hint: 'Nothing of them stays.' },
] as const
const BY = [
  { id: 'age', label: 'By age' },
  { id: 'size', label: 'By size' },
] as const
const AGES = [30, 90, 180, 365].map((days) => ({ id: String(days), label: `Older than ${days} days` }))
const GB = 1e9
const SIZES = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20].map((gb) => ({
  id: String(gb * GB),
  label: `All sound under ${formatBytes(gb * GB)}`,
}))

/** Clean up: frees the space of old attempts, after it has shown which. */
export function CleanUpScreen() {
  const [what, setWhat] = useState<CleanUpWhat>('audio')
  const [limit, setLimit] = useState<CleanUpLimit>({ by: 'age', days: 180 })
  const rule: CleanUpRule = { what, limit }
  const { data: preview, error } = useCleanUpPreview(rule)
  const [, navigate] = useLocation()
  useShortcuts(SHORTCUTS, { back: () => navigate('/settings') })
  return (
    <Screen title="Clean up" trail={<a href="#/settings">Settings</a>}>
      <div className={settings.scroll}>
        <div className={settings.groups}>
          <SettingsGroup title="What goes" hint="Favourites and the newest attempt of each story always stay.">
            <RadioGroup label="What goes" hideLabel items={WHAT} value={what} onChange={(next) => setWhat(next)} />
          </SettingsGroup>
          <SettingsGroup title="Which" hint="The oldest go first.">
            <div className={settings.row}>
              <SegmentedControl
                label="By age or by size"
                hideLabel
                items={BY}
                value={limit.by}
                onChange={(by) => setLimit(by === 'age' ? { by, days: 180 } : { by, bytes: GB })}
              />
              <div className={styles.limit}>
                {limit.by === 'age' ? (
                  <Select
                    label="Age"
                    hideLabel
                    items={AGES}
                    value={String(limit.days)}
                    onChange={(days) => setLimit({ by: 'age', days: Number(days) })}
                  />
                ) : (
                  <Select
                    label="Size"
                    hideLabel
                    items={SIZES}
                    value={String(limit.bytes)}
                    onChange={(bytes) => setLimit({ by: 'size', bytes: Number(bytes) })}
                  />
                )}
              </div>
            </div>
          </SettingsGroup>
          <SettingsGroup
            title="Preview"
            hint="Nothing happens before you press the button; then you can still undo it."
          >
            {preview ? (
              <Preview rule={rule} preview={preview} />
            ) : error ? (
              <ErrorNotice error={error} />
            ) : (
              <Loading label="Looking what would go" />
            )}
          </SettingsGroup>
        </div>
      </div>
    </Screen>
  )
}

function Preview({ rule, preview }: { readonly rule: CleanUpRule; readonly preview: CleanUpPreview }) {
  const cleanUp = useCleanUp()
  const { attemptIds, stories, audioBytes, asideBytes } = preview
  const count = attemptIds.length
  const kept = keptLine(preview)
  return (
    <>
      <p className={styles.line} role="status">
        {count === 0 ? 'Nothing would go.' : previewLine(rule.what, preview)}
      </p>
      <p className={settings.quiet}>
        All recordings take {formatBytes(audioBytes)} now
        {count > 0 && `, ${formatBytes(audioBytes - preview.bytes)} after`}.{kept && ` ${kept}`}
        {asideBytes > 0 && ` ${formatBytes(asideBytes)} that you deleted before are freed in a few minutes.`}
      </p>
      {count > 0 && (
        <>
          <div className={settings.start}>
            <Button variant="danger" onPress={() => void cleanUp(rule, preview)}>
              Clean up {cleanUpCount(rule.what, count)}
            </Button>
          </div>
          <CleanUpStories
            caption={`What goes, by story (${plural(stories.length, 'story', 'stories')})`}
            stories={stories}
          />
        </>
      )}
    </>
  )
}
