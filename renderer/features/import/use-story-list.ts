import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { plural } from '../shared/format.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { storyKey } from './pieces.ts'
import { useReviewModel } from './review-context.ts'
import { IMPORT_SHORTCUTS, markHandlers } from './shortcuts.ts'
import type { ImportRow } from './story-rows.ts'
import { isPiece, useStoryCommands } from './use-story-commands.ts'

/** A menu that is open: where, and for which row; `isGroup`: for all points of the part that begins there. */
export interface OpenMenu {
  readonly anchor: Element
  readonly row: ImportRow
  readonly isGroup: boolean
}

const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[role=row][data-key]') : null

/** The list of stories: what is selected, which menu is open, and what its keys do. */
export function useStoryList(rows: readonly ImportRow[], gridRef: RefObject<HTMLDivElement | null>) {
  const { folds, unselect } = useReviewModel()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [renamingId, setRenaming] = useState<string | null>(null)
  const commands = useStoryCommands({ rows, selected, gridRef, select: setSelected, setRenaming })
  const find = (key: string | undefined) => rows.find((row) => row.id === key)
  const focused = () => find(rowOf(document.activeElement)?.dataset.key)

  useShortcuts(IMPORT_SHORTCUTS, {
    ...markHandlers((as) => commands.mark(focused(), as)),
    'mark-nothing': () => commands.mark(focused(), 'nothing'),
    confirm: () => commands.confirm(focused()),
    split: () => commands.split(focused()),
    merge: () => commands.merge(focused()),
    rename: () => commands.rename(focused()),
    'show-source': () => commands.showSource(focused()),
  })

  const openMenu = (anchor: Element, row: ImportRow, isGroup = false) => setMenu({ anchor, row, isGroup })
  const openAt = (row: ImportRow | undefined) => {
    const element = commands.elementOf(row?.id)
    if (!element || !row || row.kind === 'removed') return
    openMenu(element.querySelector('[aria-haspopup=menu]') ?? element, row)
  }
  // The menu key and the other mouse button.
  const onContextMenu = useEffectEvent((event: Event) => {
    const row = find(rowOf(event.target)?.dataset.key)
    if (!row || row.kind === 'removed' || (event.target as Element).closest('input')) return
    event.preventDefault()
    openAt(row)
  })
  // Left and right fold and unfold, as in a tree.
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const row = event.target === rowOf(event.target) ? find(rowOf(event.target)?.dataset.key) : undefined
    const isLeft = event.key === 'ArrowLeft'
    if (!row || row.kind === 'removed' || event.altKey || (!isLeft && event.key !== 'ArrowRight')) return
    if (row.kind !== 'story') return isLeft ? commands.focusRow(storyKey(row.story.id)) : undefined
    if (row.isOpen === isLeft) folds.toggle(row.story.id)
  })
  useEffect(() => {
    const isSelection = selected.size > 1
    unselect.current = () => {
      if (isSelection) setSelected(new Set())
      return isSelection
    }
    return () => {
      unselect.current = null
    }
  }, [selected, unselect])
  useEffect(() => {
    const closer = new AbortController()
    const { signal } = closer
    gridRef.current?.addEventListener('contextmenu', (event) => onContextMenu(event), { signal })
    gridRef.current?.addEventListener('keydown', (event) => onKeyDown(event), { signal })
    return () => closer.abort()
  }, [gridRef])

  const blocks = rows.filter((row) => selected.has(row.id) && isPiece(row)).length
  return {
    commands,
    selected,
    select: setSelected,
    hint: blocks > 1 ? `${plural(blocks, 'block')} selected` : '',
    menu,
    openMenu,
    closeMenu: () => setMenu(null),
    renamingId,
    /** Enter, or a double click. */
    activate(key: string) {
      const row = find(key)
      if (row?.kind === 'story') commands.rename(row)
      else openAt(row)
    },
  }
}

/** What rows ask of their list. The same object for good: a correction must not draw every row again. */
export interface RowActions {
  openMenu(anchor: Element, row: ImportRow, isGroup?: boolean): void
  toggle(storyId: string): void
  rename(row: ImportRow): void
  endRename(row: ImportRow, title: string | null): void
  confirm(row: ImportRow): void
}

/** The actions of a list as it is at the moment of asking. */
export function useRowActions(list: ReturnType<typeof useStoryList>): RowActions {
  const { folds } = useReviewModel()
  const latest = useRef({ list, folds })
  useLayoutEffect(() => {
    latest.current = { list, folds }
  })
  return useState<RowActions>(() => ({
    openMenu: (anchor, row, isGroup) => latest.current.list.openMenu(anchor, row, isGroup),
    toggle: (storyId) => latest.current.folds.toggle(storyId),
    rename: (row) => latest.current.list.commands.rename(row),
    endRename: (row, title) => latest.current.list.commands.endRename(row, title),
    confirm: (row) => latest.current.list.commands.confirm(row),
  }))[0]
}

export type StoryList = ReturnType<typeof useStoryList>
