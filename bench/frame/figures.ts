/** The middle of some figures; the mean of the two middle ones where their number is even. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const least = (figures: readonly number[]): number => Math.min(...figures)

/** The figure that a share (0-1) of all figures does not exceed. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}

/** The median of the ratios of pairs that were measured one after the other: a busy moment hits both sides alike. */
export const pairedRatio = (own: readonly number[], baseline: readonly number[]): number =>
  median(own.map((figure, i) => figure / baseline[i]!))

export const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
export const inMb = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
export const asRatio = (ratio: number): string => `${ratio.toFixed(2)} x`
export const asPercent = (share: number): string => `${(100 * share).toFixed(1)} %`
