import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useToasts } from '../../ui/toast.tsx'
import { attemptPath } from '../shared/paths.ts'
import { useAppInfo } from '../shared/use-app-info.ts'

const KEY = 'recovered attempts that were announced'

/** Of these, the ids that were not announced before; from now on they are, for as long as the window lives. */
function newlyAnnounced(ids: readonly string[]): readonly string[] {
  const known = sessionStorage.getItem(KEY)?.split(' ') ?? []
  const fresh = ids.filter((id) => !known.includes(id))
  if (fresh.length > 0) sessionStorage.setItem(KEY, [...known, ...fresh].join(' '))
  return fresh
}

/** Says once per start that recordings which a crash had cut off were finished, and leads to the newest. */
export function useRecoveredNotice(): void {
  const ids = useAppInfo()?.recoveredAttemptIds.join(' ') ?? ''
  const [, navigate] = useLocation()
  const toasts = useToasts()
  useEffect(() => {
    const [first, ...others] = newlyAnnounced(ids.split(' ').filter(Boolean))
    if (!first) return
    toasts.show({
      text: others.length > 0 ? `${others.length + 1} recordings were cut off` : 'A recording was cut off',
      detail:
        others.length > 0 ? 'They were recovered up to the last second.' : 'It was recovered up to the last second.',
      action: {
        label: others.length > 0 ? 'Open the newest report' : 'Open report',
        onPress: () => navigate(attemptPath(first)),
      },
      tag: 'recovered',
      isSticky: true,
    })
  }, [ids, navigate, toasts])
}
