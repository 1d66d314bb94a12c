import { useLocation } from 'wouter'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { useSettings } from '../shared/use-settings.ts'
import { AddModel } from './add-model.tsx'
import { CatalogueList } from './catalogue-list.tsx'
import { MirrorField } from './mirror-field.tsx'
import { ModelList } from './model-list.tsx'
import { ModelUses } from './model-uses.tsx'
import { downloadWords } from './model-words.ts'
import settings from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'
import { SpeedCheck } from './speed-check.tsx'
import { useCatalogue } from './use-catalogue.ts'
import { useLastingFocus } from './use-lasting-focus.ts'
import { useModels, useVoiceActivityModels } from './use-models.ts'
import { VoiceActivity } from './voice-activity.tsx'

/** Speech models: those on this machine and what they are used for, and those to download. */
export function ModelsScreen() {
  const [, navigate] = useLocation()
  useShortcuts(SHORTCUTS, { back: () => navigate('/settings') })
  return (
    <Screen title="Speech models" trail={<a href="#/settings">Settings</a>}>
      <div className={settings.scroll}>
        <Groups />
      </div>
    </Screen>
  )
}

function Groups() {
  const models = useModels()
  const detectors = useVoiceActivityModels()
  const catalogue = useCatalogue()
  const mirror = useSettings()?.modelMirror
  const here = useLastingFocus<HTMLDivElement>()
  if (!models || !detectors || !catalogue || mirror === undefined) return <Loading label="Reading what is there" />
  const news = catalogue.models.map(downloadWords).filter(Boolean).join('. ')
  return (
    <div className={settings.groups}>
      <p role="status" className="visually-hidden">
        {news}
      </p>
      <SettingsGroup
        title="On this machine"
        hint="The one in use hears your answers. Nothing of them leaves this machine."
      >
        <div ref={here} className={settings.controls}>
          {models.length > 0 ? (
            <>
              <ModelList models={models} home={here} />
              <ModelUses models={models} />
            </>
          ) : (
            <p className={settings.quiet}>
              There is no model yet. Without one Starbeat records, plays back and lets you tick points by hand. Download
              the recommended one below, or choose a file that you have.
            </p>
          )}
          <AddModel />
        </div>
      </SettingsGroup>
      <SettingsGroup title="Speed" hint="How fast each model is on this machine, worked out from a short measurement.">
        <SpeedCheck catalogue={catalogue} />
      </SettingsGroup>
      <SettingsGroup
        title="Download"
        hint={`From ${catalogue.host}, only when you press a button. Every file is checked before it is used; a broken download goes on where it stopped.`}
      >
        <CatalogueList models={catalogue.models.filter(({ kind }) => kind === 'speech')} />
        <MirrorField mirror={mirror} />
      </SettingsGroup>
      <SettingsGroup
        title="Speech or noise"
        hint="A tiny model that tells speech from other sound, so that silence and noise give no invented words. Starbeat does without, a little less well."
      >
        <VoiceActivity
          installed={detectors}
          offered={catalogue.models.filter(({ kind }) => kind === 'voice-activity')}
        />
      </SettingsGroup>
    </div>
  )
}
