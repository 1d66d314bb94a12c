import { useEffect, useEffectEvent } from 'react'
import { matchStroke, strokeOf } from '../shared/shortcuts/match.ts'
import type { Shortcut } from '../shared/shortcuts/shortcuts.ts'

/** What each shortcut of a table does; null while it does nothing. */
export type KeyActions<Id extends string> = { readonly [K in Id]: (() => void) | null }

const TYPES_TEXT = 'input:not([type=radio],[type=checkbox],[type=range]),textarea,select,[contenteditable=true]'
const HAS_KEYS_TO_ITSELF = `${TYPES_TEXT},[role=menu],[role=listbox],[role=dialog],[role=alertdialog]`
const PRESSED_BY = 'button,a,summary,[role=button],input'
const MOVED_BY = '[role=radiogroup],[role=tablist],[role=slider],[role=toolbar],[data-arrows],input[type=range]'

/** True where the control in focus has its own use for the key. */
function isTaken(target: EventTarget | null, stroke: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest(HAS_KEYS_TO_ITSELF)) return true
  if (stroke === 'Space' || stroke === 'Enter') return target.closest(PRESSED_BY) !== null
  return stroke.startsWith('Arrow') && target.closest(MOVED_BY) !== null
}

/** Binds the keys of a screen while it is there. A key that the control in focus needs stays with it. */
export function useKeys<Id extends string>(
  shortcuts: { readonly [K in Id]: Shortcut },
  actions: KeyActions<NoInfer<Id>>,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const stroke = strokeOf(event)
    if (isTaken(event.target, stroke)) return
    const bindings = new Map((Object.keys(shortcuts) as Id[]).map((id) => [id, shortcuts[id].keys]))
    const { id } = matchStroke(bindings, '', stroke)
    const action = id && actions[id]
    if (!action) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
