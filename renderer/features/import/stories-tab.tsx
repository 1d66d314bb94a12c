import { useMemo, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Switch } from '../../ui/switch.tsx'
import { VirtualGrid } from '../../ui/virtual-grid.tsx'
import { NoStory } from './no-story.tsx'
import { useReviewModel } from './review-context.ts'
import { RenamingContext, RowProvider } from './row-context.ts'
import { RowMenu } from './row-menu.tsx'
import styles from './stories-tab.module.css'
import { StoryRowView } from './story-row-view.tsx'
import { createRows, type ImportRow, rowText } from './story-rows.ts'
import { useRowActions, useStoryList } from './use-story-list.ts'

const ROW_PX = 34

/** The stories of a document with their points; without any, why there are none. */
export function StoriesTab() {
  const { bank } = useReviewModel()
  return bank.stories.length === 0 ? <NoStory /> : <StoryGrid />
}

/** To be set right by keys or menus. */
function StoryGrid() {
  const { bank, changes, folds, keepingFocus, link, onlyChanges, setOnlyChanges, reveal, clearReveal } =
    useReviewModel()
  const [makeRows] = useState(createRows)
  const gridRef = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () => makeRows(bank, { changes, onlyChanges, isOpen: folds.isOpen }),
    [makeRows, bank, changes, onlyChanges, folds],
  )
  const list = useStoryList(rows, gridRef)
  const actions = useRowActions(list)
  const surroundings = useMemo(() => ({ link, actions }), [link, actions])
  return (
    <RowProvider value={surroundings}>
      <RenamingContext value={list.renamingId}>
        <div className={styles.panel}>
          <div className={styles.tools}>
            <span className={styles.hint}>
              {list.hint || (
                <>
                  <Kbd keys="S T A R L" /> set the part, <Kbd keys="?" /> shows all keys
                </>
              )}
            </span>
            {changes && (
              <Switch isSelected={onlyChanges} onChange={setOnlyChanges}>
                Only what changes
              </Switch>
            )}
            {!folds.areAllOpen && folds.canOpenAll && (
              <Button variant="quiet" size="sm" onPress={() => keepingFocus(() => folds.setAll(true))}>
                Unfold all
              </Button>
            )}
            {!folds.areAllFolded && (
              <Button variant="quiet" size="sm" onPress={() => keepingFocus(() => folds.setAll(false))}>
                Fold all
              </Button>
            )}
          </div>
          <VirtualGrid<ImportRow>
            label="Stories in this document"
            items={rows}
            rowPx={ROW_PX}
            gridRef={gridRef}
            selected={list.selected}
            reveal={reveal}
            textOf={rowText}
            onSelect={list.select}
            onAction={list.activate}
            onRevealed={clearReveal}
          >
            {(row) => <StoryRowView row={row} />}
          </VirtualGrid>
          {list.menu && <RowMenu menu={list.menu} list={list} />}
        </div>
      </RenamingContext>
    </RowProvider>
  )
}
