import type { FactKind } from '../story.ts'

/** A stretch of text that is a fact; offsets, `to` exclusive. */
export interface Stretch {
  kind: FactKind
  from: number
  to: number
}

/** Whether a stretch overlaps none of those claimed, which are in reading order. */
export const isFree = (claimed: readonly Stretch[], from: number, to: number): boolean =>
  claimed.length === 0 || isFreeAt(claimed, placeOf(claimed, from), from, to)

/** Adds a stretch at its place, unless it overlaps one that is there. */
export function addClaim(claimed: Stretch[], stretch: Stretch): void {
  const place = placeOf(claimed, stretch.from)
  if (isFreeAt(claimed, place, stretch.from, stretch.to)) claimed.splice(place, 0, stretch)
}

function placeOf(claimed: readonly Stretch[], from: number): number {
  let low = 0
  let high = claimed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (claimed[middle]!.from < from) low = middle + 1
    else high = middle
  }
  return low
}

const isFreeAt = (claimed: readonly Stretch[], place: number, from: number, to: number): boolean =>
  (place === 0 || claimed[place - 1]!.to <= from) && (place === claimed.length || claimed[place]!.from >= to)
