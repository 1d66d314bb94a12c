import type { Span } from './spans.ts'
import type { PointTerms } from './terms.ts'

/** A point with the places where it may have been said and how much of it they say. */
export type Sighting = { point: PointTerms; spans: readonly Span[]; said: number }

/** A point said at least this much shows where the story stands. */
const LANDMARK = 0.4

const centre = ({ spans }: Sighting): number | null => (spans[0] ? (spans[0].from + spans[0].to) / 2 : null)

/** Whether a point was said after the points before it and before the points after it, as far as those are sure. */
export function isInOrder(sightings: readonly Sighting[], index: number): boolean {
  const at = centre(sightings[index]!)
  if (at === null) return false
  return sightings.every((other, i) => {
    const place = other.said >= LANDMARK ? centre(other) : null
    return place === null || i === index || (i < index ? place <= at : at <= place)
  })
}

/** The share (0-1) of a point's said terms that stand in words which another point claims more strongly. */
export function contestedShare(sightings: readonly Sighting[], index: number): number {
  const { spans, said } = sightings[index]!
  if (!spans[0]) return 0
  const stronger = sightings.filter((other, i) => i !== index && other.said > said)
  const claimed = new Set(
    stronger.flatMap((other) => [...(other.spans[0]?.said.values() ?? [])].map(({ from }) => from)),
  )
  const mine = [...spans[0].said.values()]
  return mine.filter(({ from }) => claimed.has(from)).length / mine.length
}
