import { useCallback } from 'react'
import { useToasts } from '../../ui/toast.tsx'
import { useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'

/** The speech models on this machine; undefined until they are read. */
export const useModels = () => useRead('models.list', {}).data

/** What can be done with a model. */
export function useModelActions() {
  const activate = useWrite('models.activate')
  const remove = useWrite('models.remove')
  const guard = useGuard()
  const toasts = useToasts()
  return {
    activate: useCallback((modelId: string) => guard(() => activate({ modelId })), [activate, guard]),
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
