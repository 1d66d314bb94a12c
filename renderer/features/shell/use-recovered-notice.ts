import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useToasts } from '../../ui/toast.tsx'
import { useAppInfo } from '../shared/use-app-info.ts'

/** Says once per start that recordings which a crash had cut off were finished, and leads to the newest. */
export function useRecoveredNotice(): void {
  const ids = useAppInfo()?.recoveredAttemptIds.join(' ') ?? ''
  const [, navigate] = useLocation()
  const toasts = useToasts()
  useEffect(() => {
    const [first, ...others] = ids.split(' ')
    if (!first) return
    return toasts.show({
      text: others.length > 0 ? `${others.length + 1} recordings were cut off` : 'A recording was cut off',
      detail: 'It was recovered up to the last second.',
      action: { label: 'Open report', onPress: () => navigate(`/attempts/${first}`) },
      tag: 'recovered',
      isSticky: true,
    })
  }, [ids, navigate, toasts])
}
