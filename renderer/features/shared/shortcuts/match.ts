/** What of a key press matters here. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * A key press in the words of the tables: `Mod+1`, `Alt+ArrowUp`, `?`. Shift counts with named keys, and with letters
 * beside Mod; a sign is itself however a keyboard types it: `[` needs AltGr or Option on many.
 */
export function strokeOf({ key: pressed, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const key = pressed === ' ' ? 'Space' : pressed
  const isNamed = key.length > 1
  const isSign = !isNamed && !/[\p{L}\p{N}]/u.test(key)
  const isTyped = isSign && altKey
  const isMod = (ctrlKey || metaKey) && !isTyped
  const isLetter = /^\p{L}$/u.test(key)
  const parts = [
    isMod && 'Mod',
    altKey && !isTyped && 'Alt',
    shiftKey && (isNamed || (isMod && isLetter)) && 'Shift',
    isNamed ? key : key.toLowerCase(),
  ]
  return parts.filter(Boolean).join('+')
}

/** Something that keys lead to. */
interface Keyed {
  readonly keys: readonly string[]
}

/** What a stroke leads to: a binding, the wait for the next stroke of one, or nothing. */
export interface Match<B extends Keyed> {
  readonly binding: B | null
  readonly pending: string
}

/** Matches a stroke after the strokes that came before (`pending`, empty at first); the first binding wins. */
export function matchStroke<B extends Keyed>(bindings: readonly B[], pending: string, stroke: string): Match<B> {
  const sequence = pending ? `${pending} ${stroke}` : stroke
  const binding = bindings.find(({ keys }) => keys.includes(sequence))
  if (binding) return { binding, pending: '' }
  const isPrefix = bindings.some(({ keys }) => keys.some((key) => key.startsWith(`${sequence} `)))
  if (isPrefix) return { binding: null, pending: sequence }
  return pending ? matchStroke(bindings, '', stroke) : { binding: null, pending: '' }
}
