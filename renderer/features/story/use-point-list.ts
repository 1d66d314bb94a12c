import { useEffect, useRef, useState } from 'react'
import type { PointDraft } from '#contract/stories'
import type { Part, Point, PointWeight } from '#domain/story'
import { PART_NAMES } from '../shared/parts.ts'
import { emptyPoint, inOrder, insertAt, type Moved, merge, moveToPart, nextWeight, replaceAt } from './point-edits.ts'
import { foldedAtFirst, isHidden, moveInView, nextInView } from './point-folds.ts'
import { usePoints } from './use-points.ts'

interface Editing {
  readonly index: number
  readonly isNew: boolean
  readonly part: Part
}

const WEIGHTS: Readonly<Record<PointWeight, string>> = {
  key: 'Marked as key',
  normal: 'Marked as normal',
  optional: 'Marked as optional',
}

/** Everything that can be done to the points of a story, and where the focus goes after it. */
export function usePointList(storyId: string, stored: readonly Point[]) {
  const { points, change, undo } = usePoints(storyId, stored)
  const [editing, setEditing] = useState<Editing | null>(null)
  const rootRef = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useState<{ readonly index: number } | null>(null)
  const [folded, setFolded] = useState(() => foldedAtFirst(points))

  // Storing gives new points their ids, which draws them anew: a focus lost to that comes back.
  const isFocused = useRef<object | null>(null)
  useEffect(() => {
    void points
    const isLost = document.activeElement === document.body
    if (!focus || (isFocused.current === focus && !isLost)) return
    isFocused.current = focus
    rootRef.current?.querySelector<HTMLElement>(`[data-point="${focus.index}"]`)?.focus()
  }, [focus, points])

  const rows: readonly PointDraft[] = editing?.isNew
    ? insertAt(points, editing.index, emptyPoint(editing.part))
    : points
  const stop = (index: number) => {
    setEditing(null)
    setFocus({ index })
  }
  const fold = (part: Part, isFolded: boolean) => {
    const others = [...folded].filter((other) => other !== part)
    setFolded(new Set(isFolded ? [...others, part] : others))
  }
  const apply = (next: readonly PointDraft[], what: string, index: number) => {
    const point = next[index]
    // What has just been changed must not vanish.
    if (point && isHidden(point, folded)) fold(point.part, false)
    stop(index)
    void change(next, what)
  }
  const moved = (result: Moved | null, what: string) => result && apply(result.points, what, result.index)

  return {
    rows,
    rootRef,
    editingIndex: editing?.index ?? null,
    undo,
    folded,
    fold,
    /** Gives a point the focus. */
    focus: (index: number) => setFocus({ index }),
    /** Moves the focus to the point in view before or after another. */
    focusFrom: (index: number, by: -1 | 1) => {
      const next = nextInView(points, index + by, by, folded)
      if (next !== null) setFocus({ index: next })
    },
    edit: (index: number) => setEditing({ index, isNew: false, part: points[index]!.part }),
    /** Opens an empty point of a part; after the point at `index`, or at the end of the part. */
    add: (part: Part, after?: number) => {
      const before = inOrder([...points, emptyPoint(part)]).findIndex((point) => point.id === null && !point.text)
      setEditing({ index: after === undefined ? before : after + 1, isNew: true, part })
    },
    cancel: (index: number) =>
      stop(
        editing?.isNew ? (nextInView(points, index - 1, -1, folded) ?? nextInView(points, 0, 1, folded) ?? 0) : index,
      ),
    save: (index: number, point: PointDraft) =>
      apply(replaceAt(rows, index, point), editing?.isNew ? 'Point added' : 'Point changed', index),
    split: (index: number, first: PointDraft, second: PointDraft) =>
      apply(replaceAt(rows, index, first, second), 'Point split', index + 1),
    merge: (index: number, point: PointDraft) => {
      const before = rows[index - 1]
      if (!before) return setEditing(null)
      if (editing?.isNew && !point.text) return stop(index - 1)
      apply(rows.toSpliced(index - 1, 2, merge(before, point)), 'Points joined', index - 1)
    },
    remove: (index: number) => {
      const rest = points.toSpliced(index, 1)
      const next = nextInView(rest, index, 1, folded) ?? nextInView(rest, index - 1, -1, folded) ?? 0
      apply(rest, 'Point deleted', next)
    },
    weigh: (index: number, weight = nextWeight(points[index]!.weight)) =>
      apply(replaceAt(points, index, { ...points[index]!, weight }), WEIGHTS[weight], index),
    move: (index: number, by: -1 | 1) => moved(moveInView(points, index, by, folded), 'Point moved'),
    moveToPart: (index: number, part: Part) =>
      moved(moveToPart(points, index, part), `Moved to ${PART_NAMES[part].label}`),
  }
}

export type PointListActions = ReturnType<typeof usePointList>
