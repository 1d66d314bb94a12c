/** What of a key press matters here. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** A key press in the words of the registry: `Mod+1`, `Alt+ArrowUp`, `?`. Shift counts with named keys only. */
export function strokeOf(press: KeyPress): string {
  const key = press.key === ' ' ? 'Space' : press.key
  const isNamed = key.length > 1
  const parts = [
    (press.ctrlKey || press.metaKey) && 'Mod',
    press.altKey && 'Alt',
    press.shiftKey && isNamed && 'Shift',
    isNamed ? key : key.toLowerCase(),
  ]
  return parts.filter(Boolean).join('+')
}

/** What a stroke leads to: a shortcut, the wait for the next stroke of one, or nothing. */
export interface Match<Id extends string> {
  readonly id: Id | null
  readonly pending: string
}

/** Matches a stroke after the strokes that came before (`pending`, empty at first). */
export function matchStroke<Id extends string>(
  bindings: ReadonlyMap<Id, readonly string[]>,
  pending: string,
  stroke: string,
): Match<Id> {
  const sequence = pending ? `${pending} ${stroke}` : stroke
  for (const [id, keys] of bindings) if (keys.includes(sequence)) return { id, pending: '' }
  const isPrefix = [...bindings.values()].some((keys) => keys.some((key) => key.startsWith(`${sequence} `)))
  if (isPrefix) return { id: null, pending: sequence }
  return pending ? matchStroke(bindings, '', stroke) : { id: null, pending: '' }
}
