import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { GridList, GridListItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './virtual-grid.module.css'

export interface VirtualGridProps<T extends { readonly id: string }> {
  readonly label: string
  readonly items: readonly T[]
  /** About how high a row is, in pixels; each is measured once it is in view. */
  readonly rowPx: number
  readonly gridRef: RefObject<HTMLDivElement | null>
  readonly selected?: ReadonlySet<string>
  /** A row to bring into view; a new object does so again. */
  readonly reveal?: { readonly key: string } | null
  textOf(item: T): string
  children(item: T): ReactNode
  onSelect?(keys: ReadonlySet<string>): void
  /** Enter or a double click; a single click where nothing can be selected. */
  onAction?(key: string): void
  onRevealed?(): void
}

/** Scrolls to a row. Rows out of view have a guessed height, so that it takes a few looks to get there. */
function scrollTo(grid: HTMLElement, layout: ListLayout<object>, key: string, onEnd: () => void): () => void {
  let looks = 0
  let frame = 0
  const look = () => {
    const rect = layout.getLayoutInfo(key)?.rect
    if (rect) {
      const isInView = rect.y >= grid.scrollTop && rect.y + rect.height <= grid.scrollTop + grid.clientHeight
      if (!isInView) grid.scrollTop = Math.max(0, rect.y - grid.clientHeight / 4)
    }
    looks += 1
    if (looks < 6) {
      frame = requestAnimationFrame(look)
      return
    }
    // Whoever came by keyboard must not be left with nothing.
    const isLost = document.activeElement === document.body
    if (isLost) grid.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
    onEnd()
  }
  frame = requestAnimationFrame(look)
  return () => cancelAnimationFrame(frame)
}

/** A list of rows of any height, of which only those in view are in the page; arrows move, Shift selects more. */
export function VirtualGrid<T extends { readonly id: string }>(props: VirtualGridProps<T>) {
  const { label, items, rowPx, gridRef, selected, reveal, textOf, children, onSelect, onAction, onRevealed } = props
  const [layout] = useState(() => new ListLayout<object>())
  useEffect(() => {
    if (reveal && gridRef.current) return scrollTo(gridRef.current, layout, reveal.key, () => onRevealed?.())
  }, [reveal, layout, gridRef, onRevealed])
  // The set itself comes back in `selected`: it knows where the selection began.
  const select = (keys: Selection) =>
    onSelect?.(keys === 'all' ? new Set(items.map((item) => item.id)) : (keys as ReadonlySet<string>))
  return (
    <Virtualizer layout={layout} layoutOptions={{ estimatedRowSize: rowPx }} shouldObserveItemSize>
      <GridList
        ref={gridRef}
        aria-label={label}
        items={items}
        disallowTypeAhead
        keyboardNavigationBehavior="tab"
        className={cx(styles.grid)}
        {...(selected
          ? { selectionMode: 'multiple' as const, selectionBehavior: 'replace' as const, selectedKeys: selected }
          : {})}
        onSelectionChange={select}
        {...(onAction ? { onAction: (key) => onAction(String(key)) } : {})}
      >
        {(item) => (
          <GridListItem id={item.id} textValue={textOf(item)} className={cx(styles.row)}>
            {children(item)}
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
}
