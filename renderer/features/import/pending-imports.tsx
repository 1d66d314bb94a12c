import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useToasts } from '../../ui/toast.tsx'
import { plural } from '../shared/format.ts'
import type { History } from './corrections.ts'
import type { Gathered } from './gather-files.ts'
import { createHistories, type Histories } from './histories.ts'
import {
  choose,
  EMPTY_QUEUE,
  enqueue,
  type ImportDocument,
  type NewDocument,
  type Queue,
  remove,
  settle,
} from './queue.ts'

const MAX_BYTES = 10 * 1024 * 1024

interface PendingImports {
  readonly queue: Queue
  /** The corrections of each document in line, by its id. */
  readonly histories: Histories
  /** Puts documents in line and goes to their preview. */
  addFiles(found: Gathered): Promise<void>
  addText(fileName: string, text: string): void
  /** Brings a document into view. */
  choose(id: number): void
  settle(id: number, state: 'accepted' | 'skipped'): void
  remove(id: number): void
  /** Puts a skipped document back in line, with its corrections, and goes to it. */
  restore(document: ImportDocument, history: History): void
  /** Ends the round: nothing is in line any more. */
  clear(): void
}

const PendingImportsContext = createContext<PendingImports | null>(null)

/** The documents that wait for their preview. */
export function usePendingImports(): PendingImports {
  const imports = useContext(PendingImportsContext)
  if (!imports) throw new Error('usePendingImports outside PendingImportsProvider')
  return imports
}

async function read(file: File): Promise<NewDocument> {
  const nothing = { fileName: file.name, bytes: new Uint8Array() }
  if (file.size > MAX_BYTES) return { ...nothing, failure: 'bank-too-large' }
  try {
    return { ...nothing, bytes: new Uint8Array(await file.arrayBuffer()), failure: null }
  } catch {
    // Gone or locked since it was chosen.
    return { ...nothing, failure: 'not-found' }
  }
}

/** Keeps the chosen documents between the screen where they were dropped and their preview. */
export function PendingImportsProvider({ children }: { readonly children: ReactNode }) {
  const [queue, setQueue] = useState(EMPTY_QUEUE)
  const [histories] = useState(createHistories)
  const [, navigate] = useLocation()
  const toasts = useToasts()

  const actions = useMemo(() => {
    const add = (documents: readonly NewDocument[]) => {
      setQueue((now) => enqueue(now, documents))
      navigate('/import')
    }
    return {
      addFiles: async ({ files, ignored }: Gathered) => {
        const documents: NewDocument[] = []
        for (const file of files) documents.push(await read(file))
        if (documents.length > 0) add(documents)
        if (ignored === 0 && documents.length > 0) return
        toasts.show({
          text: documents.length > 0 ? `${plural(documents.length, 'document')} found` : 'No document was found',
          ...(ignored > 0 ? { detail: `${plural(ignored, 'other file was', 'other files were')} left out.` } : {}),
          tag: 'gathered',
        })
      },
      addText: (fileName: string, text: string) =>
        add([{ fileName, bytes: new TextEncoder().encode(text), failure: null }]),
      choose: (id: number) => setQueue((now) => choose(now, id)),
      settle: (id: number, state: 'accepted' | 'skipped') => setQueue((now) => settle(now, id, state)),
      remove: (id: number) => setQueue((now) => remove(now, id)),
      restore: (document: ImportDocument, history: History) => {
        setQueue((now) => {
          const isThere = now.documents.some(({ id }) => id === document.id)
          return choose(isThere ? now : { ...now, documents: [...now.documents, document] }, document.id)
        })
        histories.set(document.id, history)
        navigate('/import')
      },
      clear: () => {
        histories.clear()
        setQueue((now) => ({ ...EMPTY_QUEUE, nextId: now.nextId }))
      },
    }
  }, [navigate, toasts, histories])

  const value = useMemo(() => ({ queue, histories, ...actions }), [queue, histories, actions])
  return <PendingImportsContext value={value}>{children}</PendingImportsContext>
}
