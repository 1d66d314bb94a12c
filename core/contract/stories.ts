import { z } from 'zod'
import { Wording } from '../domain/coverage/wording.ts'
import { Fact, Part, PointWeight, Question, Section, Story, StoryKind } from '../domain/story.ts'
import { AttemptSummary } from './attempts.ts'
import { Id, method } from './method.ts'

/**
 * A story as the library shows it. `pointCount` leaves optional points out; `readiness` (0-1) is the share of those
 * that the newest scored attempt said, half of each partial one counted. `isDue`: one of its prompts comes up today.
 */
export const StorySummary = z.object({
  id: z.string(),
  bankId: z.string(),
  kind: StoryKind,
  title: z.string(),
  sectionId: z.string().nullable(),
  questionIds: z.array(z.string()),
  pointCount: z.number().int(),
  attemptCount: z.number().int(),
  lastPractisedAt: z.number().nullable(),
  readiness: z.number().min(0).max(1).nullable(),
  isDue: z.boolean(),
})
export type StorySummary = z.infer<typeof StorySummary>

/** A story with what stands around it: its bank, section, questions and attempts, newest attempt first, and learned wordings. */
export const StoryDetail = z.object({
  bankId: z.string(),
  bankTitle: z.string(),
  story: Story,
  section: Section.nullable(),
  questions: z.array(Question),
  attempts: z.array(AttemptSummary),
  /** What Starbeat learned about the points of the story, newest first. */
  wordings: z.array(Wording),
})
export type StoryDetail = z.infer<typeof StoryDetail>

/** A point as edited; `id` is null for a new one. */
export const PointDraft = z.object({
  id: z.string().nullable(),
  part: Part,
  text: z.string().trim().min(1).max(1000),
  weight: PointWeight,
  facts: z.array(Fact),
})
export type PointDraft = z.infer<typeof PointDraft>

export const storyMethods = {
  'stories.list': method({}, z.array(StorySummary)),
  'stories.get': method({ storyId: Id }, StoryDetail),
  /** Replaces the ordered points of a story; points that are left out are put aside and come back when named again. */
  'stories.savePoints': method({ storyId: Id, points: z.array(PointDraft).max(500) }),
  'stories.rename': method({ storyId: Id, title: z.string().trim().min(1).max(300) }),
  'wordings.remove': method({ wordingId: Id }),
  /** Takes back a removal, until the app is next started. */
  'wordings.restore': method({ wordingId: Id }),
  /** Facts that the recogniser finds in a text, for the point editor. */
  'facts.find': method({ text: z.string().max(1000) }, z.array(Fact)),
}
