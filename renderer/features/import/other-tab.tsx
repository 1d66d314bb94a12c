import { useMemo, useRef, useState } from 'react'
import { type Mark, targetOf } from '#domain/bank/correction'
import { PopupMenu } from '../../ui/menu.tsx'
import { VirtualGrid } from '../../ui/virtual-grid.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { MarkItems } from './mark-items.tsx'
import { NoStory } from './no-story.tsx'
import { OtherRow } from './other-row.tsx'
import { marksFor, otherKey, type Piece } from './pieces.ts'
import { useReviewModel } from './review-context.ts'
import { IMPORT_SHORTCUTS, markHandlers } from './shortcuts.ts'
import styles from './tab.module.css'

const ROW_PX = 100

type OtherPiece = Extract<Piece, { kind: 'other' }> & { readonly id: string }

/** What of the document belongs to no story, and what it could be instead. */
export function OtherTab() {
  const { bank, correct, reveal, clearReveal, showSource, backFromSource } = useReviewModel()
  const gridRef = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [menu, setMenu] = useState<{ anchor: Element; piece: OtherPiece } | null>(null)
  const items = useMemo(
    () => bank.other.map((other): OtherPiece => ({ kind: 'other', id: otherKey(other.id), other })),
    [bank.other],
  )
  const focused = () => {
    const key = document.activeElement?.closest<HTMLElement>('[role=row][data-key]')?.dataset.key
    return items.find((item) => item.id === key)
  }
  const withSelected = (piece: OtherPiece | undefined) =>
    piece && selected.has(piece.id) ? items.filter(({ id }) => selected.has(id)) : piece ? [piece] : []
  const mark = (piece: OtherPiece | undefined, as: Mark) => correct(marksFor(withSelected(piece), as))
  const makeStory = (piece: OtherPiece | undefined) =>
    correct(withSelected(piece).map(({ other }) => ({ kind: 'make-story', other: targetOf(other) })))
  useShortcuts(IMPORT_SHORTCUTS, {
    ...markHandlers((as) => void mark(focused(), as)),
    split: () => void makeStory(focused()),
    'show-source': () => {
      const piece = focused()
      if (piece) showSource(piece.id, piece.other.lines)
      else backFromSource()
    },
  })
  if (items.length === 0) {
    return <p className={styles.nothing}>Every line belongs to a story, a question or a section.</p>
  }
  return (
    <div className={styles.panel}>
      {bank.stories.length === 0 ? (
        <NoStory />
      ) : (
        <p className={styles.intro}>Kept with the bank, but nothing to rehearse. Make something of it if it is.</p>
      )}
      <VirtualGrid<OtherPiece>
        label="Not in a story"
        items={items}
        rowPx={ROW_PX}
        gridRef={gridRef}
        selected={selected}
        reveal={reveal}
        textOf={({ other }) => other.text.slice(0, 300)}
        onSelect={setSelected}
        onRevealed={clearReveal}
      >
        {(piece) => (
          <OtherRow
            other={piece.other}
            onMakeStory={() => void makeStory(piece)}
            onMark={(as) => void mark(piece, as)}
            onAdd={(anchor) => setMenu({ anchor, piece })}
          />
        )}
      </VirtualGrid>
      {menu && (
        <PopupMenu anchor={menu.anchor} label="Add to the story above as" onClose={() => setMenu(null)}>
          <MarkItems present={null} isOutside onMark={(as) => void mark(menu.piece, as)} />
        </PopupMenu>
      )}
    </div>
  )
}
