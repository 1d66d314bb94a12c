import type { Day } from './days.ts'
import { dueDay, readyStories, upcoming } from './due.ts'
import { isFreshAfter } from './memory.ts'
import { isHeld, isTold, type Prompt } from './prompt.ts'
import { queueOf, type Schedule } from './queue.ts'

/** The day on which a prompt comes up, postponing and the interview counted in; null while it is new. */
export function comesUpOn({ prompts, today, ...schedule }: Omit<Schedule, 'limits'>): (prompt: Prompt) => Day | null {
  const interview = upcoming(schedule.interview, today)
  const ready = readyStories(prompts, interview)
  return (prompt) => (isTold(prompt) ? Math.max(dueDay(prompt, interview, ready), prompt.postponedUntil ?? 0) : null)
}

/** How many stories would be fresh on a day if nothing more were done, of those that are not suspended. */
export function freshOn(prompts: readonly Prompt[], day: Day): { fresh: number; total: number } {
  const stories = Map.groupBy(
    prompts.filter(({ isSuspended }) => !isSuspended),
    ({ storyId }) => storyId,
  )
  const isFresh = (own: readonly Prompt[]) =>
    own.some((prompt) => isTold(prompt) && isFreshAfter(prompt.memory, day - prompt.lastDay))
  return { fresh: [...stories.values()].filter(isFresh).length, total: stories.size }
}

/** How many prompts come up on each of the coming days: told ones, and new ones as the limit allows. */
export function forecast(schedule: Schedule, days: number): { day: Day; due: number; fresh: number }[] {
  const { prompts, today, limits } = schedule
  const comesUp = comesUpOn(schedule)
  const dueBy = new Map<Day, number>()
  for (const prompt of prompts) {
    if (prompt.isSuspended || !isTold(prompt)) continue
    const day = Math.max(today, comesUp(prompt)!)
    // What was told today rests until tomorrow.
    const due = prompt.lastDay >= today ? Math.max(day, today + 1) : day
    dueBy.set(due, (dueBy.get(due) ?? 0) + 1)
  }
  const first = queueOf(schedule).fresh.length
  let unseen = prompts.filter((prompt) => !isTold(prompt) && !isHeld(prompt, today)).length
  return Array.from({ length: days }, (_, i) => {
    const fresh = Math.min(
      unseen,
      i === 0 ? first : Math.max(limits.newPerDay, beforeInterview(schedule, i) ? first : 0),
    )
    unseen -= fresh
    return { day: today + i, due: dueBy.get(today + i) ?? 0, fresh }
  })
}

const beforeInterview = ({ today, interview }: Schedule, ahead: number): boolean =>
  interview !== null && today + ahead < interview
