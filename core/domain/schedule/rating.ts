import { z } from 'zod'

export const RATINGS = ['again', 'hard', 'good', 'easy'] as const
/** How well a prompt was answered, in the words of FSRS. */
export const Rating = z.enum(RATINGS)
export type Rating = z.infer<typeof Rating>

/** What a proposed rating rests on. */
export const RatingReason = z.discriminatedUnion('kind', [
  /** The share of the points that was said, 0-1. */
  z.object({ kind: z.literal('coverage'), readiness: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('wrong-facts'), count: z.number().int().positive() }),
  /** Milliseconds beyond the target (positive) or short of it (negative). */
  z.object({ kind: z.literal('length'), offMs: z.number() }),
  /** The story was in view, which is reading more than remembering. */
  z.object({ kind: z.literal('cues'), cueLevel: z.enum(['full', 'keywords']) }),
])
export type RatingReason = z.infer<typeof RatingReason>
