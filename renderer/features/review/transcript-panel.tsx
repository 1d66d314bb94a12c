import { useState } from 'react'
import type { Report } from '#contract/attempts'
import type { Player } from '../../audio/player.ts'
import { Button } from '../../ui/button.tsx'
import { CorrectTranscript } from './correct-transcript.tsx'
import styles from './transcript-panel.module.css'
import { TranscriptText } from './transcript-text.tsx'
import { TranscriptionStatus } from './transcription-status.tsx'
import type { ReportActions } from './use-report.ts'

export interface TranscriptPanelProps {
  readonly report: Report
  readonly actions: ReportActions
  readonly player: Player | null
  readonly activePointId: string | null
}

/** What was said, with the evidence marked; before that, how the transcription stands. */
export function TranscriptPanel({ report, actions, player, activePointId }: TranscriptPanelProps) {
  const [isCorrecting, setCorrecting] = useState(false)
  const [wasCorrecting, setWasCorrecting] = useState(false)
  const close = () => {
    setCorrecting(false)
    setWasCorrecting(true)
  }
  const { words, corrected, transcription } = report
  return (
    <section aria-label="Transcript">
      <div className={styles.head}>
        <h2 className={styles.heading}>What you said</h2>
        {words && !isCorrecting && (
          <span className={styles.buttons}>
            {corrected && (
              <>
                <span className={styles.note}>corrected by you</span>
                <Button size="sm" variant="quiet" onPress={() => void actions.correct(null)}>
                  Back to what was heard
                </Button>
              </>
            )}
            <Button size="sm" variant="quiet" autoFocus={wasCorrecting} onPress={() => setCorrecting(true)}>
              Correct
            </Button>
          </span>
        )}
      </div>
      {transcription.state !== 'done' && (
        <TranscriptionStatus attempt={report.attempt} transcription={transcription} onTranscribe={actions.transcribe} />
      )}
      {words &&
        (isCorrecting ? (
          <CorrectTranscript words={words} onSave={actions.correct} onClose={close} />
        ) : words.length > 0 ? (
          <TranscriptText report={report} words={words} player={player} activePointId={activePointId} />
        ) : (
          <p className={styles.note}>Not a word was heard. Play the recording to check the microphone.</p>
        ))}
    </section>
  )
}
