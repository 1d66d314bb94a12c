import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type ErrorText, explainError } from './error-text.ts'

export interface ErrorNoticeProps {
  readonly error?: unknown
  /** In place of the words for the error. */
  readonly text?: ErrorText
  /** What it is about, such as a file, named before what happened. */
  readonly subject?: string
  readonly actions?: ReactNode
}

/** Takes the place of what could not be shown: what happened, what was kept, what to do. */
export function ErrorNotice({ error, text, subject, actions }: ErrorNoticeProps) {
  const { title, detail } = text ?? explainError(error)
  const named = subject ? `“${subject}”: ${title[0]!.toLowerCase()}${title.slice(1)}` : title
  return (
    <EmptyState icon={<CircleAlert />} title={named} actions={actions}>
      {detail}
    </EmptyState>
  )
}
