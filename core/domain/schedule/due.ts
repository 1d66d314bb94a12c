import type { Day } from './days.ts'
import { intervalDays, isFreshAfter } from './memory.ts'
import { isTold, type Prompt, type ToldPrompt } from './prompt.ts'

/** The last round before an interview falls into this many days. */
export const FINAL_DAYS = 3

/** Whether it was told in the last round before an interview, not for the first time while another is possible, and stays fresh. */
const isReadyFor = ({ memory, lastDay }: ToldPrompt, interview: Day): boolean =>
  lastDay >= interview - FINAL_DAYS &&
  isFreshAfter(memory, interview - lastDay) &&
  (memory.reps > 1 || lastDay >= interview - 1)

/** The interview as long as it is not over. */
export const upcoming = (interview: Day | null, today: Day): Day | null =>
  interview !== null && interview >= today ? interview : null

/** The stories that need no more before an interview. */
export const readyStories = (prompts: readonly Prompt[], interview: Day | null): ReadonlySet<string> =>
  new Set(
    prompts
      .filter(isTold)
      .filter((prompt) => interview !== null && isReadyFor(prompt, interview))
      .map(({ storyId }) => storyId),
  )

/**
 * The day on which a told prompt comes up, postponing left out. Before an interview, no interval is longer than half of
 * the days that were left when it was told, which brings it back ever sooner and once more at the end; in stories that
 * are ready for it nothing comes up before it is over. Computed on read: another date reshapes everything at once.
 */
export function dueDay(prompt: ToldPrompt, interview: Day | null, ready: ReadonlySet<string>): Day {
  const { memory, lastDay } = prompt
  const interval = intervalDays(memory)
  if (interview === null || lastDay >= interview) return lastDay + interval
  if (isReadyFor(prompt, interview)) return Math.max(lastDay + interval, interview + 1)
  if (ready.has(prompt.storyId)) return lastDay + interval
  const half = Math.max(1, Math.floor((interview - lastDay) / 2))
  return lastDay + Math.min(interval, half)
}
