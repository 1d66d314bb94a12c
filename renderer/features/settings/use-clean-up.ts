import { useCallback } from 'react'
import type { CleanUpPreview } from '#contract/history'
import type { CleanUpRule } from '#domain/history/clean-up'
import { useToasts } from '../../ui/toast.tsx'
import { formatBytes } from '../shared/format.ts'
import { useRead, useReread, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'
import { goneWords } from './clean-up-words.ts'

/** What a rule would take now. */
export const useCleanUpPreview = (rule: CleanUpRule) => useRead('cleanup.preview', { rule })

/** Puts aside what was previewed, with the way back. */
export function useCleanUp(): (rule: CleanUpRule, preview: CleanUpPreview) => Promise<unknown> {
  const run = useWrite('cleanup.run')
  const undo = useWrite('cleanup.undo')
  const guard = useGuard()
  const toasts = useToasts()
  return useCallback(
    (rule, preview) =>
      guard(async () => {
        const { attemptIds, bytes } = await run({ rule, attemptIds: preview.attemptIds })
        const back = () => void guard(() => undo({ what: rule.what, attemptIds }))
        toasts.show({
          text: `${goneWords(rule.what, attemptIds.length)}: ${formatBytes(bytes)}`,
          detail: 'The space is free in a few minutes, or when Starbeat is started again.',
          action: { label: 'Undo', onPress: back },
          isSticky: true,
        })
      }),
    [run, undo, guard, toasts],
  )
}

/** How recordings lie on the disk, and what changes that. */
export function useStoredRecordings() {
  const { data } = useRead('audio.stored', {})
  const compressAll = useWrite('audio.compressAll')
  const unpackAll = useWrite('audio.unpackAll')
  const reread = useReread()
  const guard = useGuard()
  // The job that was started is part of what is read.
  const start = (job: () => Promise<unknown>) =>
    void guard(async () => {
      await job()
      await reread('audio.stored', {})
    })
  return {
    stored: data,
    compressAll: () => start(() => compressAll({})),
    unpackAll: () => start(() => unpackAll({})),
  }
}
