import CalendarCheck from 'lucide-react/icons/calendar-check'
import Play from 'lucide-react/icons/play'
import type { Practice } from '#contract/practice'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { formatDue, plural } from '../shared/format.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { HeldCards } from './held-cards.tsx'
import { InterviewLine } from './interview-line.tsx'
import { OpenSessions } from './open-sessions.tsx'
import { PRACTICE_SHORTCUTS } from './shortcuts.ts'
import styles from './today.module.css'
import { TodayList } from './today-list.tsx'
import { usePractice } from './use-practice.ts'
import { useStartSession } from './use-sessions.ts'

/** What spaced repetition brings up today. */
export function TodayTab() {
  const { data: practice, error } = usePractice()
  if (error) return <ErrorNotice error={error} />
  return practice ? <Today practice={practice} /> : <Loading />
}

function Today({ practice }: { readonly practice: Practice }) {
  const { today, held, interview } = practice
  const startSession = useStartSession()
  const start = () => void startSession({ kind: 'due' })
  useShortcuts(PRACTICE_SHORTCUTS, { 'practice-start': today.length > 0 ? start : null })
  return (
    <div className={styles.tab}>
      <OpenSessions />
      {today.length > 0 && (
        <header className={styles.head}>
          <div>
            <p className={styles.line}>{todayLine(practice)}</p>
            <InterviewLine interview={interview} />
          </div>
          <Button variant="primary" size="lg" icon={<Play />} keys="s" onPress={start}>
            Start
          </Button>
        </header>
      )}
      {today.length > 0 ? <TodayList cards={today} /> : <NothingDue practice={practice} />}
      {held.length > 0 && <HeldCards cards={held} />}
    </div>
  )
}

/** `5 to tell today, 2 of them new · 3 done`. */
function todayLine({ today, doneToday }: Practice): string {
  const fresh = today.filter(({ phase }) => phase === 'new').length
  const news =
    fresh === 0 ? '' : fresh < today.length ? `, ${fresh} of them new` : fresh === 1 ? ', a new one' : ', all new'
  return `${plural(today.length, 'prompt')} to answer today${news}${doneToday > 0 ? ` · ${doneToday} done` : ''}`
}

function NothingDue({ practice }: { readonly practice: Practice }) {
  const { doneToday, unseen, nextDueAt, interview } = practice
  const isEmpty = doneToday === 0 && unseen === 0 && nextDueAt === null
  if (isEmpty) {
    return (
      <EmptyState
        icon={<CalendarCheck />}
        title="Nothing to practise yet"
        actions={
          <LinkButton variant="primary" href="#/import">
            Import your stories
          </LinkButton>
        }
      >
        Once your stories are here, a few of them come up each day: new ones first, then each again shortly before you
        would forget it.
      </EmptyState>
    )
  }
  return (
    <>
      <EmptyState
        icon={<CalendarCheck />}
        title={doneToday > 0 ? `Done for today: ${plural(doneToday, 'answer')}` : 'Nothing is due today'}
        actions={
          <>
            <LinkButton href="#/practice/drill">Drill weak points</LinkButton>
            <LinkButton href="#/practice/mock">Mock interview</LinkButton>
          </>
        }
      >
        {nextDueAt !== null && <p>The next prompt comes up {formatDue(nextDueAt, Date.now())}.</p>}
        {unseen > 0 && <p>{plural(unseen, 'prompt')} you never answered will come up in the days ahead.</p>}
      </EmptyState>
      <div className={styles.below}>
        <InterviewLine interview={interview} />
      </div>
    </>
  )
}
