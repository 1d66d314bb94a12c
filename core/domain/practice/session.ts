import { z } from 'zod'
import { Part } from '../story.ts'

/** What a drill is about: the points missed or wrong in the last attempts, the opening sentence, or one part. */
export const DrillFocus = z.enum(['weak', 'opening', ...Part.exclude(['other']).options])
export type DrillFocus = z.infer<typeof DrillFocus>

const TimeMs = z.number().int().min(0).max(1_800_000)

/**
 * What a mock interview asks: the questions of whole banks together with those of single sections; with both lists
 * empty, everything. 0 for no limit of an answer's time.
 */
export const MockSetup = z.object({
  kind: z.literal('mock'),
  bankIds: z.array(z.string()).max(1000),
  sectionIds: z.array(z.string()).max(1000),
  questionCount: z.number().int().min(1).max(50),
  thinkingTimeMs: TimeMs,
  answerTimeMs: TimeMs,
  followUps: z.boolean(),
})
export type MockSetup = z.infer<typeof MockSetup>

/** What a session is made of. */
export const SessionSetup = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('due') }),
  z.object({ kind: z.literal('drill'), storyId: z.string(), focus: DrillFocus }),
  MockSetup,
])
export type SessionSetup = z.infer<typeof SessionSetup>
