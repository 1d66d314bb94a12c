import { MAX_BANK_BYTES } from '#domain/bank/decode'
import { formatOf } from '#domain/bank/format'
import { type BankFile, type ReadBank, readBankSteps, textOf } from '#domain/bank/read'
import { AppError } from '#domain/errors'
import type { Steps } from '#domain/steps'
import type { DocumentConverter } from './ports.ts'

export interface Watch {
  readonly signal: AbortSignal
  /** A fraction, 0-1. */
  report(fraction: number): void
}

export interface Documents {
  /** What a document says; the last one that was read is remembered. Throws `not-text`, `bank-too-large`, `cancelled`. */
  read(file: BankFile, watch?: Watch): Promise<ReadBank>
  /** Lets go of the document that was read last. */
  forget(): void
  /** The text of a document as the importer counts its lines. */
  text(file: BankFile): Promise<string>
}

/** How long reading may hold everything else up. Milliseconds. */
const SLICE_MS = 12

/** Reads documents in slices, so that the app answers meanwhile. `pause` resolves when others had their turn. */
export function createDocuments(deps: {
  converter: DocumentConverter
  now(): number
  pause(): Promise<void>
}): Documents {
  let last: { file: BankFile; read: ReadBank } | null = null

  async function asText(file: BankFile, signal?: AbortSignal): Promise<BankFile> {
    if (formatOf(file.fileName) !== 'docx') return file
    if (file.bytes.length > MAX_BANK_BYTES) throw new AppError('bank-too-large', { detail: file.fileName })
    return {
      fileName: file.fileName.replace(/\.\w+$/, '.html'),
      bytes: await deps.converter.wordToHtml(file.bytes, signal),
    }
  }

  async function inSlices<T>(steps: Steps<T>, { signal, report }: Watch): Promise<T> {
    let since = deps.now()
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      if (deps.now() - since < SLICE_MS) continue
      report(step.value)
      await deps.pause()
      signal.throwIfAborted()
      since = deps.now()
    }
  }

  return {
    async read(file, watch = { signal: new AbortController().signal, report: () => {} }) {
      if (last && isSame(last.file, file)) return last.read
      const read = await inSlices(readBankSteps(await asText(file, watch.signal)), watch)
      last = { file, read }
      return read
    },
    forget() {
      last = null
    },
    text: async (file) => textOf(await asText(file)).text,
  }
}

function isSame(a: BankFile, b: BankFile): boolean {
  if (a.fileName !== b.fileName || a.bytes.length !== b.bytes.length) return false
  return a.bytes.every((byte, i) => byte === b.bytes[i])
}
