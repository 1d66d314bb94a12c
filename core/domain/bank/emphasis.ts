import type { Draft } from './points.ts'

/** More than this many points nobody says in one answer. */
const SAYABLE_POINTS = 26

/**
 * Points that are said by default, kept to a number that one answer can hold: where an action is told in
 * phases, the phases and their measured outcomes are said and their content becomes optional.
 * `phases` names the points that are phase headlines, by line.
 */
export function easeWeights<T extends Draft & { part: string }>(
  points: readonly T[],
  phases: ReadonlySet<number>,
): T[] {
  const said = points.filter((point) => point.weight !== 'optional').length
  const inAction = points.filter((point) => point.part === 'action' && phases.has(point.lines.from))
  if (said <= SAYABLE_POINTS || inAction.length < 2) return [...points]
  const first = points.findIndex((point) => inAction.includes(point))
  return points.map((point, i) => {
    if (point.part !== 'action') return point
    if (phases.has(point.lines.from)) return { ...point, weight: 'normal' as const }
    const outcome = /^(?:results?|outcomes?|impact)\b[^:]{0,20}:.*\d/i.test(point.text)
    return i < first || outcome ? point : { ...point, weight: 'optional' as const }
  })
}
