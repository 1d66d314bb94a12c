import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { BankSummary } from '#contract/banks'
import { SearchField } from '../../ui/search-field.tsx'
import { HitList } from '../search/hit-list.tsx'
import { useFound } from '../search/use-found.ts'
import { plural } from '../shared/format.ts'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { BankTree } from './bank-tree.tsx'
import styles from './library.module.css'
import { type Place, rowsAt, type StoryRow } from './library-rows.ts'
import { StoryList } from './story-list.tsx'

export interface LibraryPanesProps {
  readonly banks: readonly BankSummary[]
  readonly rows: readonly StoryRow[]
  readonly counts: ReadonlyMap<string, number>
}

function usePlace(): [Place, (place: Place) => void] {
  const search = useSearch()
  const [, navigate] = useLocation()
  const go = useCallback(
    ({ bankId, sectionId }: Place) => {
      const next = new URLSearchParams()
      if (bankId) next.set('bank', bankId)
      if (sectionId) next.set('section', sectionId)
      navigate(next.size > 0 ? `/library?${next}` : '/library', { replace: true })
    },
    [navigate],
  )
  const place = useMemo(() => {
    const asked = new URLSearchParams(search)
    return { bankId: asked.get('bank'), sectionId: asked.get('section') }
  }, [search])
  return [place, go]
}

/** Banks and sections on the left, the stories of the chosen one on the right. */
export function LibraryPanes({ banks, rows, counts }: LibraryPanesProps) {
  const [place, setPlace] = usePlace()
  const { bankId, sectionId } = place
  const [filter, setFilter] = useState('')
  const shownFilter = useDeferredValue(filter)
  const filterRef = useRef<HTMLInputElement>(null)
  useShortcuts(SHORTCUTS, { search: () => filterRef.current?.select() })
  const shown = useMemo(() => rowsAt(rows, place, shownFilter), [rows, place, shownFilter])

  const found = useFound(shownFilter)
  // Titles are found by the list of stories itself.
  const hits = useMemo(
    () => found.hits.filter(({ kind, bankId: at }) => kind !== 'story' && (!bankId || at === bankId)),
    [found, bankId],
  )

  const section = banks.flatMap((bank) => bank.sections).find(({ id }) => id === sectionId)
  const title = section?.title ?? banks.find((bank) => bank.id === bankId)?.title ?? 'All stories'
  const showAll = useCallback(() => {
    setFilter('')
    setPlace({ bankId: null, sectionId: null })
    filterRef.current?.focus()
  }, [setPlace])
  const intoList = (from: Element) => from.closest('section')?.querySelector<HTMLElement>('[role=row]')?.focus()
  return (
    <div className={styles.panes}>
      <BankTree banks={banks} counts={counts} total={rows.length} place={place} onGo={setPlace} />
      <section className={styles.stories} aria-label="Stories">
        <div className={styles.bar}>
          <h2 className={styles.place}>{title}</h2>
          <span className={`${styles.count} figures`} aria-live="polite">
            {plural(shown.length, 'story', 'stories')}
          </span>
          <search
            className={styles.filter}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return
              event.preventDefault()
              intoList(event.currentTarget)
            }}
          >
            <SearchField
              label="Find a story"
              placeholder="Stories, points, anything said"
              keys="/"
              value={filter}
              inputRef={filterRef}
              onChange={setFilter}
            />
          </search>
        </div>
        {section?.definition && <p className={styles.definition}>{section.definition}</p>}
        {(shown.length > 0 || hits.length === 0) && (
          <StoryList rows={shown} hasSection={Boolean(section)} filter={shownFilter} onShowAll={showAll} />
        )}
        {hits.length > 0 && <HitList hits={hits} hasMore={found.hasMore} />}
      </section>
    </div>
  )
}
