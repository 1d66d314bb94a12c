import { useCallback } from 'react'
import type { Settings } from '#contract/app'
import { useRead, useWrite } from './use-core.ts'
import { useGuard } from './use-guard.ts'

/** What the user has chosen; undefined until it is read. */
export const useSettings = (): Settings | undefined => useRead('settings.get', {}).data

/** Changes some settings; a refusal is shown as a message. */
export function useSetSettings(): (patch: Partial<Settings>) => Promise<unknown> {
  const set = useWrite('settings.set')
  const guard = useGuard()
  return useCallback((patch) => guard(() => set({ patch })), [set, guard])
}
