import { type RefObject, useRef } from 'react'
import { GridList, GridListItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components'
import { useLocation } from 'wouter'
import { cx } from '../../ui/cx.ts'
import { formatDayTime } from '../shared/format.ts'
import { attemptPath } from '../shared/paths.ts'
import { attemptLine } from '../story/attempt-text.ts'
import styles from './history.module.css'
import { HistoryRowContent } from './history-row.tsx'
import type { HistoryRow } from './history-rows.ts'

/** About how high a row is; each is measured once it is in view. */
const ROW_PX = 60

export interface HistoryListProps {
  readonly rows: readonly HistoryRow[]
  readonly selected: ReadonlySet<string>
  readonly playing: string | null
  readonly listRef: RefObject<HTMLDivElement | null>
  onSelect(ids: ReadonlySet<string>): void
  onPlay(attemptId: string | null): void
  onDelete(attemptId: string): void
}

/** The timeline, of which only the rows in view are in the page; Enter or a click opens a report, Space selects. */
export function HistoryList({ rows, selected, playing, listRef, onSelect, onPlay, onDelete }: HistoryListProps) {
  const [, navigate] = useLocation()
  const layout = useRef(new ListLayout<object>()).current
  const select = (keys: Selection) =>
    onSelect(keys === 'all' ? new Set(rows.map(({ id }) => id)) : (keys as ReadonlySet<string>))
  const textOf = ({ summary }: HistoryRow) =>
    `${formatDayTime(summary.attempt.startedAt, Date.now())}: ${attemptLine(summary)}`
  return (
    <Virtualizer layout={layout} layoutOptions={{ estimatedRowSize: ROW_PX }} shouldObserveItemSize>
      <GridList
        ref={listRef}
        aria-label="Attempts"
        items={rows}
        dependencies={[playing, rows]}
        disallowTypeAhead
        keyboardNavigationBehavior="tab"
        selectionMode="multiple"
        selectedKeys={selected}
        onSelectionChange={select}
        onAction={(key) => navigate(attemptPath(String(key)))}
        className={cx(styles.list)}
      >
        {(row) => (
          <GridListItem id={row.id} textValue={textOf(row)} className={cx(styles.item)}>
            <HistoryRowContent row={row} isPlaying={playing === row.id} onPlay={onPlay} onDelete={onDelete} />
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
}

/** The attempt whose row has the keyboard. */
export const focusedAttemptId = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[role=row][data-key]')?.dataset.key ?? null
