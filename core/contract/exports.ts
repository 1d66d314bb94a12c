import { z } from 'zod'
import { Word } from '../domain/transcript.ts'
import { Bytes, Id, method } from './method.ts'

export const ReportFormat = z.enum(['markdown', 'html', 'pdf'])
export type ReportFormat = z.infer<typeof ReportFormat>

export const TranscriptFormat = z.enum(['txt', 'srt', 'vtt', 'json'])
export type TranscriptFormat = z.infer<typeof TranscriptFormat>

/** A file for the user to keep; the page saves it. */
export const ExportedFile = z.object({ fileName: z.string(), mediaType: z.string(), bytes: Bytes })
export type ExportedFile = z.infer<typeof ExportedFile>

/**
 * A transcript as JSON: every word with its times in milliseconds from the start of the recording and the engine's
 * probability (0-1); `segmentStarts` are the indices of the words that open a segment. `corrected`: by the user.
 */
export const TranscriptJson = z.object({
  format: z.literal('starbeat-transcript'),
  version: z.literal(1),
  story: z.string(),
  question: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  durationMs: z.number(),
  corrected: z.boolean(),
  model: z.string(),
  words: z.array(Word),
  segmentStarts: z.array(z.number().int().nonnegative()),
})
export type TranscriptJson = z.infer<typeof TranscriptJson>

/** Jobs of kind `export`; the subject is the attempt, the session, or `history`. */
export const exportMethods = {
  /** Throws `pdf-unavailable` where nothing on this machine can print. */
  'exports.report': method({ attemptId: Id, format: ReportFormat }, ExportedFile),
  /** The scorecard of a mock interview with the reports of its answers. */
  'exports.scorecard': method({ sessionId: Id, format: ReportFormat }, ExportedFile),
  /** Throws `transcript-missing`. */
  'exports.transcript': method({ attemptId: Id, format: TranscriptFormat }, ExportedFile),
  /** A WAV file. Throws `audio-missing`. */
  'exports.audio': method({ attemptId: Id }, ExportedFile),
  /** Every attempt as a table (CSV). */
  'exports.history': method({}, ExportedFile),
}
