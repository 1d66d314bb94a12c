import { useSyncExternalStore } from 'react'
import { usePendingImports } from './pending-imports.tsx'
import type { ImportDocument } from './queue.ts'
import type { Previews } from './use-previews.ts'

/** How many stories a document holds, as the user has set it right; 0 while it is not read. */
export function useStoryCount(previews: Previews): (document: ImportDocument) => number {
  const { histories } = usePendingImports()
  useSyncExternalStore(histories.subscribe, histories.version)
  return (document) => {
    const reading = previews.readings.get(document.id)
    if (reading?.state !== 'ready') return 0
    return (histories.get(document.id)?.now.bank ?? reading.preview.bank).stories.length
  }
}
