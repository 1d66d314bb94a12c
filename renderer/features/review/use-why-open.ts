import { useCallback, useState } from 'react'

/** The points whose reasons are in view, and the way to show or hide those of one. */
export function useWhyOpen(): { readonly open: ReadonlySet<string>; toggle(pointId: string): void } {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set())
  const toggle = useCallback((pointId: string) => setOpen((now) => now.symmetricDifference(new Set([pointId]))), [])
  return { open, toggle }
}
