const FOCUSABLE = 'button:not(:disabled),[href],input:not(:disabled),textarea,[role=row],[tabindex]'
// Lists draw their rows a few frames after what they are made of has changed.
const LOOKS = 6

/** The search for a place that may still move the focus: the page has one focus, so the newest search owns it. */
let search = 0

const isShown = (element: Element) => element.isConnected && element.getClientRects().length > 0

/** Whether the keyboard is nowhere: on what is gone, out of view or disabled. */
export function isFocusLost(): boolean {
  const active = document.activeElement
  return !active || active === document.body || !isShown(active) || active.matches(':disabled')
}

const rowOf = (element: Element | null) => element?.closest<HTMLElement>('[role=row][data-key]') ?? null

/** The keys of a row, of those after it, then of those before it. */
function keysNear(row: HTMLElement | null): readonly string[] {
  const grid = row?.closest('[role=grid]')
  if (!row || !grid) return []
  const keys = [...grid.querySelectorAll<HTMLElement>('[role=row][data-key]')].map((each) => each.dataset.key ?? '')
  const at = keys.indexOf(row.dataset.key ?? '')
  return [...keys.slice(at), ...keys.slice(0, at).reverse()]
}

function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = []
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) found.push(each)
  return found
}

const canTake = (element: HTMLElement) =>
  isShown(element) && !element.matches(':disabled,[tabindex="-1"]:not([role=row])')

/**
 * Remembers where the keyboard is. The answer, called after a change, gives it to what is nearest when its place is
 * gone: the row itself or the next one, else what is left of its list, its toolbar or its tab.
 */
export function rememberFocus(): (preferredKey?: string) => void {
  const active = document.activeElement
  if (!active || active === document.body) return () => {}
  const row = rowOf(active)
  const keys = keysNear(row)
  const grid = row?.closest('[role=grid]')
  const ancestors = ancestorsOf(active)
  const firstIn = (parent: Element | undefined) =>
    parent?.isConnected ? [...parent.querySelectorAll<HTMLElement>(FOCUSABLE)].find(canTake) : undefined
  const nearest = (isLast: boolean, preferredKey: string | undefined): HTMLElement | null => {
    // What stands beside a button that is gone or disabled.
    const beside = row ? undefined : firstIn(ancestors[0])
    if (beside) return beside
    const preferred =
      preferredKey && document.querySelector<HTMLElement>(`[role=row][data-key="${CSS.escape(preferredKey)}"]`)
    if (preferred && isShown(preferred)) return preferred
    if (preferredKey && !isLast) return null
    for (const key of keys) {
      const same = grid?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
      if (same && isShown(same)) return same
    }
    // A list may only be late.
    if (row && grid?.isConnected && !isLast) return null
    for (const ancestor of ancestors) {
      const found = firstIn(ancestor)
      if (found) return found
    }
    return null
  }
  return (preferredKey) => {
    search += 1
    const own = search
    let looks = 0
    const look = () => {
      if (own !== search) return
      looks += 1
      if (isFocusLost()) nearest(looks === LOOKS, preferredKey)?.focus({ preventScroll: row === null })
      if (looks < LOOKS) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }
}
