import type { Report } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Player } from '../../audio/player.ts'
import { useKeys } from '../rehearse/use-keys.ts'
import { pointMoments } from './evidence.ts'
import { REPORT_SHORTCUTS } from './shortcuts.ts'
import type { ReportActions } from './use-report.ts'

export interface ReportKeys {
  readonly report: Report
  readonly player: Player | null
  readonly actions: ReportActions
  again(): void
  back(): void
}

const SKIP_MS = 5000
// Word times are estimates; without this the point that was just jumped to would be found again.
const SAME_MOMENT_MS = 400

const focusedPointId = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-point-id]')?.dataset.pointId ?? null

function focusPoint(pointId: string): void {
  const row = document.querySelector<HTMLElement>(`[data-point-id="${CSS.escape(pointId)}"]`)
  row?.scrollIntoView({ block: 'nearest' })
  // The row, not its button: Space still plays.
  row?.focus({ preventScroll: true })
}

/** The keys of a report: play, skip, go from point to point, judge the point in focus. */
export function useReportKeys({ report, player, actions, again, back }: ReportKeys): void {
  const goTo = (step: 1 | -1) => {
    const moments = pointMoments(report.points, report.words ?? [])
    const now = player?.timeMs.get() ?? 0
    const next =
      step > 0
        ? moments.find(({ startMs }) => startMs > now + SAME_MOMENT_MS)
        : moments.findLast(({ startMs }) => startMs < now - SAME_MOMENT_MS)
    if (!next) return
    player?.seek(next.startMs)
    focusPoint(next.pointId)
  }
  const mark = (status: CoverageStatus | null) => () => {
    const pointId = focusedPointId()
    if (pointId) actions.override(pointId, status)
  }
  useKeys(REPORT_SHORTCUTS, {
    'play-toggle': player?.toggle ?? null,
    'play-back': player && (() => player.skip(-SKIP_MS)),
    'play-forward': player && (() => player.skip(SKIP_MS)),
    'point-before': () => goTo(-1),
    'point-after': () => goTo(1),
    'mark-covered': mark('covered'),
    'mark-partial': mark('partial'),
    'mark-missed': mark('missed'),
    'mark-judged': mark(null),
    'rehearse-again': again,
    'report-back': back,
  })
}
