import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { useToasts } from '../../ui/toast.tsx'
import { plural } from '../shared/format.ts'
import type { History } from './corrections.ts'
import type { FoundFile, Gathered } from './gather-files.ts'
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
  waitingIn,
} from './queue.ts'
import { createRound, type Round } from './round.ts'
import { isRefused } from './unreadable.ts'

const MAX_BYTES = 10 * 1024 * 1024

interface PendingImports {
  readonly queue: Queue
  /** The corrections of each document in line, by its id. */
  readonly histories: Histories
  readonly round: Round
  /** The text that is being typed or was pasted, until it is accepted. */
  readonly draft: string
  setDraft(text: string): void
  /** Forgets a text that was accepted. */
  dropDraft(text: string): void
  /** The queue as it is now, for work that outlives what was drawn. */
  latestQueue(): Queue
  /** Puts documents in line and goes to their preview. */
  addFiles(found: Gathered): Promise<void>
  /** `draft` is what goes back to the field when the preview is cancelled. */
  addText(fileName: string, text: string, draft: string): void
  /** Brings a document into view. */
  choose(id: number): void
  settle(id: number, state: 'accepted' | 'skipped'): void
  remove(id: number): void
  /** Puts a skipped document back in line, with its corrections, and goes to it. */
  restore(document: ImportDocument, history: History): void
  /** Puts a whole round back in line, with its corrections. */
  restoreRound(queue: Queue, histories: readonly (readonly [number, History])[]): void
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

async function read({ file, path }: FoundFile): Promise<NewDocument> {
  const nothing = { fileName: file.name, folder: path.split('/').slice(0, -1).join('/'), bytes: new Uint8Array() }
  if (isRefused(file.name)) return { ...nothing, failure: 'not-text' }
  if (file.size > MAX_BYTES) return { ...nothing, failure: 'bank-too-large' }
  try {
    return { ...nothing, bytes: new Uint8Array(await file.arrayBuffer()), failure: null }
  } catch {
    // Gone or locked since it was chosen.
    return { ...nothing, failure: 'not-found' }
  }
}

/** The queue, and the way to see it as it is at this moment. */
function createQueue() {
  const listeners = new Set<() => void>()
  let queue = EMPTY_QUEUE
  return {
    now: () => queue,
    change(next: (now: Queue) => Queue) {
      queue = next(queue)
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Asks before a window closes that holds corrections of documents in line. */
function useUnloadGuard(queue: Queue, histories: Histories): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const isCorrected = waitingIn(queue).some(({ id }) => (histories.get(id)?.past.length ?? 0) > 0)
      if (isCorrected) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [queue, histories])
}

/** Keeps the chosen documents between the screen where they were dropped and their preview. */
export function PendingImportsProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(createQueue)
  const queue = useSyncExternalStore(store.subscribe, store.now)
  const [histories] = useState(createHistories)
  const [round] = useState(createRound)
  const [draft, setDraft] = useState('')
  const [, navigate] = useLocation()
  const toasts = useToasts()
  useUnloadGuard(queue, histories)

  const actions = useMemo(() => {
    const setQueue = store.change
    const add = (documents: readonly NewDocument[]) => {
      setQueue((now) => enqueue(now, documents))
      round.change({ isOver: false })
      navigate('/import')
    }
    return {
      latestQueue: store.now,
      setDraft,
      dropDraft: (text: string) => setDraft((now) => (now === text ? '' : now)),
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
      addText: (fileName: string, text: string, typed: string) => {
        const isMore = waitingIn(store.now()).length > 0
        add([{ fileName, bytes: new TextEncoder().encode(text), failure: null, draft: typed }])
        if (isMore) toasts.show({ text: 'The pasted text stands in line', tag: 'gathered' })
      },
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
      restoreRound: (former: Queue, kept: readonly (readonly [number, History])[]) => {
        for (const [id, history] of kept) histories.set(id, history)
        setQueue((now) => ({
          documents: [...former.documents, ...now.documents],
          currentId: former.currentId,
          nextId: Math.max(former.nextId, now.nextId),
        }))
        navigate('/import')
      },
      clear: () => {
        histories.clear()
        round.reset()
        setQueue((now) => ({ ...EMPTY_QUEUE, nextId: now.nextId }))
      },
    }
  }, [navigate, toasts, histories, round, store])

  const value = useMemo(
    () => ({ queue, histories, round, draft, ...actions }),
    [queue, histories, round, draft, actions],
  )
  return <PendingImportsContext value={value}>{children}</PendingImportsContext>
}
