import { useCallback } from 'react'
import { useToasts } from '../../ui/toast.tsx'
import { useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'

/** The speech models on this machine; undefined until they are read. */
export const useModels = () => useRead('models.list', {}).data

/** The voice-activity models on this machine; undefined until they are read. */
export const useVoiceActivityModels = () => useRead('models.voiceActivity', {}).data

/** What can be done with a model. */
export function useModelActions() {
  const activate = useWrite('models.activate')
  const setSecondPass = useWrite('models.setSecondPass')
  const setPrimed = useWrite('models.setPrimed')
  const remove = useWrite('models.remove')
  const guard = useGuard()
  const toasts = useToasts()
  return {
    activate: useCallback((modelId: string) => guard(() => activate({ modelId })), [activate, guard]),
    setSecondPass: useCallback(
      (modelId: string | null) => guard(() => setSecondPass({ modelId })),
      [setSecondPass, guard],
    ),
    setPrimed: useCallback(
      (modelId: string, primed: boolean) => guard(() => setPrimed({ modelId, primed })),
      [setPrimed, guard],
    ),
    remove: useCallback(
      (modelId: string, name: string) =>
        guard(async () => {
          await remove({ modelId })
          toasts.show({ text: `${name} was removed` })
        }),
      [remove, guard, toasts],
    ),
  }
}
