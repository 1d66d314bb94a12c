import type { RefObject } from 'react'
import { type Correction, type Mark, storyTargetOf, targetOf } from '#domain/bank/correction'
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
  const { bank, correct, refuse, showSource, backFromSource } = useReviewModel()
  const elementOf = (key: string | undefined) =>
    key ? gridRef.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) : null
  const focusRow = (key: string | undefined) => elementOf(key)?.focus({ preventScroll: true })

  const rowsWith = (row: ImportRow | undefined): readonly ImportRow[] => {
    if (!row) return []
    return selected.has(row.id) ? rows.filter(({ id }) => selected.has(id)) : [row]
  }
  const piecesWith = (row: ImportRow | undefined): readonly Piece[] => rowsWith(row).filter(isPiece)

  /** Corrects; when the selected row is gone, the one that has the focus now is selected. */
  const run = (batch: readonly Correction[], row?: ImportRow) => {
    if (batch.length === 0 || !correct(batch)) return
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
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
      if (row.story.points[0]?.id === row.point.id) return refuse('The story begins here already.')
      run([{ kind: 'split', point: targetOf(row.point) }], row)
    },
    merge(row: ImportRow | undefined) {
      if (!row || row.kind === 'removed') return
      if (bank.stories[0]?.id === row.story.id) return refuse('There is no story above.')
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
      if (!row) return void backFromSource()
      if (row.kind !== 'removed') showSource(row.id, isPiece(row) ? linesOf(row) : row.story.lines)
    },
  }
}
