import { useSyncExternalStore } from 'react'

export interface NavigateOptions {
  readonly replace?: boolean
}

/** Path and search of a fragment such as `#/stories/7?question=3`. */
export function splitHash(hash: string): { path: string; search: string } {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '/').split('?', 2)
  return { path, search }
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  window.addEventListener('popstate', onChange)
  return () => {
    window.removeEventListener('popstate', onChange)
    window.removeEventListener('hashchange', onChange)
  }
}

/** Goes to a path of the app; the search stays inside the fragment, so that hosts never see it. */
export function navigate(to: string, { replace = false }: NavigateOptions = {}): void {
  const hash = `#${to}`
  if (hash === window.location.hash) return
  if (replace) window.location.replace(hash)
  else window.location.hash = hash
}

/** The location hook for wouter. wouter's own keeps the search outside the fragment. */
export const useHashLocation = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, () => splitHash(window.location.hash).path),
  navigate,
]
useHashLocation.hrefs = (href: string) => `#${href}`

/** The search hook for wouter. */
export const useHashSearch = (): string => useSyncExternalStore(subscribe, () => splitHash(window.location.hash).search)
