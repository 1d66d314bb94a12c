import { useEffect } from 'react'

/** So long whoever took something away may say themselves where the focus goes. Milliseconds. */
const GRACE_MS = 120

/** What stood around a control, from near to far, as far as the focus may go when the control is gone. */
function around(element: Element): Element[] {
  const found: Element[] = []
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) found.push(each)
  return found
}

function take(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/**
 * Keeps the focus in the page: when what had it goes, as a row that was dealt with, the place around it takes the focus,
 * so that the keyboard and screen readers go on from there.
 */
export function useLostFocus(): void {
  useEffect(() => {
    let last: Element | null = null
    let places: Element[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.closest('main')) return
      last = target
      places = around(target)
    }
    const restore = () => {
      if (document.activeElement !== document.body || !last || last.isConnected) return
      const near = places.find((place) => place.isConnected && place.matches('ul,ol,section,[role=tabpanel],main'))
      if (near instanceof HTMLElement) take(near)
      last = null
    }
    const watcher = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      clearTimeout(timer)
      timer = setTimeout(restore, GRACE_MS)
    })
    document.addEventListener('focusin', remember)
    watcher.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      watcher.disconnect()
      clearTimeout(timer)
    }
  }, [])
}
