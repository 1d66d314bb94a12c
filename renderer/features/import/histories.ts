import type { History } from './corrections.ts'

/** The corrections of each document in line, by its id; tells when one changes. */
export interface Histories {
  get(documentId: number): History | undefined
  set(documentId: number, history: History): void
  delete(documentId: number): void
  clear(): void
  /** All of them at this moment. */
  entries(): readonly (readonly [number, History])[]
  subscribe(listener: () => void): () => void
  /** Grows with every change. */
  version(): number
}

export function createHistories(): Histories {
  const histories = new Map<number, History>()
  const listeners = new Set<() => void>()
  let version = 0
  const changed = () => {
    version++
    for (const listener of listeners) listener()
  }
  return {
    get: (id) => histories.get(id),
    set(id, history) {
      histories.set(id, history)
      changed()
    },
    delete(id) {
      if (histories.delete(id)) changed()
    },
    clear() {
      histories.clear()
      changed()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    entries: () => [...histories],
    version: () => version,
  }
}
