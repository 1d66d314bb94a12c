import { useRead } from '../shared/use-core.ts'
import { useSettings } from '../shared/use-settings.ts'

/** The story that is rehearsed and the user's choices; null until both are read. */
export function useRehearsal(storyId: string) {
  const { data: detail, error } = useRead('stories.get', { storyId })
  const settings = useSettings()
  return { rehearsal: detail && settings ? { detail, settings } : null, error }
}
