import Target from 'lucide-react/icons/target'
import { useDeferredValue, useMemo, useState } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { StorySummary } from '#contract/stories'
import type { DrillFocus } from '#domain/practice/session'
import { folded } from '#domain/search/terms'
import { LinkButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import listRow from '../../ui/list-row.module.css'
import { Loading } from '../../ui/loading.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { formatDay, plural } from '../shared/format.ts'
import { ReadinessRing } from '../shared/readiness-ring.tsx'
import styles from './drill.module.css'
import { DRILL_CHOICES } from './drill-focus.ts'
import { useDrillStories } from './use-drill.ts'
import { useStartSession } from './use-sessions.ts'

const ROW_PX = 56

/** Drill: a focus and the story it is drilled on; weakest stories first. */
export function DrillTab() {
  const stories = useDrillStories()
  if (!stories) return <Loading />
  if (stories.length > 0) return <Drill stories={stories} />
  return (
    <EmptyState
      icon={<Target />}
      title="Nothing to drill yet"
      actions={<LinkButton href="#/import">Import your stories</LinkButton>}
    >
      A drill asks for single points of a story, one after another, in short takes.
    </EmptyState>
  )
}

function Drill({ stories }: { readonly stories: readonly StorySummary[] }) {
  const [focus, setFocus] = useState<DrillFocus>('weak')
  const [filter, setFilter] = useState('')
  const words = folded(useDeferredValue(filter)).split(/\s+/).filter(Boolean)
  const shown = useMemo(
    () => stories.filter(({ title }) => words.every((word) => folded(title).includes(word))),
    [stories, words],
  )
  const start = useStartSession()
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <Select label="What to drill" items={DRILL_CHOICES} value={focus} onChange={(id: DrillFocus) => setFocus(id)} />
        <div className={styles.filter}>
          <SearchField label="Find a story to drill" placeholder="Title" value={filter} onChange={setFilter} />
        </div>
      </div>
      {shown.length === 0 ? (
        <EmptyState title="Nothing found">No title holds “{filter.trim()}”.</EmptyState>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_PX }}>
          <GridList
            aria-label="Stories to drill"
            items={shown}
            disallowTypeAhead
            onAction={(key) => void start({ kind: 'drill', storyId: String(key), focus })}
            className={cx(styles.list)}
          >
            {(story) => (
              <GridListItem id={story.id} textValue={story.title} className={cx(listRow.row, styles.row)}>
                <ReadinessRing readiness={story.readiness} />
                <span className={styles.title}>{story.title}</span>
                <span className={`${styles.figures} figures`}>
                  {story.lastPractisedAt === null
                    ? 'Not practised'
                    : `${plural(story.attemptCount, 'attempt')}, ${formatDay(story.lastPractisedAt, Date.now())}`}
                </span>
              </GridListItem>
            )}
          </GridList>
        </Virtualizer>
      )}
    </div>
  )
}
