import type { ErrorCode } from '#domain/errors'

/** A document that was chosen; nothing of it is stored until it is accepted. */
export interface ImportDocument {
  readonly id: number
  readonly fileName: string
  /** The folder that it was found in; empty for a single file. */
  readonly folder?: string
  /** The text that was pasted, to go back to where it was typed. */
  readonly draft?: string
  readonly bytes: Uint8Array
  /** Why it cannot even be sent. */
  readonly failure: ErrorCode | null
  readonly state: 'waiting' | 'accepted' | 'skipped'
}

/** The documents of one round of importing, and the one in view. */
export interface Queue {
  readonly documents: readonly ImportDocument[]
  readonly currentId: number | null
  readonly nextId: number
}

export type NewDocument = Omit<ImportDocument, 'id' | 'state'>

export const EMPTY_QUEUE: Queue = { documents: [], currentId: null, nextId: 1 }

export const waitingIn = ({ documents }: Queue): readonly ImportDocument[] =>
  documents.filter((document) => document.state === 'waiting')

const isSame = (a: NewDocument, b: NewDocument) =>
  a.fileName === b.fileName &&
  a.failure === b.failure &&
  a.bytes.length === b.bytes.length &&
  a.bytes.every((byte, index) => byte === b.bytes[index])

/**
 * Puts documents in line; one that is there already, with the same name and content, comes into view instead. A round
 * in which nothing waits any more is over: a new one begins.
 */
export function enqueue(queue: Queue, added: readonly NewDocument[]): Queue {
  const before = waitingIn(queue).length > 0 ? queue.documents : []
  const isOpen = ({ state }: ImportDocument) => state !== 'accepted'
  const fresh = added.filter(
    (document, index) =>
      !before.some((other) => isOpen(other) && isSame(other, document)) &&
      added.findIndex((other) => isSame(other, document)) === index,
  )
  const [first] = added
  const again = first && fresh.length === 0 ? before.find((other) => isOpen(other) && isSame(other, first)) : undefined
  return again ? choose(queue, again.id) : append(queue, before, fresh)
}

function append(queue: Queue, before: readonly ImportDocument[], added: readonly NewDocument[]): Queue {
  const documents = added.map((document, index) => ({
    ...document,
    id: queue.nextId + index,
    state: 'waiting' as const,
  }))
  const currentId = before.length > 0 ? (queue.currentId ?? waitingIn(queue)[0]!.id) : (documents[0]?.id ?? null)
  return { documents: [...before, ...documents], currentId, nextId: queue.nextId + added.length }
}

/** Brings a document into view; a skipped one waits again. */
export const choose = (queue: Queue, id: number): Queue => ({
  ...queue,
  currentId: id,
  documents: queue.documents.map((document) =>
    document.id === id && document.state === 'skipped' ? { ...document, state: 'waiting' } : document,
  ),
})

/** The waiting document after one in line, else the first that waits. */
function nextAfter(documents: readonly ImportDocument[], id: number): number | null {
  const at = documents.findIndex((document) => document.id === id)
  const ordered = [...documents.slice(at + 1), ...documents.slice(0, Math.max(0, at))]
  return ordered.find((document) => document.state === 'waiting')?.id ?? null
}

/** Ends a document; if it was in view, the next one that waits takes its place. Accepted bytes are let go. */
export function settle(queue: Queue, id: number, state: 'accepted' | 'skipped'): Queue {
  const documents = queue.documents.map((document) =>
    document.id === id
      ? { ...document, state, bytes: state === 'accepted' ? new Uint8Array() : document.bytes }
      : document,
  )
  return { ...queue, documents, currentId: queue.currentId === id ? nextAfter(documents, id) : queue.currentId }
}

/** The folder of each document whose name another one has too, by id. */
export function foldersOf(documents: readonly ImportDocument[]): ReadonlyMap<number, string> {
  const names = new Map<string, number>()
  for (const { fileName } of documents) names.set(fileName, (names.get(fileName) ?? 0) + 1)
  return new Map(
    documents.flatMap(({ id, fileName, folder }) => (folder && names.get(fileName)! > 1 ? [[id, folder]] : [])),
  )
}

/** Takes a document out of the line altogether. */
export function remove(queue: Queue, id: number): Queue {
  const currentId = queue.currentId === id ? nextAfter(queue.documents, id) : queue.currentId
  return { ...queue, documents: queue.documents.filter((document) => document.id !== id), currentId }
}
