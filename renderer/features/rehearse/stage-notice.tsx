import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import type { LiveHearing } from '#contract/attempts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { errorText } from '../shared/error-text.ts'
import { keptText } from './problem-text.ts'
import { isReady, type RecordingState } from './recording-state.ts'
import styles from './stage-notice.module.css'

export interface StageNoticeProps {
  readonly state: RecordingState
  readonly hearing: LiveHearing['state']
  /** Why the model will not understand, in a sentence. */
  readonly languageGap: string | null
  onOpenReport(attemptId: string): void
  onRetry(): void
}

interface NoticeProps {
  readonly title: string
  readonly detail: string
  readonly role: 'alert' | 'note'
  readonly children?: ReactNode
}

function Notice({ title, detail, role, children }: NoticeProps) {
  return (
    <div className={styles.notice} role={role}>
      <TriangleAlert aria-hidden="true" />
      <p className={styles.text}>
        <strong>{title}</strong> {detail}
      </p>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  )
}

/** What went wrong with the microphone or the recording: what is kept and what to do. */
export function StageNotice({ state, hearing, languageGap, onOpenReport, onRetry }: StageNoticeProps) {
  if (state.kind === 'recording' && !state.hasSignal) {
    return (
      <Notice
        role="note"
        title="No sound has arrived for three seconds."
        detail="Is the microphone muted, or is another one chosen? The recording goes on."
      />
    )
  }
  if (state.kind === 'refused') {
    const { title, detail } = errorText(state.code)
    return (
      <Notice role="alert" title={`${title}.`} detail={detail}>
        <Button size="sm" onPress={onRetry}>
          Try again
        </Button>
      </Notice>
    )
  }
  if (state.kind === 'kept') {
    const { kept } = state
    const { title, detail } = keptText(kept)
    return (
      <Notice role="alert" title={`${title}.`} detail={detail}>
        <Button size="sm" onPress={() => onOpenReport(kept.attemptId)}>
          Open the report
        </Button>
      </Notice>
    )
  }
  if (state.kind === 'recording' && hearing === 'stopped') {
    return (
      <Notice
        role="note"
        title="Writing down has stopped."
        detail="Go on: the recording is safe, and the rest is written down when you have finished."
      />
    )
  }
  if (state.kind === 'recording' && hearing === 'behind') {
    return (
      <Notice
        role="note"
        title="Writing down takes longer than speaking."
        detail="Go on: the recording is safe, and the rest is written down when you have finished. A smaller speech model keeps up."
      />
    )
  }
  if (isReady(state) && languageGap) {
    return (
      <Notice role="note" title={languageGap} detail="Choose a model for many languages in Settings.">
        <LinkButton size="sm" href="#/settings/models">
          Speech models
        </LinkButton>
      </Notice>
    )
  }
  return null
}
