import { useLocation, useParams } from 'wouter'
import { Tabs } from '../../ui/tabs.tsx'
import { Screen } from '../shared/screen.tsx'
import { DrillTab } from './drill-tab.tsx'
import { MatrixTab } from './matrix-tab.tsx'
import { MockTab } from './mock-tab.tsx'
import { TodayTab } from './today-tab.tsx'
import { usePractice } from './use-practice.ts'

const TABS = ['today', 'drill', 'mock', 'matrix'] as const
type TabId = (typeof TABS)[number]

/** Practice: what is due, drills, mock interviews, and which story answers which question. */
export function PracticeScreen() {
  const { tab } = useParams()
  const [, navigate] = useLocation()
  const due = usePractice().data?.today.length
  const current: TabId = TABS.find((id) => id === tab) ?? 'today'
  return (
    <Screen title="Practice">
      <Tabs
        label="Ways to practise"
        value={current}
        onChange={(id) => navigate(id === 'today' ? '/practice' : `/practice/${id}`, { replace: true })}
        items={[
          { id: 'today', label: 'Due today', ...(due ? { count: due } : {}), content: <TodayTab /> },
          { id: 'drill', label: 'Drill', content: <DrillTab /> },
          { id: 'mock', label: 'Mock interview', content: <MockTab /> },
          { id: 'matrix', label: 'Stories for questions', content: <MatrixTab /> },
        ]}
      />
    </Screen>
  )
}
