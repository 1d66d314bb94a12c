import { useCallback, useEffect, useRef } from 'react'
import type { PointReport } from '#contract/attempts'
import { focusPoint } from './point-walk.ts'

/**
 * Judging a point may move it into or out of a fold, and rejecting words takes their button away: what is lost of the
 * focus to that comes back to the point. Answers what names the point that is about to change.
 */
export function useKeptFocus(points: readonly PointReport[]): (pointId: string) => void {
  const judged = useRef<string | null>(null)
  useEffect(() => {
    const moved = points.find(({ point }) => point.id === judged.current)?.point
    if (!moved) return
    judged.current = null
    if (document.activeElement === document.body) focusPoint(moved.id, moved.part)
  }, [points])
  return useCallback((pointId) => {
    judged.current = pointId
  }, [])
}
