import Mic from 'lucide-react/icons/mic'
import { useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { StoryDetail } from '#contract/stories'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { plural } from '../shared/format.ts'
import { comparePath, historyPath, rehearsePath, storyPath } from '../shared/paths.ts'
import { Screen } from '../shared/screen.tsx'
import styles from './history.module.css'
import { filterAttempts, filterFromSearch, filterToSearch, type HistoryFilter, NO_FILTER } from './history-filter.ts'
import { HistoryFilters } from './history-filters.tsx'
import { HistoryList } from './history-list.tsx'
import { historyRows } from './history-rows.ts'
import { ReadinessTrend } from './readiness-trend.tsx'
import { SelectionFoot } from './selection-foot.tsx'
import { useRemoveAttempts } from './use-history.ts'
import { useHistoryKeys } from './use-history-keys.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

/** The timeline with its trend, its filters and what can be done with the attempts that are selected. */
export function HistoryView({ detail: { story, questions, attempts } }: { readonly detail: StoryDetail }) {
  const [, navigate] = useLocation()
  const search = useSearch()
  const listRef = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [playing, setPlaying] = useState<string | null>(null)
  const removeAttempts = useRemoveAttempts()
  const filter = filterFromSearch(search)
  const rows = useMemo(
    () => historyRows(filterAttempts(attempts, filterFromSearch(search), Date.now()), questions, Date.now()),
    [attempts, questions, search],
  )
  // What the filter hides is not selected.
  const chosen = useMemo(() => new Set(rows.map(({ id }) => id).filter((id) => selected.has(id))), [rows, selected])

  const setFilter = (next: HistoryFilter) =>
    navigate(`${historyPath(story.id)}${filterToSearch(next)}`, { replace: true })
  const remove = (ids: readonly string[]) => {
    setSelected(new Set())
    // The rows go with their focus; it stays in the list.
    listRef.current?.focus()
    removeAttempts(ids)
  }
  /** Rows are newest first: the comparison goes from the earlier to the later. */
  const compare = () => {
    const [later, earlier] = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
    if (chosen.size === 2) navigate(comparePath(earlier!, later!))
  }
  useHistoryKeys({
    rows,
    selected: chosen,
    play: (id) => setPlaying(playing === id ? null : id),
    compare: chosen.size === 2 ? compare : null,
    remove,
    back: () => (chosen.size > 0 ? setSelected(new Set()) : navigate(storyPath(story.id))),
  })
  const rehearse = `#${rehearsePath(story.id, questions[0]?.id ?? null)}`
  return (
    <Screen
      title={`History: ${story.title}`}
      heading={story.title}
      trail={<a href={`#${storyPath(story.id)}`}>Back to the story</a>}
      actions={
        <LinkButton variant="primary" href={rehearse} icon={<Mic />}>
          Rehearse
        </LinkButton>
      }
    >
      {attempts.length === 0 ? (
        <EmptyState title="No attempt yet" actions={<LinkButton href={rehearse}>Rehearse</LinkButton>}>
          Say the story aloud once; it takes a minute. Every attempt is kept here, to hear again and to compare.
        </EmptyState>
      ) : (
        <>
          <div className={styles.head}>
            <div className={styles.overview}>
              <div>
                <h2 className={styles.count}>{plural(attempts.length, 'attempt')}</h2>
                <p className={styles.span}>since {DAY.format(attempts.at(-1)!.attempt.startedAt)}</p>
              </div>
              <ReadinessTrend attempts={attempts} />
            </div>
            <HistoryFilters filter={filter} questions={questions} onChange={setFilter} />
          </div>
          {rows.length === 0 ? (
            <EmptyState
              title="No such attempt"
              actions={<Button onPress={() => setFilter(NO_FILTER)}>Show all</Button>}
            >
              None of the {plural(attempts.length, 'attempt')} fits all of the filters.
            </EmptyState>
          ) : (
            <HistoryList
              rows={rows}
              selected={chosen}
              playing={playing}
              listRef={listRef}
              onSelect={setSelected}
              onPlay={setPlaying}
              onDelete={(id) => remove([id])}
            />
          )}
          {chosen.size > 0 && (
            <SelectionFoot
              count={chosen.size}
              onCompare={compare}
              onDelete={() => remove([...chosen])}
              onClear={() => setSelected(new Set())}
            />
          )}
        </>
      )}
    </Screen>
  )
}
