import { z } from 'zod'

/** One word as the engine heard it, with its times in the recording and the engine's probability (0-1). */
export const Word = z.object({
  text: z.string(),
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
  probability: z.number().min(0).max(1),
})
export type Word = z.infer<typeof Word>

/** Words `from` (inclusive) to `to` (exclusive) of a transcript. */
export const WordSpan = z.object({ from: z.number().int().nonnegative(), to: z.number().int().positive() })
export type WordSpan = z.infer<typeof WordSpan>

/** What the speech engine heard; `segmentStarts` are the indices of the words that open a segment. */
export const Transcript = z.object({ words: z.array(Word), segmentStarts: z.array(z.number().int().nonnegative()) })
export type Transcript = z.infer<typeof Transcript>

/** The words as one line of text. */
export const transcriptText = (words: readonly Pick<Word, 'text'>[]): string => words.map((word) => word.text).join(' ')

/** The words of a span as one line of text. */
export const spanText = (words: readonly Pick<Word, 'text'>[], { from, to }: WordSpan): string =>
  transcriptText(words.slice(from, to))
