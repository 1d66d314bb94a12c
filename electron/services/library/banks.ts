import type { BankSummary } from '#contract/banks'
import { writeBank } from '#domain/bank/canonical-write'
import { AppError } from '#domain/errors'
import { fileNameOf } from '#domain/export/file-name'
import type { EventHub } from '../app/events.ts'
import type { Purge } from '../attempts/purge.ts'
import type { BankStore, Clock } from '../ports/stores.ts'
import type { Documents } from './documents.ts'

export interface Banks {
  list(): BankSummary[]
  source(bankId: string): Promise<{ fileName: string; text: string }>
  /** The bank as it now is, in Starbeat's own Markdown. */
  export(bankId: string): { fileName: string; text: string }
  setLanguage(bankId: string, language: string | null): void
  remove(bankId: string): void
  /** Throws `not-found` when it is too late. */
  restore(bankId: string): void
}

/** The banks that were imported. */
export function createBanks(deps: {
  documents: Documents
  store: BankStore
  purge: Pick<Purge, 'isGoing'>
  events: EventHub
  now: Clock
}): Banks {
  const { documents, store, events } = deps
  const setRemoved = (bankId: string, removedAt: number | null) => {
    store.setRemoved(bankId, removedAt)
    events.emit('banks.changed', {})
  }

  return {
    list: () =>
      store.list().map((bank) => {
        const { sections, questions, storyCount } = store.outlineOf(bank.id)
        return { ...bank, storyCount, sections: [...sections], questions: [...questions] }
      }),
    async source(bankId) {
      const stored = store.source(bankId)
      if (!stored) throw new AppError('not-found')
      return { fileName: stored.fileName, text: await documents.text({ ...stored, bytes: stored.source }) }
    },
    export(bankId) {
      const bank = store.list().find(({ id }) => id === bankId)
      if (!bank) throw new AppError('not-found')
      const { sections, questions, stories } = store.contentOf(bankId)
      const text = writeBank({ title: bank.title, sections, questions, stories })
      return { fileName: `${fileNameOf(bank.title, 'Story bank')}.md`, text }
    },
    setLanguage(bankId, language) {
      store.setLanguage(bankId, language)
      events.emit('banks.changed', {})
    },
    remove: (bankId) => setRemoved(bankId, deps.now()),
    restore(bankId) {
      if (deps.purge.isGoing(bankId)) throw new AppError('not-found')
      setRemoved(bankId, null)
    },
  }
}
