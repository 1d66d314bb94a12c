import { useEffect } from 'react'
import { useToasts } from '../../ui/toast.tsx'
import { errorText } from '../shared/error-text.ts'
import { useClient } from '../shared/use-core.ts'

/** Says when a download has ended, whatever screen one looks at meanwhile. */
export function useDownloadNews(): void {
  const client = useClient()
  const toasts = useToasts()
  useEffect(
    () =>
      client.on('job.changed', ({ kind, subjectId, state, code }) => {
        if (kind !== 'download') return
        if (state === 'done') toasts.show({ text: `${subjectId} is on this machine` })
        if (state === 'failed' && code) {
          toasts.show({ text: `${subjectId}: ${errorText(code).title}`, tone: 'danger', tag: 'refusal' })
        }
      }),
    [client, toasts],
  )
}
