import type { PacePoint } from '#domain/delivery/delivery'

/** The drawing of a pace curve in a box of 1000 by 100: its line, and the top and bottom of the calm band. */
export interface CurveDrawing {
  readonly line: string
  readonly bandTop: number
  readonly bandBottom: number
}

export const BOX = { width: 1000, height: 100 }
/** The scale reaches this far beyond the band and the curve, in words a minute. */
const ROOM = 20

/** Draws a curve over the length of the recording, so that it stands above the same moments as other pictures of it. */
export function drawCurve(
  curve: readonly PacePoint[],
  band: { readonly min: number; readonly max: number },
  durationMs: number,
): CurveDrawing {
  const rates = curve.map(({ wordsPerMinute }) => wordsPerMinute)
  const low = Math.max(0, Math.min(band.min, ...rates) - ROOM)
  const high = Math.max(band.max, ...rates) + ROOM
  const y = (rate: number) => Math.round((10 * (BOX.height * (high - rate))) / (high - low)) / 10
  const x = (ms: number) => Math.round((10 * BOX.width * ms) / durationMs) / 10
  return {
    line: curve.map(({ atMs, wordsPerMinute }) => `${x(atMs)},${y(wordsPerMinute)}`).join(' '),
    bandTop: y(band.max),
    bandBottom: y(band.min),
  }
}

/** The point of a curve nearest to a moment; curves are never empty here. */
export const nearestPoint = (curve: readonly PacePoint[], ms: number): PacePoint =>
  curve.reduce((best, point) => (Math.abs(point.atMs - ms) < Math.abs(best.atMs - ms) ? point : best))
