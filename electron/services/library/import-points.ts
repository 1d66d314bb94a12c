import type { ParsedPoint, ParsedStory } from '#domain/bank/bank'
import type { StoryMatch } from '#domain/bank/reimport'
import type { ImportedPoint, KnownPoint, KnownStory, NewId, PointSource } from '../ports/stores.ts'

interface Options {
  /** The document is in Starbeat's own form and says everything, also what was changed by hand. */
  readonly exact: boolean
  readonly newId: NewId
}

/** The points of a story after an import: the document's, with what the user made of them by hand. */
export function planPoints(
  story: ParsedStory,
  { points: matches }: StoryMatch,
  former: KnownStory | undefined,
  { exact, newId }: Options,
): ImportedPoint[] {
  const stored = new Map(former?.points.map((point) => [point.id, point]))
  const read = story.points.flatMap((parsed, position): ImportedPoint[] => {
    const source = { text: parsed.text, part: parsed.part, weight: parsed.weight, position }
    const known = stored.get(matches[position]!.existingId ?? '')
    if (!known || exact) return [{ ...asRead(parsed), id: known?.id ?? newId(), source }]
    return known.removed ? [] : [merge(parsed, known, source)]
  })
  return exact || !former ? read : inOrder(read, former.points)
}

const asRead = ({ guessed: _, ...point }: ParsedPoint) => point

/** Field by field: what the user changed stays, the rest follows the document. */
function merge(parsed: ParsedPoint, known: KnownPoint, source: PointSource): ImportedPoint {
  const text = known.text === known.source?.text ? parsed.text : known.text
  return {
    id: known.id,
    part: known.part === known.source?.part ? parsed.part : known.part,
    text,
    weight: known.weight === known.source?.weight ? parsed.weight : known.weight,
    facts: text === known.text ? known.facts : parsed.facts,
    lines: parsed.lines,
    source,
  }
}

/**
 * The document's order, unless the user moved points; what was added by hand, or is new in the document, stands after
 * what it followed.
 */
function inOrder(read: readonly ImportedPoint[], known: readonly KnownPoint[]): ImportedPoint[] {
  const points = new Map(read.map((point) => [point.id, point]))
  const standing = known.filter((point) => !point.removed && (points.has(point.id) || point.source === null))
  for (const { removed: _, ...point } of standing) if (!points.has(point.id)) points.set(point.id, point)
  const stored = standing.map((point) => point.id)
  const document = read.map((point) => point.id)
  const ids = wasMoved(standing) ? weave(stored, document) : weave(document, stored)
  return ids.map((id) => points.get(id)!)
}

function wasMoved(points: readonly KnownPoint[]): boolean {
  const positions = points.flatMap((point) => (point.source ? [point.source.position] : []))
  return positions.some((position, i) => i > 0 && position < positions[i - 1]!)
}

/** The base with everything else of the other list, each behind what it follows there. */
function weave(base: readonly string[], other: readonly string[]): string[] {
  const woven = [...base]
  for (const [i, id] of other.entries()) {
    if (woven.includes(id)) continue
    woven.splice(i === 0 ? 0 : woven.indexOf(other[i - 1]!) + 1, 0, id)
  }
  return woven
}
