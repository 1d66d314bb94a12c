import { z } from 'zod'
import { Part } from '../story.ts'
import { WordSpan } from '../transcript.ts'

/** A silence in the recording. Milliseconds. */
export const Pause = z.object({ startMs: z.number(), endMs: z.number() })
export type Pause = z.infer<typeof Pause>

/** A filler and the words that are it. */
export const Filler = z.object({ text: z.string(), span: WordSpan, startMs: z.number() })
export type Filler = z.infer<typeof Filler>

/** Time spent on one part: `ms` of speech and its share (0-1) of all speech that belongs to a part. */
export const PartTime = z.object({ part: Part, ms: z.number(), share: z.number() })
export type PartTime = z.infer<typeof PartTime>

/** How an answer was delivered. `pauses` holds those of two seconds and more; pace is null below five words. */
export const Delivery = z.object({
  durationMs: z.number(),
  wordCount: z.number().int(),
  wordsPerMinute: z.number().nullable(),
  pauses: z.array(Pause),
  fillers: z.array(Filler),
  partTimes: z.array(PartTime),
})
export type Delivery = z.infer<typeof Delivery>
