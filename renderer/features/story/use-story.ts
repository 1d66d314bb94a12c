import { useCallback } from 'react'
import { useToasts } from '../../ui/toast.tsx'
import { useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'

/** A story with its bank, section, questions and attempts. */
export const useStory = (storyId: string) => useRead('stories.get', { storyId })

/** The document a bank came from; read when it is wanted. */
export const useBankSource = (bankId: string, isWanted: boolean) => useRead('banks.source', { bankId }, isWanted)

/** Gives a story another title. */
export function useRename(storyId: string): (title: string) => Promise<unknown> {
  const rename = useWrite('stories.rename')
  const guard = useGuard()
  return useCallback((title) => guard(() => rename({ storyId, title })), [rename, guard, storyId])
}

/** Forgets words that were learned, with the way back. */
export function useRemoveWording(): (wordingId: string) => Promise<unknown> {
  const remove = useWrite('wordings.remove')
  const restore = useWrite('wordings.restore')
  const guard = useGuard()
  const toasts = useToasts()
  return useCallback(
    (wordingId) =>
      guard(async () => {
        await remove({ wordingId })
        const undo = () => void guard(() => restore({ wordingId }))
        toasts.show({ text: 'Forgotten; reports are judged without it', action: { label: 'Undo', onPress: undo } })
      }),
    [remove, restore, guard, toasts],
  )
}

/** Puts an attempt aside, with the way back. */
export function useRemoveAttempt(): (attemptId: string) => Promise<unknown> {
  const remove = useWrite('attempts.remove')
  const restore = useWrite('attempts.restore')
  const guard = useGuard()
  const toasts = useToasts()
  return useCallback(
    (attemptId) =>
      guard(async () => {
        await remove({ attemptId })
        const undo = () => void guard(() => restore({ attemptId }))
        toasts.show({ text: 'Attempt deleted', action: { label: 'Undo', onPress: undo } })
      }),
    [remove, restore, guard, toasts],
  )
}
