import { memo, useState } from 'react'
import type { ParsedBank } from '#domain/bank/bank'
import type { LineRange } from '#domain/story'
import { Tabs } from '../../ui/tabs.tsx'
import { PreviewOther, PreviewProblems } from './preview-lines.tsx'
import { PreviewQuestions } from './preview-questions.tsx'
import { PreviewStories } from './preview-stories.tsx'

export interface PreviewProps {
  readonly bank: ParsedBank
  /** Marks lines of the document. */
  onMark(lines: LineRange | null): void
  /** Marks lines and brings them into view. */
  onJump(lines: LineRange): void
}

type TabId = 'stories' | 'questions' | 'problems' | 'other'

/** What was understood, by kind. A document can hold a thousand stories: marking a line must not draw them again. */
export const PreviewTabs = memo(function PreviewTabs(props: PreviewProps) {
  const { bank } = props
  const [tab, setTab] = useState<TabId>('stories')
  return (
    <Tabs<TabId>
      label="What was understood"
      value={tab}
      onChange={setTab}
      items={[
        { id: 'stories', label: 'Stories', count: bank.stories.length, content: <PreviewStories {...props} /> },
        { id: 'questions', label: 'Questions', count: bank.questions.length, content: <PreviewQuestions {...props} /> },
        { id: 'problems', label: 'To look at', count: bank.problems.length, content: <PreviewProblems {...props} /> },
        { id: 'other', label: 'Not in a story', count: bank.other.length, content: <PreviewOther {...props} /> },
      ]}
    />
  )
})
