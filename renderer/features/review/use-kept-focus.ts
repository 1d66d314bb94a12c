import { useCallback, useEffect, useRef } from 'react'
import type { PointReport } from '#contract/attempts'
import { focusPoint } from './point-walk.ts'
import type { ReportActions } from './use-report.ts'

/** Judging a point may move it into or out of a fold: the focus that is lost to that comes back to it. */
export function useKeptFocus(
  points: readonly PointReport[],
  override: ReportActions['override'],
): ReportActions['override'] {
  const judged = useRef<string | null>(null)
  useEffect(() => {
    const moved = points.find(({ point }) => point.id === judged.current)?.point
    if (!moved) return
    judged.current = null
    if (document.activeElement === document.body) focusPoint(moved.id, moved.part)
  }, [points])
  return useCallback(
    (pointId, status) => {
      judged.current = pointId
      override(pointId, status)
    },
    [override],
  )
}
