import { z } from 'zod'
import { Part } from '../domain/story.ts'
import { Id, method } from './method.ts'

/** What happened in a stretch of time that begins on `day` (a date of the local calendar); means, null without any. */
export const TrendPoint = z.object({
  day: z.iso.date(),
  answers: z.number().int(),
  readiness: z.number().min(0).max(1).nullable(),
  wordsPerMinute: z.number().nullable(),
  fillersPerMinute: z.number().nullable(),
  pauseShare: z.number().min(0).max(1).nullable(),
})
export type TrendPoint = z.infer<typeof TrendPoint>

/** A story's coverage over time, oldest first. */
export const StoryTrend = z.object({
  storyId: z.string(),
  title: z.string(),
  answers: z.array(z.object({ attemptId: z.string(), at: z.number(), readiness: z.number().min(0).max(1) })),
})
export type StoryTrend = z.infer<typeof StoryTrend>

/** How ready a competency is: `readiness` is that of its best story, `ready` how many of its stories are ready. */
export const CompetencyReadiness = z.object({
  sectionId: z.string(),
  bankTitle: z.string(),
  title: z.string(),
  stories: z.number().int(),
  ready: z.number().int(),
  readiness: z.number().min(0).max(1).nullable(),
})
export type CompetencyReadiness = z.infer<typeof CompetencyReadiness>

/** A point that was missed in `missed` of the last `of` answers that were about it. */
export const MissedPoint = z.object({
  pointId: z.string(),
  storyId: z.string(),
  storyTitle: z.string(),
  part: Part,
  text: z.string(),
  missed: z.number().int(),
  of: z.number().int(),
})
export type MissedPoint = z.infer<typeof MissedPoint>

export const TREND_STEPS = ['day', 'week', 'month'] as const

/** Everything the Progress screen shows but what is to come (`practice.forecast`). */
export const Progress = z.object({
  /** Answers whose points are still being judged anew; the figures leave them out. */
  pending: z.number().int(),
  totals: z.object({
    answers: z.number().int(),
    durationMs: z.number(),
    /** Days in a row with practice, up to today or yesterday. */
    streakDays: z.number().int(),
    stories: z.number().int(),
    practised: z.number().int(),
    ready: z.number().int(),
  }),
  /** Days with practice of the last year. */
  calendar: z.array(z.object({ day: z.iso.date(), answers: z.number().int(), durationMs: z.number() })),
  today: z.iso.date(),
  step: z.enum(TREND_STEPS),
  trend: z.array(TrendPoint),
  /** The stories practised most lately. */
  stories: z.array(StoryTrend),
  competencies: z.array(CompetencyReadiness),
  missed: z.array(MissedPoint),
})
export type Progress = z.infer<typeof Progress>

export const progressMethods = {
  /** Of one bank or of all; `days` back from today, null for everything. Calendar and competencies know no period. */
  'progress.overview': method({ bankId: Id.nullable(), days: z.number().int().min(1).max(3660).nullable() }, Progress),
}
