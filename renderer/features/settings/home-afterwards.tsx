import { type RefObject, useEffect } from 'react'
import { giveLostFocus } from './use-lasting-focus.ts'

/** The dialog gives the focus back to the button that opened it in the frame after it went; what is lost then goes home. */
export function HomeAfterwards({ home }: { readonly home: RefObject<HTMLElement | null> }) {
  useEffect(() => () => void requestAnimationFrame(() => giveLostFocus(home.current)), [home])
  return null
}
