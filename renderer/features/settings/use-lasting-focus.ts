import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Gives a lost focus to the first field or button of an element, or to the element itself. */
export function giveLostFocus(to: HTMLElement | null): void {
  if (document.activeElement === document.body) (to?.querySelector<HTMLElement>('input, button') ?? to)?.focus()
}

/**
 * Keeps the focus in an element whose buttons come and go: when the one that has it goes with the next render of the
 * caller, the first one that is left gets it, or the element itself, which then needs a tab index.
 */
export function useLastingFocus<E extends HTMLElement>(): RefObject<E | null> {
  const root = useRef<E>(null)
  // Read before the page is changed: afterwards nothing tells any more where the focus was.
  const hadFocus = root.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (hadFocus) giveLostFocus(root.current)
  })
  return root
}
