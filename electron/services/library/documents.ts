import { MAX_BANK_BYTES } from '#domain/bank/decode'
import { formatOf } from '#domain/bank/format'
import { type BankFile, type ReadBank, readBankSteps, textOf } from '#domain/bank/read'
import { AppError } from '#domain/errors'
import { inSlices, type Turns, type Watch } from '../app/slices.ts'
import type { DocumentConverter } from '../ports/stores.ts'

export interface Documents {
  /** What a document says; the last one that was read is remembered. Throws `not-text`, `bank-too-large`, `cancelled`. */
  read(file: BankFile, watch?: Watch): Promise<ReadBank>
  /** Lets go of the document that was read last. */
  forget(): void
  /** The text of a document as the importer counts its lines. */
  text(file: BankFile): Promise<string>
}

/** Reads documents in slices, so that the app answers meanwhile. */
export function createDocuments(deps: Turns & { converter: DocumentConverter }): Documents {
  let last: { file: BankFile; read: ReadBank } | null = null

  async function asText(file: BankFile, signal?: AbortSignal): Promise<BankFile> {
    if (formatOf(file.fileName) !== 'docx') return file
    if (file.bytes.length > MAX_BANK_BYTES) throw new AppError('bank-too-large', { detail: file.fileName })
    return {
      fileName: file.fileName.replace(/\.\w+$/, '.html'),
      bytes: await deps.converter.wordToHtml(file.bytes, signal),
    }
  }

  return {
    async read(file, watch) {
      if (last && isSame(last.file, file)) return last.read
      const read = await inSlices(readBankSteps(await asText(file, watch?.signal)), deps, watch)
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
