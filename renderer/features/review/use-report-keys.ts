import type { Report } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Player } from '../../audio/player.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { pointMoment } from './evidence.ts'
import { focusedPointId, walk } from './point-walk.ts'
import { REPORT_SHORTCUTS } from './shortcuts.ts'
import type { ReportActions } from './use-report.ts'

export interface ReportKeys {
  readonly report: Report
  readonly player: Player | null
  readonly override: ReportActions['override']
  again(): void
  back(): void
}

const SKIP_MS = 5000

/** The keys of a report: play, skip, go from point to point, judge the point in focus. */
export function useReportKeys({ report, player, override, again, back }: ReportKeys): void {
  const goTo = (step: 1 | -1) => {
    const pointId = walk(step)
    const reached = report.points.find(({ point }) => point.id === pointId)
    const moment = reached && pointMoment(reached, report.words ?? [])
    if (moment) player?.seek(moment.startMs)
  }
  const mark = (status: CoverageStatus | null) => () => {
    const pointId = focusedPointId()
    if (pointId) override(pointId, status)
  }
  useShortcuts(REPORT_SHORTCUTS, {
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
