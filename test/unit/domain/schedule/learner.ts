import type { Day } from '#domain/schedule/days'
import { recallAfter, remembered } from '#domain/schedule/memory'
import { isTold, type Prompt, promptId } from '#domain/schedule/prompt'
import { type Limits, queueOf } from '#domain/schedule/queue'
import type { Rating } from '#domain/schedule/rating'

/** A prompt that was never rated. */
export const newPrompt = (
  storyId: string,
  questionId: string | null = null,
  sectionId: string | null = null,
): Prompt => ({
  storyId,
  questionId,
  sectionId,
  memory: null,
  lastDay: null,
  postponedUntil: null,
  isSuspended: false,
})

/** What a rating makes of a prompt on a day. */
export const rated = (prompt: Prompt, rating: Rating, day: Day): Prompt => ({
  ...prompt,
  memory: remembered(prompt.memory, rating, isTold(prompt) ? day - prompt.lastDay : 0),
  lastDay: day,
})

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Course {
  readonly limits: Limits
  readonly interview: Day | null
  /** How an answer goes; the chance of telling it well is known. */
  answer(recall: number, day: Day): Rating
}

/** Practises what comes up on each day from one day up to another, itself left out; the days' ratings are counted. */
export function practise(
  prompts: readonly Prompt[],
  from: Day,
  to: Day,
  { limits, interview, answer }: Course,
): { prompts: Prompt[]; told: Map<string, number>; perDay: number[] } {
  const state = new Map(prompts.map((prompt) => [promptId(prompt), prompt]))
  const told = new Map<string, number>()
  const perDay: number[] = []
  for (let today = from; today < to; today++) {
    const { reviews, fresh } = queueOf({ prompts: [...state.values()], today, limits, interview })
    for (const prompt of [...reviews, ...fresh]) {
      const recall = isTold(prompt) ? recallAfter(prompt.memory, today - prompt.lastDay) : 1
      state.set(promptId(prompt), rated(prompt, answer(recall, today), today))
      told.set(prompt.storyId, (told.get(prompt.storyId) ?? 0) + 1)
    }
    perDay.push(reviews.length + fresh.length)
  }
  return { prompts: [...state.values()], told, perDay }
}
