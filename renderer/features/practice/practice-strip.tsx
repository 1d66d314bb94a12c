import ArrowRight from 'lucide-react/icons/arrow-right'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useLocation } from 'wouter'
import type { Report } from '#contract/attempts'
import type { Session } from '#contract/sessions'
import { Button } from '../../ui/button.tsx'
import { sessionPath } from '../shared/paths.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import styles from './practice-strip.module.css'
import { setupName, standing } from './practice-words.ts'
import { RatingBar } from './rating-bar.tsx'
import { PRACTICE_SHORTCUTS } from './shortcuts.ts'
import { useSession } from './use-sessions.ts'

export interface PracticeStripProps {
  readonly report: Report
  /** The session that the report was opened from. */
  readonly sessionId: string | null
}

/** Under the summary of a report: the rating, and the way on in its session. */
export function PracticeStrip({ report, sessionId }: PracticeStripProps) {
  const { data: session } = useSession(sessionId)
  const position = session?.items.find(({ attemptId }) => attemptId === report.attempt.id)?.position ?? null
  return (
    <div className={styles.strip}>
      <RatingBar report={report} />
      {session && position !== null && <Onward session={session} position={position} />}
    </div>
  )
}

function Onward({ session, position }: { readonly session: Session; readonly position: number }) {
  const [, navigate] = useLocation()
  const isMock = session.setup.kind === 'mock'
  const isOver = session.endedAt !== null
  const done = session.items.filter(({ followUp, state }) => !followUp && state !== 'open').length
  const goOn = () => navigate(sessionPath(session.id))
  useShortcuts(PRACTICE_SHORTCUTS, { 'practice-next': goOn })
  return (
    <div className={styles.onward}>
      <span className={styles.quiet}>
        {setupName(session.setup)}, {standing(session, position)}
      </span>
      {!isMock && (
        <Button icon={<RotateCcw />} onPress={() => navigate(sessionPath(session.id, position))}>
          Once more
        </Button>
      )}
      <Button variant="primary" icon={<ArrowRight />} keys="Mod+Enter" onPress={goOn}>
        {isMock ? 'Scorecard' : isOver || done >= session.count ? 'Finish' : 'Next'}
      </Button>
    </div>
  )
}
