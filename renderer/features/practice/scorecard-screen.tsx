import { useLocation } from 'wouter'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ExportMenu } from '../review/export-menu.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { formatDayTime } from '../shared/format.ts'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { ScorecardView } from './scorecard-view.tsx'
import { useScorecard, useStartSession } from './use-sessions.ts'

/** How a mock interview went. */
export function ScorecardScreen({ sessionId }: { readonly sessionId: string }) {
  const { data: scorecard, error } = useScorecard(sessionId)
  const start = useStartSession()
  const [, navigate] = useLocation()
  useShortcuts(SHORTCUTS, { back: () => navigate('/practice/mock') })
  return (
    <Screen
      title="Mock interview: scorecard"
      heading={scorecard ? `Mock interview, ${formatDayTime(scorecard.startedAt, Date.now())}` : 'Mock interview'}
      trail={<a href="#/practice/mock">Practice</a>}
      actions={
        scorecard && (
          <>
            <ExportMenu sessionId={sessionId} />
            <Button onPress={() => void start(scorecard.setup)}>Another like this</Button>
          </>
        )
      }
    >
      {error && <ErrorNotice error={error} actions={<LinkButton href="#/practice/mock">Mock interviews</LinkButton>} />}
      {!scorecard && !error && <Loading />}
      {scorecard && <ScorecardView scorecard={scorecard} />}
    </Screen>
  )
}
