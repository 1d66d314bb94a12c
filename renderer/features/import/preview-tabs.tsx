import { Tabs } from '../../ui/tabs.tsx'
import { OtherTab } from './other-tab.tsx'
import { ProblemsTab } from './problems-tab.tsx'
import { QuestionsTab } from './questions-tab.tsx'
import { useReviewModel } from './review-context.ts'
import { StoriesTab } from './stories-tab.tsx'
import type { ReviewTab } from './use-review.ts'

/** What was understood, by kind. */
export function PreviewTabs() {
  const { bank, tab, setTab } = useReviewModel()
  return (
    <Tabs<ReviewTab>
      label="What was understood"
      value={tab}
      onChange={setTab}
      items={[
        { id: 'stories', label: 'Stories', count: bank.stories.length, content: <StoriesTab /> },
        { id: 'questions', label: 'Questions', count: bank.questions.length, content: <QuestionsTab /> },
        { id: 'problems', label: 'To look at', count: bank.problems.length, content: <ProblemsTab /> },
        { id: 'other', label: 'Not in a story', count: bank.other.length, content: <OtherTab /> },
      ]}
    />
  )
}
