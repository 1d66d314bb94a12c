import type { BankPreview } from '#contract/banks'
import type { ParsedBank } from '#domain/bank/bank'
import { correctBank } from '#domain/bank/correct'
import type { Correction } from '#domain/bank/correction'
import type { BankFile } from '#domain/bank/read'
import { AppError } from '#domain/errors'
import type { Documents } from './documents.ts'
import type { EventHub } from './events.ts'
import { changesOf, type ImportPlan, planImport } from './import-plan.ts'
import type { Jobs } from './jobs.ts'
import type { BankStore, Clock, NewId, StoredBank, StoryStore } from './ports.ts'

export interface Imports {
  /** Reads a document as a job with `requestId` as its subject and stores nothing. */
  preview(file: BankFile, requestId: string): Promise<BankPreview>
  /** Stores what the document says as the user set it right. Throws `empty-bank` when no story is left. */
  accept(file: BankFile, corrections: readonly Correction[]): Promise<{ bankId: string; firstStoryId: string | null }>
  importSamples(): Promise<{ bankIds: string[] }>
}

interface Update {
  readonly bank: StoredBank
  readonly plan: ImportPlan
}

/** Brings story banks in. Accepting a document again updates its bank and keeps the attempts. */
export function createImports(deps: {
  documents: Documents
  store: BankStore
  stories: StoryStore
  samples(): readonly BankFile[]
  jobs: Jobs
  events: EventHub
  now: Clock
  newId: NewId
}): Imports {
  const { documents, store, stories, jobs, events } = deps

  /**
   * The bank that the document is a new version of: it has the same file name or title and shares stories, most of all
   * such banks. A name alone proves nothing (whatever is pasted has the same), and what is taken for the former
   * version is put aside.
   */
  function updateOf(fileName: string, parsed: ParsedBank): Update | null {
    const shared = ({ changes }: ImportPlan) => changes.kept + changes.changed
    const [closest] = store
      .list()
      .filter((bank) => bank.fileName === fileName || bank.title === parsed.title)
      .map((bank) => ({ bank, plan: planImport(parsed, knownBank(bank.id), deps.newId) }))
      .sort((a, b) => shared(b.plan) - shared(a.plan))
    return closest && shared(closest.plan) > 0 ? closest : null
  }

  const knownBank = (bankId: string) => ({ ...store.outlineOf(bankId), stories: stories.known(bankId) })

  async function preview(file: BankFile, requestId: string): Promise<BankPreview> {
    const { done } = jobs.run('import', requestId, async (signal, report) => {
      const { text, bank } = await documents.read(file, { signal, report })
      const former = updateOf(file.fileName, bank)
      if (!former) return { text, bank, corrections: [], updates: null }
      const remembered = correctBank(bank, store.corrections(former.bank.id))
      const same = remembered.applied.length === 0
      const plan = same ? former.plan : planImport(remembered.bank, knownBank(former.bank.id), deps.newId)
      const { id: bankId, title: bankTitle } = former.bank
      const updates = { bankId, bankTitle, ...changesOf(plan) }
      return { text, bank, corrections: remembered.applied, updates }
    })
    return done
  }

  async function accept(file: BankFile, corrections: readonly Correction[]) {
    const read = await documents.read(file)
    const { bank: parsed, applied } = correctBank(read.bank, corrections)
    if (parsed.stories.length === 0) throw new AppError('empty-bank')
    const former = updateOf(file.fileName, parsed)
    const { sections, questions, stories } = former?.plan ?? planImport(parsed, null, deps.newId)
    const bankId = former?.bank.id ?? deps.newId()
    store.save({
      id: bankId,
      title: parsed.title,
      fileName: file.fileName,
      importedAt: former?.bank.importedAt ?? deps.now(),
      source: file.bytes,
      corrections: applied,
      sections,
      questions,
      stories,
    })
    events.emit('banks.changed', {})
    return { bankId, firstStoryId: stories[0]?.id ?? null }
  }

  return {
    preview,
    accept,
    async importSamples() {
      const bankIds: string[] = []
      for (const file of deps.samples()) bankIds.push((await accept(file, [])).bankId)
      return { bankIds }
    },
  }
}
