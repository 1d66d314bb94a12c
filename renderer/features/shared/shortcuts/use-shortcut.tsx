import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react'
import { matchStroke, strokeOf } from './match.ts'
import { SHORTCUTS, type ShortcutId } from './shortcuts.ts'

type Bind = (id: ShortcutId, run: () => void) => () => void
const BindContext = createContext<Bind | null>(null)
const SEQUENCE_MS = 1200

/** True where letters are text, or where a menu or dialog has the keyboard to itself. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const windows = '[role=menu],[role=listbox],[role=dialog],[role=alertdialog]:not([aria-modal=false])'
  if (target.isContentEditable || target.closest(windows)) return true
  return target instanceof HTMLInputElement
    ? !['checkbox', 'radio', 'button', 'range'].includes(target.type)
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

function listen(bound: ReadonlyMap<ShortcutId, readonly (() => void)[]>): () => void {
  let pending = ''
  let pressedAt = 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.repeat || isElsewhere(event.target)) return
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
    if (event.timeStamp - pressedAt > SEQUENCE_MS) pending = ''
    pressedAt = event.timeStamp
    const bindings = new Map([...bound.keys()].map((id) => [id, SHORTCUTS[id].keys as readonly string[]]))
    const match = matchStroke(bindings, pending, strokeOf(event))
    pending = match.pending
    if (!match.id && !pending) return
    event.preventDefault()
    event.stopPropagation()
    if (match.id) bound.get(match.id)?.at(-1)?.()
  }
  // In the capture phase: lists would take letters for themselves.
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}

/** Listens to the keyboard for every bound shortcut; never while one is typing. */
export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const [bound] = useState(() => new Map<ShortcutId, (() => void)[]>())
  const [bind] = useState(() => (id: ShortcutId, run: () => void) => {
    bound.set(id, [...(bound.get(id) ?? []), run])
    return () => {
      const rest = (bound.get(id) ?? []).filter((other) => other !== run)
      if (rest.length > 0) bound.set(id, rest)
      else bound.delete(id)
    }
  })
  useEffect(() => listen(bound), [bound])
  return <BindContext value={bind}>{children}</BindContext>
}

/** Binds a shortcut of the registry while the component is there; the newest binding wins. */
export function useShortcut(id: ShortcutId, run: () => void, isEnabled = true): void {
  const bind = useContext(BindContext)
  const latest = useEffectEvent(run)
  useEffect(() => (isEnabled ? bind?.(id, () => latest()) : undefined), [bind, id, isEnabled])
}
