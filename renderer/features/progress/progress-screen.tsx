import ChartLine from 'lucide-react/icons/chart-line'
import { useState } from 'react'
import type { Progress } from '#contract/progress'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { plural } from '../shared/format.ts'
import { Screen } from '../shared/screen.tsx'
import { Competencies } from './competencies.tsx'
import { DeliveryTrends } from './delivery-trends.tsx'
import { Forecast } from './forecast.tsx'
import { KeptMissing } from './kept-missing.tsx'
import { PracticeCalendar } from './practice-calendar.tsx'
import styles from './progress.module.css'
import { ReadinessTrend } from './readiness-trend.tsx'
import { StoryTrends } from './story-trends.tsx'
import { Totals } from './totals.tsx'
import { useBankTitles, useProgress } from './use-progress.ts'

const PERIODS = [
  { id: '28', label: '4 weeks' },
  { id: '91', label: '3 months' },
  { id: '365', label: 'A year' },
  { id: 'all', label: 'All' },
] as const
type Period = (typeof PERIODS)[number]['id']

const ALL_BANKS = 'all'

/** Progress: how coverage, delivery and practice went over time, what is to come, and what keeps being missed. */
export function ProgressScreen() {
  const [period, setPeriod] = useState<Period>('91')
  const [bankId, setBank] = useState<string>(ALL_BANKS)
  const banks = useBankTitles()
  const { data: progress, error } = useProgress({
    bankId: bankId === ALL_BANKS ? null : bankId,
    days: period === 'all' ? null : Number(period),
  })
  return (
    <Screen
      title="Progress"
      actions={
        <>
          {banks.length > 1 && (
            <Select
              label="Bank"
              hideLabel
              items={[{ id: ALL_BANKS, label: 'All banks' }, ...banks.map(({ id, title }) => ({ id, label: title }))]}
              value={bankId}
              onChange={setBank}
            />
          )}
          <SegmentedControl
            label="Period"
            hideLabel
            items={PERIODS}
            value={period}
            onChange={(id: Period) => setPeriod(id)}
          />
        </>
      }
    >
      {error && <ErrorNotice error={error} />}
      {!progress && !error && <Loading />}
      {progress &&
        (progress.totals.practised > 0 ? <Loaded progress={progress} /> : <NothingYet progress={progress} />)}
    </Screen>
  )
}

function NothingYet({ progress: { totals } }: { readonly progress: Progress }) {
  return (
    <EmptyState
      icon={<ChartLine />}
      title="Your progress begins with the first answer"
      actions={
        <LinkButton variant="primary" href={totals.stories > 0 ? '#/practice' : '#/import'}>
          {totals.stories > 0 ? 'Practise now' : 'Import your stories'}
        </LinkButton>
      }
    >
      Coverage of your stories, pace, fillers and pauses, the days you practised, and the points you keep missing will
      be here.
    </EmptyState>
  )
}

function Loaded({ progress }: { readonly progress: Progress }) {
  const { pending, totals, trend, step, stories, competencies, missed, calendar, today } = progress
  return (
    <div className={styles.scroll}>
      {pending > 0 && (
        <p className={styles.pending}>Judging {plural(pending, 'answer')} anew; the figures grow meanwhile.</p>
      )}
      {/* Apart from the number, which would be read out each second. */}
      <p className="visually-hidden" role="status">
        {pending > 0 && 'Answers are judged anew; the figures grow meanwhile.'}
      </p>
      <Totals totals={totals} />
      <div className={styles.grid}>
        <ReadinessTrend trend={trend} step={step} />
        <Competencies competencies={competencies} />
        <PracticeCalendar calendar={calendar} today={today} />
        <Forecast />
        <DeliveryTrends trend={trend} step={step} />
        <StoryTrends stories={stories} />
        <KeptMissing missed={missed} />
      </div>
    </div>
  )
}
