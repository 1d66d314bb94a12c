import type { TargetBand } from '#domain/story'
import { formatDuration } from '../shared/format.ts'

/** Where a bar of the time stands. All shares 0-1 of the bar. */
export interface TargetScale {
  readonly from: number
  readonly to: number
  readonly now: number
}

/** The bar reaches a third beyond the band, so that a little too long still fits. */
export function targetScale({ minMs, maxMs }: TargetBand, elapsedMs: number): TargetScale {
  const endMs = maxMs * (4 / 3)
  return { from: minMs / endMs, to: maxMs / endMs, now: Math.min(1, elapsedMs / endMs) }
}

/** The band as `1:00–1:30`. */
export const bandWords = ({ minMs, maxMs }: TargetBand): string => `${formatDuration(minMs)}–${formatDuration(maxMs)}`
