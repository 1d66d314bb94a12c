import type { Day } from './days.ts'
import type { Memory } from './memory.ts'

/** What is scheduled: a story under one of its questions, or under its title (null) where it has none. */
export interface PromptKey {
  readonly storyId: string
  readonly questionId: string | null
}

/** A prompt with what is remembered of it; `memory` and `lastDay` are null until it was rated. */
export interface Prompt extends PromptKey {
  readonly sectionId: string | null
  readonly memory: Memory | null
  readonly lastDay: Day | null
  /** It rests until this day. */
  readonly postponedUntil: Day | null
  readonly isSuspended: boolean
}

/** A prompt that was rated. */
export interface ToldPrompt extends Prompt {
  readonly memory: Memory
  readonly lastDay: Day
}

export const isTold = (prompt: Prompt): prompt is ToldPrompt => prompt.memory !== null && prompt.lastDay !== null

/** Whether the user holds it back on a day. */
export const isHeld = ({ isSuspended, postponedUntil }: Prompt, day: Day): boolean =>
  isSuspended || (postponedUntil !== null && postponedUntil > day)

/** One text for one prompt. */
export const promptId = ({ storyId, questionId }: PromptKey): string => `${storyId} ${questionId ?? ''}`
