import { z } from 'zod'

/** `accepted`: one more way of saying the point; `rejected`: words that do not say it. */
export const WordingKind = z.enum(['accepted', 'rejected'])
export type WordingKind = z.infer<typeof WordingKind>

/** Words that a user pointed at in an attempt: what Starbeat learned about a point. Times are milliseconds since 1970. */
export const Wording = z.object({
  id: z.string(),
  pointId: z.string(),
  kind: WordingKind,
  text: z.string().min(1),
  /** The attempt they were said in; null once that was deleted. */
  attemptId: z.string().nullable(),
  learnedAt: z.number(),
})
export type Wording = z.infer<typeof Wording>
