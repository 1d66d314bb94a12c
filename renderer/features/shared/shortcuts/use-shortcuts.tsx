import { createContext, type ReactNode, useCallback, useContext, useEffect, useEffectEvent, useState } from 'react'
import { matchStroke, strokeOf } from './match.ts'
import type { Shortcut } from './shortcuts.ts'
import { isTaken } from './taken.ts'

interface Binding {
  readonly id: string
  readonly label: string
  readonly keys: readonly string[]
  run(): void
}

/** Answers what is bound at this moment. */
type Source = () => readonly Binding[]

const SourcesContext = createContext<Source[] | null>(null)
const SEQUENCE_MS = 1200
const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']

function listen(sources: readonly Source[]): () => void {
  let pending = ''
  let pressedAt = 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.repeat || MODIFIERS.includes(event.key)) return
    const stroke = strokeOf(event)
    if (isTaken(event.target, stroke)) return
    if (event.timeStamp - pressedAt > SEQUENCE_MS) pending = ''
    pressedAt = event.timeStamp
    const newestFirst = sources.toReversed().flatMap((source) => source())
    const match = matchStroke(newestFirst, pending, stroke)
    pending = match.pending
    if (!match.binding && !pending) return
    event.preventDefault()
    event.stopPropagation()
    match.binding?.run()
  }
  // In the capture phase: lists would take letters for themselves.
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}

/** The one listener to the keyboard, for every bound shortcut. */
export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const [sources] = useState<Source[]>(() => [])
  useEffect(() => listen(sources), [sources])
  return <SourcesContext value={sources}>{children}</SourcesContext>
}

/** What shortcuts of a table do; null or absent while they do nothing. */
export type ShortcutActions<Id extends string> = { readonly [K in Id]?: (() => void) | null }

/**
 * Binds shortcuts of a table while the component is there; the newest binding of a key wins. They never fire while
 * one types, nor under a dialog or menu, and a control in focus keeps the keys that it needs.
 */
export function useShortcuts<Id extends string>(
  table: { readonly [K in Id]: Shortcut },
  actions: ShortcutActions<NoInfer<Id>>,
): void {
  const sources = useContext(SourcesContext)
  const bound = useEffectEvent(() =>
    (Object.keys(table) as Id[]).flatMap((id) => {
      const run = actions[id]
      return run ? [{ id, label: table[id].label, keys: table[id].keys, run }] : []
    }),
  )
  useEffect(() => {
    const source = () => bound()
    sources?.push(source)
    return () => void sources?.splice(sources.indexOf(source), 1)
  }, [sources])
}

/** Something that can be done on the screens that are open, with the first of its keys. */
export interface BoundAction {
  readonly id: string
  readonly label: string
  readonly keys: string | undefined
  run(): void
}

/**
 * Answers what shortcuts do at this moment, the newest binding first; a key that another binding has taken is left out.
 * To be asked when something happens, not while rendering.
 */
export function useBoundActions(): () => readonly BoundAction[] {
  const sources = useContext(SourcesContext)
  return useCallback(() => {
    const bindings = sources?.toReversed().flatMap((source) => source()) ?? []
    return bindings
      .filter((binding, nth) => !bindings.slice(0, nth).some(({ keys }) => keys.includes(binding.keys[0] ?? '')))
      .map(({ id, label, keys, run }) => ({ id: `here ${id}`, label, keys: keys[0], run }))
  }, [sources])
}
