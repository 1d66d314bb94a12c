import { z } from 'zod'
import { Score } from '../domain/coverage/score.ts'
import { SessionSetup } from '../domain/practice/session.ts'
import { Id, method } from './method.ts'

/**
 * One prompt of a session. `storyBy` says who named the story: the `plan`, the `app` by what was said, or the `user`.
 * `focus` are the points that the prompt is about, null for the whole story; a `followUp` belongs to the answer before.
 */
export const SessionItem = z.object({
  position: z.number().int().nonnegative(),
  prompt: z.string(),
  section: z.string().nullable(),
  storyId: z.string().nullable(),
  storyTitle: z.string().nullable(),
  questionId: z.string().nullable(),
  focus: z.array(z.string()).nullable(),
  followUp: z.boolean(),
  state: z.enum(['open', 'answered', 'skipped']),
  storyBy: z.enum(['plan', 'app', 'user']),
  attemptId: z.string().nullable(),
})
export type SessionItem = z.infer<typeof SessionItem>

/** A set of prompts practised in a row. `count` is how many there will be, follow-ups left out. */
export const Session = z.object({
  id: z.string(),
  setup: SessionSetup,
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  count: z.number().int(),
  items: z.array(SessionItem),
})
export type Session = z.infer<typeof Session>

export const SessionSummary = z.object({
  id: z.string(),
  setup: SessionSetup,
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  count: z.number().int(),
  answered: z.number().int(),
})
export type SessionSummary = z.infer<typeof SessionSummary>

/** A story that an answer may have told: `readiness` (0-1) is how much of it was said. */
export const StoryCandidate = z.object({
  storyId: z.string(),
  title: z.string(),
  readiness: z.number().min(0).max(1),
  covered: z.number().int(),
  total: z.number().int(),
})
export type StoryCandidate = z.infer<typeof StoryCandidate>

/** A moment of an answer to hear again: what was said best, or what was missed or said wrong. `startMs` null: nothing of it was said. */
export const Moment = z.object({
  attemptId: z.string(),
  position: z.number().int(),
  kind: z.enum(['covered', 'wrong-fact', 'missed', 'pause']),
  /** The point, or the wrong fact as it should be. */
  text: z.string(),
  /** What was said instead; null unless a fact was wrong. */
  said: z.string().nullable(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
})
export type Moment = z.infer<typeof Moment>

/** Figures of one answer or of a whole interview; null where they were not measured. */
export const SpokenFigures = z.object({
  durationMs: z.number(),
  wordsPerMinute: z.number().nullable(),
  fillersPerMinute: z.number().nullable(),
  longPauses: z.number().int().nullable(),
})
export type SpokenFigures = z.infer<typeof SpokenFigures>

/** How a mock interview went. */
export const Scorecard = z.object({
  sessionId: z.string(),
  setup: SessionSetup,
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  answers: z.array(
    z.object({
      item: SessionItem,
      score: Score.nullable(),
      readiness: z.number().min(0).max(1).nullable(),
      figures: SpokenFigures.nullable(),
      /** Still being written down. */
      isPending: z.boolean(),
    }),
  ),
  /** Points and wrong facts of all answers added up; null when none has a score. */
  score: Score.nullable(),
  figures: SpokenFigures,
  competencies: z.array(
    z.object({
      sectionId: z.string().nullable(),
      title: z.string(),
      asked: z.number().int(),
      answered: z.number().int(),
      readiness: z.number().min(0).max(1).nullable(),
    }),
  ),
  stories: z.array(
    z.object({
      storyId: z.string(),
      title: z.string(),
      times: z.number().int(),
      readiness: z.number().min(0).max(1).nullable(),
    }),
  ),
  best: Moment.nullable(),
  weakest: Moment.nullable(),
})
export type Scorecard = z.infer<typeof Scorecard>

const SessionRef = { sessionId: Id }
const ItemRef = { ...SessionRef, position: z.number().int().nonnegative() }

export const sessionMethods = {
  /** `nothing-to-practise` when the setup leaves nothing to ask. */
  'sessions.start': method({ setup: SessionSetup }, z.object({ sessionId: z.string() })),
  'sessions.get': method(SessionRef, Session),
  /** Opens the next prompt unless one is open; ends the session when there is none. */
  'sessions.next': method(SessionRef, Session),
  /** Names the recording that answers the open prompt. */
  'sessions.answer': method({ ...ItemRef, attemptId: Id }),
  'sessions.skip': method(ItemRef),
  /** The stories that an answer may have told, best first; none until it is transcribed. */
  'sessions.candidates': method(ItemRef, z.array(StoryCandidate)),
  /** Says which story an answer told; its attempt goes to that story. */
  'sessions.nameStory': method({ ...ItemRef, storyId: Id }),
  'sessions.end': method(SessionRef),
  /** Newest first. */
  'sessions.list': method({}, z.array(SessionSummary)),
  'sessions.scorecard': method(SessionRef, Scorecard),
}
