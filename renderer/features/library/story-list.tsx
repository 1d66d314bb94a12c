import Mic from 'lucide-react/icons/mic'
import { memo } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import listRow from '../../ui/list-row.module.css'
import { formatDay, plural } from '../shared/format.ts'
import { rehearsePath, storyPath } from '../shared/paths.ts'
import { ReadinessRing } from '../shared/readiness-ring.tsx'
import { sameText } from '../shared/same-text.ts'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import type { StoryRow } from './library-rows.ts'
import styles from './story-list.module.css'

const ROW_PX = 64

export interface StoryListProps {
  readonly rows: readonly StoryRow[]
  /** All rows are of one section, which needs no repeating. */
  readonly hasSection: boolean
  readonly filter: string
  /** Shows every story again. */
  readonly onShowAll: () => void
}

/** The stories; Enter or a click opens one. Only the rows in view are in the page. */
export const StoryList = memo(function StoryList({ rows, hasSection, filter, onShowAll }: StoryListProps) {
  const [, navigate] = useLocation()
  const rehearse = (row: StoryRow) => navigate(rehearsePath(row.id, row.story.questionIds[0] ?? null))
  const rehearseSelected = () => {
    const key = document.activeElement?.closest<HTMLElement>('[role=row][data-key]')?.dataset.key
    const row = rows.find(({ id }) => id === key) ?? (rows.length === 1 ? rows[0] : undefined)
    if (row) rehearse(row)
  }
  useShortcuts(SHORTCUTS, { 'rehearse-selected': rehearseSelected })
  if (rows.length === 0) return <NoRows filter={filter} onShowAll={onShowAll} />
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_PX }}>
      <GridList
        aria-label="Stories"
        items={rows}
        disallowTypeAhead
        dependencies={[hasSection]}
        onAction={(key) => navigate(storyPath(String(key)))}
        className={cx(styles.list)}
      >
        {(row) => (
          <GridListItem id={row.id} textValue={row.story.title} className={cx(listRow.row, styles.row)}>
            <RowContent row={row} hasSection={hasSection} onRehearse={() => rehearse(row)} />
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
})

function NoRows({ filter, onShowAll }: Pick<StoryListProps, 'filter' | 'onShowAll'>) {
  return filter.trim() ? (
    <EmptyState title="Nothing found" actions={<Button onPress={onShowAll}>Show all stories</Button>}>
      Nothing that is written or was ever said holds “{filter.trim()}”.
    </EmptyState>
  ) : (
    <EmptyState title="No story here yet">
      The document has nothing to tell under this heading. Add a story to it and import it again.
    </EmptyState>
  )
}

interface RowContentProps {
  readonly row: StoryRow
  readonly hasSection: boolean
  onRehearse(): void
}

function RowContent({ row: { story, section, question }, hasSection, onRehearse }: RowContentProps) {
  const practised = story.lastPractisedAt === null ? 'Not practised' : formatDay(story.lastPractisedAt, Date.now())
  const asked = question && !sameText(question, story.title) ? question : null
  const second = [!hasSection && section && !sameText(section, story.title) && section, asked]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      <ReadinessRing readiness={story.readiness} />
      <span className={styles.words}>
        <span className={styles.title}>
          {story.title}
          {story.kind === 'quick-answer' && <span className={styles.kind}>Quick answer</span>}
          {story.isDue && <span className={styles.due}>Due</span>}
        </span>
        {second && <span className={styles.second}>{second}</span>}
      </span>
      <span className={`${styles.figures} figures`}>
        <span className={story.lastPractisedAt === null ? undefined : styles.day}>{practised}</span>
        <span>
          {plural(story.pointCount, 'point')}
          {story.attemptCount > 0 && ` · ${plural(story.attemptCount, 'attempt')}`}
        </span>
      </span>
      <span className={styles.action}>
        <IconButton label={`Rehearse ${story.title}`} keys="r" onPress={onRehearse}>
          <Mic />
        </IconButton>
      </span>
    </>
  )
}
