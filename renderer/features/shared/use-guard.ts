import { useCallback } from 'react'
import { useToasts } from '../../ui/toast.tsx'
import { explainError } from './error-text.ts'

/** Runs what may be refused; a refusal is shown in plain words and answered with undefined. */
export function useGuard(): <T>(work: () => Promise<T>) => Promise<T | undefined> {
  const toasts = useToasts()
  return useCallback(
    async (work) => {
      try {
        return await work()
      } catch (error) {
        const { title, detail } = explainError(error)
        toasts.show({ text: title, detail, tone: 'danger', tag: 'refusal' })
        return undefined
      }
    },
    [toasts],
  )
}
