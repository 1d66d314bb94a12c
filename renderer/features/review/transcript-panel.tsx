import { useState } from 'react'
import type { Report } from '#contract/attempts'
import type { Player } from '../../audio/player.ts'
import { Button } from '../../ui/button.tsx'
import { CorrectTranscript } from './correct-transcript.tsx'
import { HeardAgain } from './heard-again.tsx'
import { PickWords } from './pick-words.tsx'
import { silenceWords } from './report-words.ts'
import styles from './transcript-panel.module.css'
import { TranscriptText } from './transcript-text.tsx'
import { TranscriptionStatus } from './transcription-status.tsx'
import { type ReportActions, useUnheard } from './use-report.ts'
import type { Teaching } from './use-teaching.ts'

export interface TranscriptPanelProps {
  readonly report: Report
  readonly actions: ReportActions
  readonly teaching: Teaching
  readonly player: Player | null
  readonly activePointId: string | null
}

/**
 * What was said, with the evidence marked; before that, how the transcription stands. It is also where the words that
 * say a point are chosen and where the transcript is corrected.
 */
export function TranscriptPanel({ report, actions, teaching, player, activePointId }: TranscriptPanelProps) {
  const [isCorrecting, setCorrecting] = useState(false)
  const [wasCorrecting, setWasCorrecting] = useState(false)
  const close = () => {
    setCorrecting(false)
    setWasCorrecting(true)
  }
  const { words, corrected, transcription } = report
  const { picking } = teaching
  const unheardBy = useUnheard(report)
  const insteadOfPicking = (change: () => void) => () => {
    if (picking) teaching.skip()
    change()
  }
  return (
    <section aria-label="Transcript">
      <div className={styles.head}>
        <h2 className={styles.heading}>What you said</h2>
        {words && !isCorrecting && (
          <span className={styles.buttons}>
            {corrected && (
              <>
                <span className={styles.note}>corrected by you</span>
                <Button size="sm" variant="quiet" onPress={insteadOfPicking(() => void actions.correct(null))}>
                  Back to what was heard
                </Button>
              </>
            )}
            <Button
              size="sm"
              variant="quiet"
              autoFocus={wasCorrecting}
              onPress={insteadOfPicking(() => setCorrecting(true))}
            >
              Correct
            </Button>
          </span>
        )}
      </div>
      {transcription.state === 'done' && transcription.again && <HeardAgain {...transcription.again} />}
      {unheardBy && (
        <p className={styles.unheard}>
          <span className={styles.note}>{unheardBy} has not heard this answer yet.</span>
          <Button size="sm" variant="quiet" onPress={actions.hearAgain}>
            Hear it once more
          </Button>
        </p>
      )}
      {transcription.state !== 'done' && (
        <TranscriptionStatus attempt={report.attempt} transcription={transcription} onTranscribe={actions.transcribe} />
      )}
      {words &&
        (isCorrecting ? (
          <CorrectTranscript words={words} onSave={actions.correct} onClose={close} />
        ) : picking ? (
          <PickWords
            // Words of another transcript are chosen anew.
            key={`${picking.point.id} ${transcription.state === 'done' && transcription.modelName}`}
            report={picking}
            words={words}
            onAccept={teaching.accept}
            onSkip={teaching.skip}
          />
        ) : words.length > 0 ? (
          <TranscriptText report={report} words={words} player={player} activePointId={activePointId} />
        ) : (
          <p className={styles.silence}>
            <strong>No speech was heard.</strong> {silenceWords(report.loudestDb)}
          </p>
        ))}
    </section>
  )
}
