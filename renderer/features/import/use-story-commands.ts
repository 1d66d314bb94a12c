import type { RefObject } from 'react'
import type { Correction, Mark } from '#domain/bank/correction'
import { confirmationsFor, linesOf, marksFor, type Piece } from './pieces.ts'
import { useReviewModel } from './review-context.ts'
import type { ImportRow } from './story-rows.ts'

export const isPiece = (row: ImportRow | undefined): row is ImportRow & Piece =>
  row?.kind === 'point' || row?.kind === 'note'

export interface StoryCommandsOptions {
  readonly rows: readonly ImportRow[]
  readonly selected: ReadonlySet<string>
  readonly gridRef: RefObject<HTMLDivElement | null>
  select(keys: ReadonlySet<string>): void
  setRenaming(storyId: string | null): void
}

/** What can be done with rows of stories. Each command is about the selected rows if its row is among them. */
export function useStoryCommands({ rows, selected, gridRef, select, setRenaming }: StoryCommandsOptions) {
  const { bank, correct, link, setSide } = useReviewModel()
  const elementOf = (key: string | undefined) =>
    key ? gridRef.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) : null
  const focusRow = (key: string | undefined) => elementOf(key)?.focus({ preventScroll: true })

  const rowsWith = (row: ImportRow | undefined): readonly ImportRow[] => {
    if (!row) return []
    return selected.has(row.id) ? rows.filter(({ id }) => selected.has(id)) : [row]
  }
  const piecesWith = (row: ImportRow | undefined): readonly Piece[] => rowsWith(row).filter(isPiece)

  /** Corrects, and keeps focus and selection in the list when the row that had them is gone. */
  const run = (batch: readonly Correction[], row?: ImportRow) => {
    const at = row ? rows.indexOf(row) : -1
    if (batch.length === 0 || !correct(batch)) return
    const keepFocus = () => {
      if (document.activeElement && document.activeElement !== document.body) return
      const near = [row?.id, rows[at + 1]?.id, rows[at - 1]?.id]
      focusRow(near.find(elementOf))
    }
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        keepFocus()
        const focused = document.activeElement?.closest<HTMLElement>('[role=row][data-key]')?.dataset.key
        if (row && focused && !elementOf(row.id)) select(new Set([focused]))
      }),
    )
  }

  const drop = (row: ImportRow | undefined) => {
    if (row?.kind === 'story') run([{ kind: 'drop', story: storyTargetOf(row.story) }], row)
  }
  return {
    elementOf,
    focusRow,
    piecesWith,
    drop,
    mark(row: ImportRow | undefined, as: Mark) {
      const pieces = piecesWith(row)
      if (pieces.length === 0 && as === 'nothing') drop(row)
      else run(marksFor(pieces, as), row)
    },
    markAll: (row: ImportRow, pieces: readonly Piece[], as: Mark) => run(marksFor(pieces, as), row),
    confirm(row: ImportRow | undefined) {
      const points = rowsWith(row).flatMap((each) =>
        each.kind === 'story' ? each.story.points : each.kind === 'point' ? [each.point] : [],
      )
      run(confirmationsFor(points), row)
    },
    split(row: ImportRow | undefined) {
      if (row?.kind !== 'point') return
      run([{ kind: 'split', point: targetOf(row.point) }], row)
    },
    merge(row: ImportRow | undefined) {
      if (!row || row.kind === 'removed' || bank.stories[0]?.id === row.story.id) return
      run([{ kind: 'merge', story: storyTargetOf(row.story) }], row)
    },
    rename(row: ImportRow | undefined) {
      if (row && row.kind !== 'removed') setRenaming(row.story.id)
    },
    endRename(row: ImportRow, title: string | null) {
      setRenaming(null)
      if (row.kind !== 'story') return
      if (title && title !== row.story.title) correct([{ kind: 'rename', story: storyTargetOf(row.story), title }])
      requestAnimationFrame(() => focusRow(row.id))
    },
    showSource(row: ImportRow | undefined) {
      if (!row || row.kind === 'removed') return
      link.jump(isPiece(row) ? linesOf(row) : row.story.lines)
      setSide('document')
    },
  }
}
