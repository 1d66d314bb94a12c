/** The place that a step leads to among places in order; without a place, the first or the last. Null at an end. */
export function stepFrom(count: number, current: number | null, step: 1 | -1): number | null {
  if (count === 0) return null
  if (current === null) return step > 0 ? 0 : count - 1
  const next = current + step
  return next >= 0 && next < count ? next : null
}

const STOPS = '[data-point-id],[data-fold]'

/** The point that has the keyboard, if any. */
export const focusedPointId = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-point-id]')?.dataset.pointId ?? null

/**
 * Which piece of evidence has the keyboard, or is the only one of the point that has it; where there are several, the
 * first gets the keyboard, so that the user says which.
 */
export function evidenceInFocus(): number | null {
  const here = document.activeElement
  const focused = here?.closest<HTMLElement>('[data-evidence]')?.dataset.evidence
  if (focused !== undefined) return Number(focused)
  const pieces = here?.closest('[data-point-id]')?.querySelectorAll<HTMLElement>('[data-evidence]') ?? []
  if (pieces.length === 1) return 0
  pieces[0]?.querySelector<HTMLElement>('[data-not-this]')?.focus()
  return null
}

function focusStop(stop: HTMLElement): void {
  stop.scrollIntoView({ block: 'nearest' })
  stop.focus({ preventScroll: true })
}

/** Focuses the row of a point; where its part is folded away, what unfolds it. */
export function focusPoint(pointId: string, part: string): void {
  // The row, not its button: Space still plays.
  const row = document.querySelector<HTMLElement>(`[data-point-id="${CSS.escape(pointId)}"]`)
  const stop = row ?? document.querySelector<HTMLElement>(`[data-fold="${part}"]`)
  if (stop) focusStop(stop)
}

/** Moves the focus to the point before or after, in the order of the screen; answers its id, null at a fold or end. */
export function walk(step: 1 | -1): string | null {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)]
  const here = document.activeElement?.closest<HTMLElement>(STOPS)
  const next = stepFrom(stops.length, here ? stops.indexOf(here) : null, step)
  const stop = next === null ? undefined : stops[next]
  if (!stop) return null
  focusStop(stop)
  return stop.dataset.pointId ?? null
}
