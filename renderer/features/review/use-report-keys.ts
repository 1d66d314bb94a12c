import type { Report } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Player } from '../../audio/player.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { pointMoment } from './evidence.ts'
import { evidenceInFocus, focusedPointId, walk } from './point-walk.ts'
import { REPORT_SHORTCUTS } from './shortcuts.ts'
import type { Teaching } from './use-teaching.ts'

export interface ReportKeys {
  readonly report: Report
  readonly player: Player | null
  readonly teaching: Teaching
  toggleWhy(pointId: string): void
  again(): void
  back(): void
}

const SKIP_MS = 5000

/** The keys of a report: play, skip, go from point to point, judge the point in focus and see why. */
export function useReportKeys({ report, player, teaching, toggleWhy, again, back }: ReportKeys): void {
  const goTo = (step: 1 | -1) => {
    const pointId = walk(step)
    const reached = report.points.find(({ point }) => point.id === pointId)
    const moment = reached && pointMoment(reached, report.words ?? [])
    if (moment) player?.seek(moment.startMs)
  }
  const mark = (status: CoverageStatus | null) => () => {
    const pointId = focusedPointId()
    if (pointId) teaching.judge(pointId, status)
  }
  const why = () => {
    const pointId = focusedPointId()
    if (pointId) toggleWhy(pointId)
  }
  const notThis = () => {
    const pointId = focusedPointId()
    const span = report.points.find(({ point }) => point.id === pointId)?.judged?.evidence[evidenceInFocus() ?? -1]
    if (pointId && span) teaching.reject(pointId, span)
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
    'point-why': why,
    'evidence-not-this': notThis,
    'rehearse-again': again,
    'report-back': back,
  })
}
