import type { BankPreview } from '#contract/banks'
import type { ParsedBank } from '#domain/bank/bank'
import { correctBank } from '#domain/bank/correct'
import type { Correction } from '#domain/bank/correction'
import { isPasted } from '#domain/bank/format'
import type { BankFile } from '#domain/bank/read'
import { AppError } from '#domain/errors'
import type { EventHub } from '../app/events.ts'
import type { Jobs } from '../app/jobs.ts'
import type { BankStore, Clock, NewId, StoredBank, StoryStore } from '../ports/stores.ts'
import type { Documents } from './documents.ts'
import { changesOf, type ImportPlan, planImport } from './import-plan.ts'

export interface Decision {
  readonly corrections: readonly Correction[]
  /** The bank that the preview said would be updated; null for a new one. */
  readonly updates: string | null
}

export interface Imports {
  /** Reads a document as a job with `requestId` as its subject and stores nothing. */
  preview(file: BankFile, requestId: string): Promise<BankPreview>
  /** Stores what the document says as the user set it right. Throws `empty-bank` and `not-found`. */
  accept(file: BankFile, decision: Decision): Promise<{ bankId: string; firstStoryId: string | null }>
  importSamples(): Promise<{ bankIds: string[] }>
}

interface Former {
  readonly bank: StoredBank
  /** The document as the corrections of the former import make it. */
  readonly corrected: ParsedBank
  readonly corrections: Correction[]
  readonly plan: ImportPlan
}

/** Banks of the same name that are compared in full with a document. */
const COMPARED = 3

const shared = ({ plan }: Former) => plan.changes.kept + plan.changes.changed

/** Half of the stories of the smaller one must be there again; pasted text needs a story of the same title as well. */
function isVersion(former: Former, fileName: string): boolean {
  const { known, stories } = former.plan
  const titles = new Set(known?.stories.flatMap(({ title, sourceTitle }) => [title, sourceTitle]))
  titles.delete(former.corrected.title)
  if (isPasted(fileName) && !stories.some((story) => titles.has(story.sourceTitle))) return false
  const smaller = Math.min(former.corrected.stories.length, known?.stories.length ?? 0)
  return shared(former) > 0 && shared(former) * 2 >= smaller
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

  const known = (bankId: string) => ({ ...store.outlineOf(bankId), stories: stories.known(bankId) })

  function compare(bank: StoredBank, parsed: ParsedBank): Former {
    // An exact document was written from the bank as it stands: its corrections are in it already.
    const remembered = parsed.exact ? [] : store.corrections(bank.id)
    const { bank: corrected, applied } = correctBank(parsed, remembered)
    return { bank, corrected, corrections: applied, plan: planImport(corrected, known(bank.id), deps.newId) }
  }

  /**
   * The bank that the document is a new version of: it has the same file name or title and shares stories, most of all
   * such banks. A name alone proves nothing, and what is taken for the former version is put aside.
   */
  function formerOf(fileName: string, parsed: ParsedBank): Former | null {
    const said = [...parsed.stories.flatMap((story) => story.points), ...parsed.other].map((piece) => piece.text)
    const [closest] = store
      .list()
      .filter((bank) => bank.fileName === fileName || bank.title === parsed.title)
      .map((bank) => ({ bank, overlap: stories.sharedPoints(bank.id, said) }))
      .sort((a, b) => b.overlap - a.overlap)
      .slice(0, COMPARED)
      .map(({ bank }) => compare(bank, parsed))
      .sort((a, b) => shared(b) - shared(a))
    return closest && isVersion(closest, fileName) ? closest : null
  }

  async function preview(file: BankFile, requestId: string): Promise<BankPreview> {
    const { done } = jobs.run('import', requestId, async (signal, report) => {
      const { text, bank } = await documents.read(file, { signal, report })
      const former = formerOf(file.fileName, bank)
      if (!former) return { text, bank, corrections: [], updates: null }
      const { id: bankId, title: bankTitle } = former.bank
      return { text, bank, corrections: former.corrections, updates: { bankId, bankTitle, ...changesOf(former.plan) } }
    })
    return done
  }

  async function accept(file: BankFile, { corrections, updates }: Decision) {
    const read = await documents.read(file)
    const { bank: parsed, applied } = correctBank(read.bank, corrections)
    if (parsed.stories.length === 0) throw new AppError('empty-bank')
    const former = store.list().find((bank) => bank.id === updates)
    if (updates !== null && !former) throw new AppError('not-found')
    const { sections, questions, stories } = planImport(parsed, former ? known(former.id) : null, deps.newId)
    const bankId = former?.id ?? deps.newId()
    store.save({
      id: bankId,
      title: parsed.title,
      fileName: file.fileName,
      importedAt: former?.importedAt ?? deps.now(),
      source: file.bytes,
      corrections: former && parsed.exact ? store.corrections(former.id) : applied,
      sections,
      questions,
      stories,
    })
    documents.forget()
    events.emit('banks.changed', {})
    return { bankId, firstStoryId: stories[0]?.id ?? null }
  }

  async function importSample(file: BankFile): Promise<string> {
    const { bank } = await documents.read(file)
    const former = formerOf(file.fileName, bank)
    const { bankId } = await accept(file, {
      corrections: former?.corrections ?? [],
      updates: former?.bank.id ?? null,
    })
    return bankId
  }

  return {
    preview,
    accept,
    async importSamples() {
      const bankIds: string[] = []
      for (const file of deps.samples()) bankIds.push(await importSample(file))
      return { bankIds }
    },
  }
}
