import type { PacePoint } from '#domain/delivery/delivery'
import type { PaceBand } from '#domain/delivery/pace'

/** The drawing of a pace curve in a box of 1000 by 100: its line, the calm band, and where the band's figures stand. */
export interface CurveDrawing {
  readonly line: string
  readonly bandTop: number
  readonly bandBottom: number
  readonly topLabel: number
  readonly bottomLabel: number
}

export const BOX = { width: 1000, height: 100 }
/** The scale reaches this far beyond the band and the curve, in words a minute. */
const ROOM = 20
/** The figures of the band stand at least this far apart, so that both can be read. */
const LABEL_GAP = 26

/** Draws a curve over the length of the recording, so that it stands above the same moments as other pictures of it. */
export function drawCurve(curve: readonly PacePoint[], band: PaceBand, durationMs: number): CurveDrawing {
  const rates = curve.map(({ wordsPerMinute }) => wordsPerMinute)
  const low = Math.max(0, Math.min(band.min, ...rates) - ROOM)
  const high = Math.max(band.max, ...rates) + ROOM
  const y = (rate: number) => Math.round((10 * (BOX.height * (high - rate))) / (high - low)) / 10
  // Recognisers may end the last word after the recording.
  const x = (ms: number) => Math.round((10 * BOX.width * Math.min(ms, durationMs)) / durationMs) / 10
  const [bandTop, bandBottom] = [y(band.max), y(band.min)]
  const apart = Math.max(0, LABEL_GAP - (bandBottom - bandTop)) / 2
  return {
    line: curve.map(({ atMs, wordsPerMinute }) => `${x(atMs)},${y(wordsPerMinute)}`).join(' '),
    bandTop,
    bandBottom,
    topLabel: bandTop - apart,
    bottomLabel: bandBottom + apart,
  }
}

/** The point of a curve nearest to a moment; curves are never empty here. */
export const nearestPoint = (curve: readonly PacePoint[], ms: number): PacePoint =>
  curve.reduce((best, point) => (Math.abs(point.atMs - ms) < Math.abs(best.atMs - ms) ? point : best))
