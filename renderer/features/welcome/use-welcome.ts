import { useSamples } from '../library/use-library.ts'
import { useModels } from '../settings/use-models.ts'
import { useRead } from '../shared/use-core.ts'
import { useSetSettings } from '../shared/use-settings.ts'

/** How far the first start has come, and its last step. */
export function useWelcome() {
  const stories = useRead('stories.list', {}).data
  const models = useModels()
  const setSettings = useSetSettings()
  return {
    storyCount: stories?.length ?? 0,
    modelName: models?.find((model) => model.active)?.name ?? null,
    importSamples: useSamples(),
    finish: () => setSettings({ welcomed: true }),
  }
}
