import type { BankChanges, BankPreview } from '#contract/banks'
import type { Correction } from '#domain/bank/correction'
import { errorCode } from '#domain/errors'
import type { ImportDocument } from './queue.ts'
import type { Held } from './round.ts'

/** A document as the user saw it last. */
export interface Ready {
  readonly document: ImportDocument
  readonly title: string
  readonly corrections: readonly Correction[]
  readonly updates: BankChanges | null
}

export interface AcceptAllDeps {
  /** False for a document that was skipped or taken out meanwhile. */
  isWaiting(id: number): boolean
  isStopped(): boolean
  /** Reads again what accepting a document would do now. */
  reread(document: ImportDocument): Promise<BankPreview>
  store(ready: Ready): Promise<void>
  /** `at` begins at 1. */
  report(at: number, document: ImportDocument): void
}

export interface AcceptedAll {
  readonly done: number
  readonly held: ReadonlyMap<number, Held>
}

/** True when a document may be taken for a version of a bank that another one has just written. */
export const concerns = (a: { fileName: string; title: string }, b: { fileName: string; title: string }): boolean =>
  a.fileName === b.fileName || a.title === b.title

const isSameUpdate = (a: BankChanges | null, b: BankChanges | null) =>
  a?.bankId === b?.bankId && a?.counts.removed === b?.counts.removed

/** What speaks against accepting a document unseen after those before it were accepted. */
async function objection(ready: Ready, reread: AcceptAllDeps['reread']): Promise<Held | null> {
  const { updates } = await reread(ready.document)
  if (!updates || updates.counts.removed === 0 || isSameUpdate(updates, ready.updates)) return null
  return { kind: 'replaces', storyCount: updates.counts.removed, bankTitle: updates.bankTitle }
}

/** Accepts documents one after the other, each as it was shown; a cancel stops before the next one. */
export async function acceptAll(all: readonly Ready[], deps: AcceptAllDeps): Promise<AcceptedAll> {
  const held = new Map<number, Held>()
  const written: { fileName: string; title: string }[] = []
  for (const [index, ready] of all.entries()) {
    const { document, title } = ready
    if (deps.isStopped()) break
    if (!deps.isWaiting(document.id)) continue
    deps.report(index + 1, document)
    const name = { fileName: document.fileName, title }
    const found = written.some((other) => concerns(other, name)) ? await objection(ready, deps.reread) : null
    if (deps.isStopped()) break
    if (found) {
      held.set(document.id, found)
      continue
    }
    try {
      await deps.store(ready)
      written.push(name)
    } catch (error) {
      if (errorCode(error) !== 'not-found') throw error
      held.set(document.id, { kind: 'bank-gone' })
    }
  }
  return { done: written.length, held }
}
