import { useCallback, useMemo, useState } from 'react'
import type { PointReport, Report } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { WordSpan } from '#domain/transcript'
import { useToasts } from '../../ui/toast.tsx'
import { focusPoint } from './point-walk.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import type { ReportActions } from './use-report.ts'

/** What a user does to verdicts, and the point whose words are being chosen. */
export interface Teaching {
  readonly picking: PointReport | null
  judge(pointId: string, status: CoverageStatus | null): void
  /** Teaches that words of the evidence do not say the point. */
  reject(pointId: string, span: WordSpan): void
  /** Teaches the chosen words. */
  accept(span: WordSpan): void
  /** Ends the choosing with nothing learned. */
  skip(): void
}

/** There is something to teach where words were heard and Starbeat did not find the point in them. */
const canTeach = ({ words }: Report, point: PointReport | undefined) =>
  Boolean(words?.length) && point?.judged != null && point.judged.status !== 'covered'

/** Verdicts by hand; a point called covered that Starbeat did not find so offers to learn its words. */
export function useTeaching(report: Report, actions: ReportActions): Teaching {
  const { points } = report
  const keepFocus = useKeptFocus(points)
  const toasts = useToasts()
  const [pickingId, setPickingId] = useState<string | null>(null)
  const picking = points.find(({ point }) => point.id === pickingId) ?? null

  const judge = useCallback(
    (pointId: string, status: CoverageStatus | null) => {
      const judged = report.points.find(({ point }) => point.id === pointId)
      keepFocus(pointId)
      actions.override(pointId, status)
      setPickingId(status === 'covered' && canTeach(report, judged) ? pointId : null)
    },
    [report, keepFocus, actions],
  )
  const reject = useCallback(
    (pointId: string, span: WordSpan) => {
      keepFocus(pointId)
      actions.reject(pointId, span)
    },
    [keepFocus, actions],
  )
  return useMemo(() => {
    const end = () => {
      if (picking) focusPoint(picking.point.id, picking.point.part)
      setPickingId(null)
    }
    return {
      picking,
      judge,
      reject,
      accept(span) {
        end()
        if (picking) actions.teach(picking.point.id, span)
      },
      skip() {
        end()
        toasts.show({ text: 'Marked as covered; nothing learned', tag: 'nothing-learned' })
      },
    }
  }, [picking, judge, reject, actions, toasts])
}
