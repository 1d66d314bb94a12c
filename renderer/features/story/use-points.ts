import { useCallback, useMemo, useRef, useState } from 'react'
import type { Point } from '#domain/story'
import { useToasts } from '../../ui/toast.tsx'
import { useReread, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'
import { type Drafts, toDrafts } from './point-edits.ts'

/** The points of a story and the way to change them: every change is stored at once and can be undone. */
export function usePoints(storyId: string, stored: readonly Point[]) {
  const [saving, setSaving] = useState<Drafts | null>(null)
  const before = useRef<Drafts[]>([])
  const save = useWrite('stories.savePoints')
  const reread = useReread()
  const guard = useGuard()
  const toasts = useToasts()
  const points = useMemo(() => saving ?? toDrafts(stored), [saving, stored])

  const store = useCallback(
    async (next: Drafts) => {
      setSaving(next)
      const done = await guard(async () => {
        await save({ storyId, points: [...next] })
        await reread('stories.get', { storyId })
        return true
      })
      setSaving(null)
      return done === true
    },
    [guard, save, reread, storyId],
  )

  const undo = useCallback(async () => {
    const last = before.current.pop()
    if (last && (await store(last))) toasts.show({ text: 'Undone', tag: 'points' })
  }, [store, toasts])

  const change = useCallback(
    async (next: Drafts, what: string) => {
      if (saving) return
      const previous = toDrafts(stored)
      if (!(await store(next))) return
      before.current.push(previous)
      toasts.show({ text: what, action: { label: 'Undo', onPress: () => void undo() }, tag: 'points' })
    },
    [saving, store, stored, toasts, undo],
  )
  return { points, change, undo }
}
