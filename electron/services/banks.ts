import type { BankPreview, BankSummary } from '#contract/banks'
import type { ParsedBank } from '#domain/bank/bank'
import { decodeSource } from '#domain/bank/decode'
import { readBank } from '#domain/bank/read'
import { AppError } from '#domain/errors'
import type { EventHub } from './events.ts'
import { type ImportPlan, type KnownBank, planImport } from './import-plan.ts'
import type { BankContent, BankStore, Clock, NewId, StoredBank, StoryStore } from './ports.ts'

export interface BankFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

export interface Banks {
  list(): BankSummary[]
  preview(file: BankFile): BankPreview
  accept(file: BankFile): { bankId: string; firstStoryId: string | null }
  importSamples(): { bankIds: string[] }
  source(bankId: string): { fileName: string; text: string }
  remove(bankId: string): void
  restore(bankId: string): void
}

/** Brings story banks in. Previewing writes nothing; accepting a document again updates its bank and keeps the attempts. */
export function createBanks(deps: {
  store: BankStore
  stories: StoryStore
  samples(): readonly BankFile[]
  events: EventHub
  now: Clock
  newId: NewId
}): Banks {
  const { store, stories, events } = deps
  const changed = () => events.emit('banks.changed', {})

  function read(file: BankFile) {
    const { text, bank: parsed } = readBank(file.bytes, { fallbackTitle: titleOf(file.fileName) })
    const update = updateOf(file, parsed)
    return { text, parsed, existing: update?.bank ?? null, plan: update?.plan ?? planImport(parsed, null, deps.newId) }
  }

  /**
   * The bank that the document is a new version of: it has the same file name or title and shares stories, most of all
   * such banks. A name alone proves nothing (whatever is pasted has the same), and what is taken for the former
   * version is put aside.
   */
  function updateOf(file: BankFile, parsed: ParsedBank): { bank: StoredBank; plan: ImportPlan } | null {
    const shared = ({ changes }: ImportPlan) => changes.kept + changes.changed
    const [closest] = store
      .list()
      .filter((bank) => bank.fileName === file.fileName || bank.title === parsed.title)
      .map((bank) => ({ bank, plan: planImport(parsed, knownBank(store.contentOf(bank.id)), deps.newId) }))
      .sort((a, b) => shared(b.plan) - shared(a.plan))
    return closest && shared(closest.plan) > 0 ? closest : null
  }

  const knownBank = (content: BankContent): KnownBank => ({
    ...content,
    stories: content.stories.map((story) => ({
      ...story,
      sourceTitle: stories.sourceTitle(story.id),
      points: stories.allPoints(story.id),
    })),
  })

  function accept(file: BankFile) {
    const { parsed, existing, plan } = read(file)
    if (parsed.stories.length === 0) throw new AppError('empty-bank')
    const { sections, questions, stories } = plan
    const bankId = existing?.id ?? deps.newId()
    store.save({
      id: bankId,
      title: parsed.title,
      fileName: file.fileName,
      importedAt: existing?.importedAt ?? deps.now(),
      source: file.bytes,
      sections,
      questions,
      stories,
    })
    changed()
    return { bankId, firstStoryId: stories[0]?.id ?? null }
  }

  return {
    accept,
    list: () =>
      store.list().map((bank) => {
        const { sections, questions, storyCount } = store.outlineOf(bank.id)
        return { ...bank, storyCount, sections: [...sections], questions: [...questions] }
      }),
    preview(file) {
      const { text, parsed, existing, plan } = read(file)
      const updates = existing && { bankId: existing.id, bankTitle: existing.title, ...plan.changes }
      return { text, bank: parsed, updates }
    },
    importSamples: () => ({ bankIds: deps.samples().map((file) => accept(file).bankId) }),
    source(bankId) {
      const stored = store.source(bankId)
      if (!stored) throw new AppError('not-found')
      return { fileName: stored.fileName, text: decodeSource(stored.source).text }
    },
    remove(bankId) {
      store.setRemoved(bankId, deps.now())
      changed()
    },
    restore(bankId) {
      store.setRemoved(bankId, null)
      changed()
    },
  }
}

const titleOf = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').replaceAll(/[-_]+/g, ' ')
