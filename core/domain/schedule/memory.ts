import { FSRS, type Grade } from 'ts-fsrs'
import { z } from 'zod'
import type { Rating } from './rating.ts'

/**
 * What FSRS knows of a prompt: `stability` is the number of days after which it is still recalled nine times in ten,
 * `difficulty` is 1-10. `phase` is `learning` after the first rating and after forgetting.
 */
export const Memory = z.object({
  stability: z.number().positive(),
  difficulty: z.number().min(1).max(10),
  phase: z.enum(['learning', 'review']),
  reps: z.number().int().positive(),
  lapses: z.number().int().nonnegative(),
})
export type Memory = z.infer<typeof Memory>

/** A prompt comes up when it would be recalled this often, and counts as fresh from here on. */
export const DESIRED_RECALL = 0.9

/**
 * Default parameters, no chance, whole days: without the short-term steps a second telling on the same day changes the
 * difficulty alone, as a story told again after minutes shows nothing of next week, and nothing comes up twice a day.
 */
const SCHEDULER = new FSRS({ request_retention: DESIRED_RECALL, enable_fuzz: false, enable_short_term: false })

const GRADES: Readonly<Record<Rating, Grade>> = { again: 1, hard: 2, good: 3, easy: 4 }

/** What is remembered after a rating, given `elapsedDays` after the one before; `before` is null at the first. */
export function remembered(before: Memory | null, rating: Rating, elapsedDays: number): Memory {
  const { stability, difficulty } = SCHEDULER.next_state(before, Math.max(0, elapsedDays), GRADES[rating])
  return {
    stability,
    difficulty,
    phase: before === null || rating === 'again' ? 'learning' : 'review',
    reps: (before?.reps ?? 0) + 1,
    lapses: (before?.lapses ?? 0) + (before && rating === 'again' ? 1 : 0),
  }
}

/** The chance (0-1) of telling it well some days after the last rating. */
export const recallAfter = ({ stability }: Memory, elapsedDays: number): number =>
  SCHEDULER.forgetting_curve(Math.max(0, elapsedDays), stability)

/** Rounding in the curve must not make a prompt stale on the very day it is due. */
const TOLERANCE = 1e-6

/** Whether it is still fresh some days after the last rating. */
export const isFreshAfter = (memory: Memory, elapsedDays: number): boolean =>
  recallAfter(memory, elapsedDays) >= DESIRED_RECALL - TOLERANCE

/** Whole days until it comes up again, at least one. */
export const intervalDays = ({ stability }: Memory): number => SCHEDULER.next_interval(stability, 0)
