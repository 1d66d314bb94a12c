import Mic from 'lucide-react/icons/mic'
import Trash from 'lucide-react/icons/trash-2'
import { useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { Report, Waveform } from '#contract/attempts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { CompareButton } from '../compare/compare-button.tsx'
import { DrillMissed } from '../practice/drill-missed.tsx'
import { OnwardButtons } from '../practice/onward-buttons.tsx'
import { setupName, standing } from '../practice/practice-words.ts'
import { RatingBar } from '../practice/rating-bar.tsx'
import { useOnward } from '../practice/use-onward.ts'
import { NO_QUESTION } from '../rehearse/prompt.ts'
import { rehearsePath, storyPath } from '../shared/paths.ts'
import { Screen } from '../shared/screen.tsx'
import { DeliveryPanel } from './delivery-panel.tsx'
import { ExportMenu } from './export-menu.tsx'
import { PlayerDock } from './player-dock.tsx'
import { PointList } from './point-list.tsx'
import styles from './report.module.css'
import { Summary } from './summary.tsx'
import { TranscriptPanel } from './transcript-panel.tsx'
import { usePlayer } from './use-player.ts'
import { useRemoveAttempt, useReportActions } from './use-report.ts'
import { useReportKeys } from './use-report-keys.ts'
import { useTeaching } from './use-teaching.ts'
import { useWhyOpen } from './use-why-open.ts'
import { WrongFacts } from './wrong-facts.tsx'

export interface ReportViewProps {
  readonly report: Report
  /** Undefined until it is read, null when there is no sound. */
  readonly waveform: Waveform | null | undefined
  readonly rate: number
}

/** A report in full: summary, points, transcript, delivery, and the recording at the foot. */
export function ReportView({ report, waveform, rate }: ReportViewProps) {
  const { attempt, words, delivery } = report
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const actions = useReportActions(attempt.id)
  const remove = useRemoveAttempt(attempt.id, attempt.storyId)
  const player = usePlayer(attempt.audioRemovedAt === null ? attempt.id : null, attempt.durationMs, rate)
  const onward = useOnward(attempt.id)
  const at = search.get('at')
  useEffect(() => {
    if (at !== null) player?.seek(Number(at))
  }, [player, at])
  const [activePointId, setActivePointId] = useState<string | null>(null)
  const again = () => navigate(rehearsePath(attempt.storyId, attempt.questionId ?? NO_QUESTION))
  const back = () => navigate(storyPath(attempt.storyId))
  const hear = player?.play
  const teaching = useTeaching(report, actions)
  const why = useWhyOpen()
  useReportKeys({ report, player, teaching, toggleWhy: why.toggle, again, back })

  return (
    <Screen
      title={`Report: ${report.storyTitle}`}
      heading={report.storyTitle}
      trail={
        onward ? (
          <>
            <a href="#/practice">{setupName(onward.session.setup)}</a> › {standing(onward.session, onward.position)}
          </>
        ) : (
          <a href={`#${storyPath(attempt.storyId)}`}>Back to the story</a>
        )
      }
      actions={
        <>
          <IconButton label="Delete this attempt" onPress={remove}>
            <Trash />
          </IconButton>
          <ExportMenu
            attemptId={attempt.id}
            hasTranscript={words !== null}
            hasSound={attempt.audioRemovedAt === null}
          />
          <CompareButton attempt={attempt} />
          {onward ? (
            <OnwardButtons onward={onward} />
          ) : (
            <>
              <DrillMissed report={report} />
              <Button variant="primary" icon={<Mic />} keys="r" onPress={again}>
                Again
              </Button>
            </>
          )}
        </>
      }
    >
      <div className={styles.scroll}>
        <Summary report={report} />
        <RatingBar report={report} />
        <div className={styles.columns}>
          <div className={styles.points}>
            {words && <WrongFacts points={report.points} words={words} onHear={hear} />}
            <PointList
              report={report}
              activePointId={activePointId}
              whyOpen={why.open}
              onActivate={setActivePointId}
              onJudge={teaching.judge}
              onReject={teaching.reject}
              onToggleWhy={why.toggle}
              onHear={hear}
            />
          </div>
          <div className={styles.side}>
            <TranscriptPanel
              report={report}
              actions={actions}
              teaching={teaching}
              player={player}
              activePointId={activePointId}
            />
            {delivery && words && words.length > 0 && (
              <DeliveryPanel delivery={delivery} words={words} target={report.target} onHear={hear} />
            )}
          </div>
        </div>
      </div>
      <PlayerDock report={report} waveform={waveform} player={player} rate={rate} />
    </Screen>
  )
}
