import { z } from 'zod'
import { Rating, RatingReason } from '../domain/schedule/rating.ts'
import { Id, method } from './method.ts'

/** What spaced repetition schedules: a story under one of its questions, or under its title (null) where it has none. */
const PromptRef = { storyId: Id, questionId: Id.nullable() }

/**
 * A prompt as Practice shows it. `phase`: `new` was never rated, `learning` was rated once or was forgotten, `review` is
 * remembered. `recall` is the predicted chance (0-1) of telling it well now; null while new. Times in milliseconds since
 * 1970; `dueAt` is when it comes up, postponing and the interview date counted in, null while new.
 */
export const PracticeCard = z.object({
  storyId: z.string(),
  questionId: z.string().nullable(),
  title: z.string(),
  /** The question, or the title where there is none. */
  prompt: z.string(),
  section: z.string().nullable(),
  phase: z.enum(['new', 'learning', 'review']),
  dueAt: z.number().nullable(),
  lastReviewAt: z.number().nullable(),
  recall: z.number().min(0).max(1).nullable(),
  readiness: z.number().min(0).max(1).nullable(),
  postponedUntil: z.number().nullable(),
  isSuspended: z.boolean(),
})
export type PracticeCard = z.infer<typeof PracticeCard>

/** How ready the stories are for the day of the interview: `fresh` of `total` will be remembered then if nothing is done. */
export const InterviewOutlook = z.object({
  day: z.iso.date(),
  daysLeft: z.number().int().nonnegative(),
  fresh: z.number().int(),
  total: z.number().int(),
})
export type InterviewOutlook = z.infer<typeof InterviewOutlook>

/** What to practise today, in this order; what waits, and what the user holds back. */
export const Practice = z.object({
  today: z.array(PracticeCard),
  doneToday: z.number().int(),
  /** Prompts that were never rated and do not come up today. */
  unseen: z.number().int(),
  /** When the next prompt comes up, once today's are done; null when none is scheduled. */
  nextDueAt: z.number().nullable(),
  held: z.array(PracticeCard),
  interview: InterviewOutlook.nullable(),
})
export type Practice = z.infer<typeof Practice>

/** The rating that an answer seems to deserve, why, and when the prompt would come up again for each rating. */
export const Proposal = z.object({
  card: PracticeCard,
  proposed: Rating,
  reasons: z.array(RatingReason),
  nextDueAt: z.record(Rating, z.number()),
  /** The rating that the user gave to this answer. */
  given: z.object({ reviewId: z.string(), rating: Rating, dueAt: z.number() }).nullable(),
})
export type Proposal = z.infer<typeof Proposal>

/** How many prompts come up on a day (a date of the local calendar). */
export const ForecastDay = z.object({ day: z.iso.date(), due: z.number().int(), fresh: z.number().int() })
export type ForecastDay = z.infer<typeof ForecastDay>

/** Why a section has no story to rely on: no story at all, none that was practised, none that is ready. */
export const GapReason = z.enum(['no-story', 'not-practised', 'not-ready'])
export type GapReason = z.infer<typeof GapReason>

/** Which story answers which question. `cells` are the pairs that belong together; a section's gap names what it lacks. */
export const Matrix = z.object({
  sections: z.array(
    z.object({
      id: z.string(),
      bankId: z.string(),
      title: z.string(),
      gap: GapReason.nullable(),
      questions: z.array(z.object({ id: z.string(), text: z.string(), hasStory: z.boolean() })),
      storyIds: z.array(z.string()),
    }),
  ),
  /** Questions that stand under no section. */
  loose: z.array(z.object({ id: z.string(), bankId: z.string(), text: z.string(), hasStory: z.boolean() })),
  stories: z.array(
    z.object({
      id: z.string(),
      bankId: z.string(),
      title: z.string(),
      readiness: z.number().min(0).max(1).nullable(),
      /** False for a story that no question asks for. */
      isAsked: z.boolean(),
    }),
  ),
  cells: z.array(z.object({ questionId: z.string(), storyId: z.string() })),
})
export type Matrix = z.infer<typeof Matrix>

export const practiceMethods = {
  'practice.today': method({}, Practice),
  /** The prompts of a story. */
  'practice.cards': method({ storyId: Id }, z.array(PracticeCard)),
  /** Null for what is not scheduled: drills, follow-ups, attempts without a score. */
  'practice.propose': method({ attemptId: Id }, Proposal.nullable()),
  /** Logs the review of an attempt and schedules its prompt anew; a rating given before is replaced. */
  'practice.rate': method({ attemptId: Id, rating: Rating }, z.object({ reviewId: z.string(), dueAt: z.number() })),
  /** Takes back a review; those of its prompt that came after it are worked out anew. */
  'practice.unrate': method({ reviewId: Id }),
  /** Lets a prompt rest for some days from now; 0 takes that back. */
  'practice.postpone': method({ ...PromptRef, days: z.number().int().min(0).max(365) }),
  'practice.suspend': method({ ...PromptRef, isSuspended: z.boolean() }),
  /** The coming days from today on; overdue prompts count for today. */
  'practice.forecast': method({ days: z.number().int().min(1).max(120) }, z.array(ForecastDay)),
  'practice.matrix': method({}, Matrix),
}
