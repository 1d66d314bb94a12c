import { z } from 'zod'
import { ParsedBank } from '../domain/bank/bank.ts'
import { Correction } from '../domain/bank/correction.ts'
import { Question, Section } from '../domain/story.ts'
import { Bytes, Id, method } from './method.ts'

/** The language a bank's stories are told in, by its two-letter code (ISO 639-1). */
export const LanguageCode = z.string().regex(/^[a-z]{2}$/)

/** One imported document. `importedAt` is milliseconds since 1970; `language` null lets the engine find out. */
export const BankSummary = z.object({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  importedAt: z.number(),
  language: LanguageCode.nullable(),
  storyCount: z.number().int(),
  sections: z.array(Section),
  questions: z.array(Question),
})
export type BankSummary = z.infer<typeof BankSummary>

export const Change = z.enum(['added', 'changed', 'kept'])
export type Change = z.infer<typeof Change>

/**
 * What accepting an import would do to a bank that is already there. Ids are those of the parsed bank; points that
 * are not listed stay as they are.
 */
export const BankChanges = z.object({
  bankId: z.string(),
  bankTitle: z.string(),
  counts: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    removed: z.number().int(),
    kept: z.number().int(),
  }),
  stories: z.array(z.object({ id: z.string(), change: Change, removedPoints: z.array(z.string()) })),
  points: z.array(z.object({ id: z.string(), change: Change })),
  removedStories: z.array(z.string()),
})
export type BankChanges = z.infer<typeof BankChanges>

/**
 * The document as text (converted to Markdown when it was none) and what was understood; nothing is stored.
 * `bank` is as read; `corrections` are those that the user made at an earlier import of the document and that still
 * find their place. `updates` is null for a new bank.
 */
export const BankPreview = z.object({
  text: z.string(),
  bank: ParsedBank,
  corrections: z.array(Correction),
  updates: BankChanges.nullable(),
})
export type BankPreview = z.infer<typeof BankPreview>

const BankFile = { fileName: z.string().min(1).max(255), bytes: Bytes }
const Corrections = z.array(Correction).max(10_000)

export const bankMethods = {
  'banks.list': method({}, z.array(BankSummary)),
  /** Runs as a job of kind `import` with `requestId` as its subject, so that it shows progress and can be cancelled. */
  'banks.preview': method({ ...BankFile, requestId: Id }, BankPreview),
  /** `updates` is the bank of which the preview said that it would change, null for a new one; `not-found` when it is gone. */
  'banks.accept': method(
    { ...BankFile, corrections: Corrections, updates: Id.nullable() },
    z.object({ bankId: z.string(), firstStoryId: z.string().nullable() }),
  ),
  /** The bank as clean Markdown, which imports to the same bank. */
  'banks.export': method({ bankId: Id }, z.object({ fileName: z.string(), text: z.string() })),
  'banks.importSamples': method({}, z.object({ bankIds: z.array(z.string()) })),
  'banks.source': method({ bankId: Id }, z.object({ fileName: z.string(), text: z.string() })),
  'banks.setLanguage': method({ bankId: Id, language: LanguageCode.nullable() }),
  'banks.remove': method({ bankId: Id }),
  'banks.restore': method({ bankId: Id }),
}
