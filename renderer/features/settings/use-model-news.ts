import { useEffect } from 'react'
import { useToasts } from '../../ui/toast.tsx'
import { errorText } from '../shared/error-text.ts'
import { useClient } from '../shared/use-core.ts'

/** Says when a download has ended or a measurement has failed, whatever screen one looks at meanwhile. */
export function useModelNews(): void {
  const client = useClient()
  const toasts = useToasts()
  useEffect(
    () =>
      client.on('job.changed', ({ kind, subjectId, state, code }) => {
        if (kind === 'benchmark' && state === 'failed' && code) {
          const { title, detail } = errorText(code)
          toasts.show({ text: `Nothing was measured: ${title}`, detail, tone: 'danger', tag: 'refusal' })
        }
        if (kind !== 'download') return
        if (state === 'done') toasts.show({ text: `${subjectId} is on this machine` })
        if (state === 'failed' && code) {
          toasts.show({ text: `${subjectId}: ${errorText(code).title}`, tone: 'danger', tag: 'refusal' })
        }
      }),
    [client, toasts],
  )
}
