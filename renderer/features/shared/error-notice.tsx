import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { explainError } from './error-text.ts'

export interface ErrorNoticeProps {
  readonly error: unknown
  readonly actions?: ReactNode
}

/** Takes the place of what could not be shown: what happened, what was kept, what to do. */
export function ErrorNotice({ error, actions }: ErrorNoticeProps) {
  const { title, detail } = explainError(error)
  return (
    <EmptyState icon={<CircleAlert />} title={title} actions={actions}>
      {detail}
    </EmptyState>
  )
}
