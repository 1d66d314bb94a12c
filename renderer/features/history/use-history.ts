import { useCallback, useEffect, useRef, useState } from 'react'
import { MAX_NOTE_LENGTH } from '#contract/history'
import { useToasts } from '../../ui/toast.tsx'
import { plural } from '../shared/format.ts'
import { useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'

/** A story with all of its attempts. */
export const useHistory = (storyId: string) => useRead('stories.get', { storyId })

/** Marks an attempt as one to keep by all means, or not. */
export function useSetFavourite(): (attemptId: string, favourite: boolean) => void {
  const set = useWrite('history.setFavourite')
  const guard = useGuard()
  return useCallback((attemptId, favourite) => void guard(() => set({ attemptId, favourite })), [set, guard])
}

/** Puts attempts aside, with the way back. */
export function useRemoveAttempts(): (attemptIds: readonly string[]) => void {
  const remove = useWrite('history.remove')
  const restore = useWrite('history.restore')
  const guard = useGuard()
  const toasts = useToasts()
  return useCallback(
    (ids) =>
      void guard(async () => {
        const attemptIds = [...ids]
        await remove({ attemptIds })
        const undo = () => void guard(() => restore({ attemptIds }))
        const text = attemptIds.length === 1 ? 'Attempt deleted' : `${plural(attemptIds.length, 'attempt')} deleted`
        toasts.show({ text, action: { label: 'Undo', onPress: undo } })
      }),
    [remove, restore, guard, toasts],
  )
}

/** How long typing rests before it is saved. Milliseconds. */
const SAVE_AFTER_MS = 600

/** A note while it is written: saved when typing rests, and at the latest when the field is left. */
export function useNote(attemptId: string, stored: string) {
  const set = useWrite('history.setNote')
  const guard = useGuard()
  const [draft, setDraft] = useState<string | null>(null)
  const pending = useRef<{ note: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const flush = useCallback(() => {
    const waiting = pending.current
    if (!waiting) return
    clearTimeout(waiting.timer)
    pending.current = null
    void guard(() => set({ attemptId, note: waiting.note }))
  }, [set, guard, attemptId])
  // Leaving the screen, or closing the window, must not lose what was typed last.
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
  return {
    text: draft ?? stored,
    write(text: string) {
      const note = text.slice(0, MAX_NOTE_LENGTH)
      setDraft(note)
      if (pending.current) clearTimeout(pending.current.timer)
      pending.current = { note, timer: setTimeout(flush, SAVE_AFTER_MS) }
    },
    leave() {
      flush()
      setDraft(null)
    },
  }
}
