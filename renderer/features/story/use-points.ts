import { useCallback, useMemo, useRef, useState } from 'react'
import type { Point } from '#domain/story'
import { useToasts } from '../../ui/toast.tsx'
import { useReread, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'
import { type Drafts, toDrafts } from './point-edits.ts'

/** The points of a story and the way to change them: every change is stored at once, in turn, and can be undone. */
export function usePoints(storyId: string, stored: readonly Point[]) {
  const [saving, setSaving] = useState<Drafts | null>(null)
  const newest = useRef<Drafts | null>(null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const before = useRef<Drafts[]>([])
  const save = useWrite('stories.savePoints')
  const reread = useReread()
  const guard = useGuard()
  const toasts = useToasts()
  const points = useMemo(() => saving ?? toDrafts(stored), [saving, stored])

  const store = useCallback(
    (next: Drafts): Promise<boolean> => {
      newest.current = next
      setSaving(next)
      const done = queue.current.then(() =>
        guard(async () => {
          await save({ storyId, points: [...next] })
          await reread('stories.get', { storyId })
          return true
        }),
      )
      // What was stored is shown when nothing newer waits: until then the newest change is what the user sees.
      queue.current = done.then(() => {
        if (newest.current === next) setSaving(null)
      })
      return done.then((isStored) => isStored === true)
    },
    [guard, save, reread, storyId],
  )

  const undo = useCallback(async () => {
    const last = before.current.pop()
    if (last && (await store(last))) toasts.show({ text: 'Undone', tag: 'points' })
  }, [store, toasts])

  const change = useCallback(
    async (next: Drafts, what: string) => {
      before.current.push(points)
      if (await store(next)) {
        toasts.show({ text: what, action: { label: 'Undo', onPress: () => void undo() }, tag: 'points' })
        return
      }
      before.current = before.current.filter((drafts) => drafts !== points)
    },
    [points, store, toasts, undo],
  )
  return { points, change, undo }
}
