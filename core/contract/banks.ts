import { z } from 'zod'
import { ParsedBank } from '../domain/bank/bank.ts'
import { Question, Section } from '../domain/story.ts'
import { Bytes, Id, method } from './method.ts'

/** One imported document. `importedAt` is milliseconds since 1970. */
export const BankSummary = z.object({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  importedAt: z.number(),
  storyCount: z.number().int(),
  sections: z.array(Section),
  questions: z.array(Question),
})
export type BankSummary = z.infer<typeof BankSummary>

/** What accepting an import would do to a bank that is already there. */
export const BankChanges = z.object({
  bankId: z.string(),
  bankTitle: z.string(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  kept: z.number().int(),
})
export type BankChanges = z.infer<typeof BankChanges>

/** The document as text and what was understood; nothing is stored. `updates` is null for a new bank. */
export const BankPreview = z.object({ text: z.string(), bank: ParsedBank, updates: BankChanges.nullable() })
export type BankPreview = z.infer<typeof BankPreview>

const BankFile = { fileName: z.string().min(1).max(255), bytes: Bytes }

export const bankMethods = {
  'banks.list': method({}, z.array(BankSummary)),
  'banks.preview': method(BankFile, BankPreview),
  'banks.accept': method(BankFile, z.object({ bankId: z.string(), firstStoryId: z.string().nullable() })),
  'banks.importSamples': method({}, z.object({ bankIds: z.array(z.string()) })),
  'banks.source': method({ bankId: Id }, z.object({ fileName: z.string(), text: z.string() })),
  'banks.remove': method({ bankId: Id }),
  'banks.restore': method({ bankId: Id }),
}
