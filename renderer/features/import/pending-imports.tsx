import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { AppError } from '#domain/errors'
import { useGuard } from '../shared/use-guard.ts'

const MAX_BYTES = 10 * 1024 * 1024

/** A document that waits to be looked at; nothing of it is stored yet. */
export interface PendingImport {
  readonly id: number
  readonly fileName: string
  readonly bytes: Uint8Array
}

interface PendingImports {
  readonly waiting: readonly PendingImport[]
  /** How many documents this round of importing began with. */
  readonly total: number
  /** Puts documents in line and goes to their preview. */
  addFiles(files: readonly File[]): void
  addText(text: string): void
  /** Takes a document out of the line; answers how many are left. */
  drop(id: number): number
}

const PendingImportsContext = createContext<PendingImports | null>(null)

/** The documents that wait for their preview. */
export function usePendingImports(): PendingImports {
  const imports = useContext(PendingImportsContext)
  if (!imports) throw new Error('usePendingImports outside PendingImportsProvider')
  return imports
}

async function read(file: File): Promise<Omit<PendingImport, 'id'>> {
  if (file.size > MAX_BYTES) throw new AppError('bank-too-large', { detail: file.name })
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Keeps the chosen documents between the screen where they were dropped and their preview. */
export function PendingImportsProvider({ children }: { readonly children: ReactNode }) {
  const [queue, setQueue] = useState({ waiting: [] as readonly PendingImport[], total: 0, nextId: 1 })
  const [, navigate] = useLocation()
  const guard = useGuard()

  const add = useCallback(
    (documents: readonly Omit<PendingImport, 'id'>[]) => {
      setQueue(({ waiting, total, nextId }) => ({
        waiting: [...waiting, ...documents.map((document, index) => ({ ...document, id: nextId + index }))],
        total: (waiting.length > 0 ? total : 0) + documents.length,
        nextId: nextId + documents.length,
      }))
      navigate('/import')
    },
    [navigate],
  )

  const value = useMemo<PendingImports>(
    () => ({
      waiting: queue.waiting,
      total: queue.total,
      addFiles: async (files) => {
        const documents = []
        for (const file of files) documents.push(await guard(() => read(file)))
        const readable = documents.filter((document) => document !== undefined)
        if (readable.length > 0) add(readable)
      },
      addText: (text) => add([{ fileName: 'Pasted text.md', bytes: new TextEncoder().encode(text) }]),
      drop: (id) => {
        const others = (waiting: readonly PendingImport[]) => waiting.filter((document) => document.id !== id)
        setQueue((now) => ({ ...now, waiting: others(now.waiting) }))
        return others(queue.waiting).length
      },
    }),
    [queue, add, guard],
  )
  return <PendingImportsContext value={value}>{children}</PendingImportsContext>
}
