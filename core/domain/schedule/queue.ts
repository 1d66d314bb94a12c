import type { Day } from './days.ts'
import { dueDay, readyStories, upcoming } from './due.ts'
import { recallAfter } from './memory.ts'
import { mixed } from './mix.ts'
import { isHeld, isTold, type Prompt, promptId, type ToldPrompt } from './prompt.ts'

export interface Limits {
  readonly newPerDay: number
  readonly reviewsPerDay: number
}

/** Everything that decides what comes up on a day; `interview` may be over. */
export interface Schedule {
  readonly prompts: readonly Prompt[]
  readonly today: Day
  readonly limits: Limits
  readonly interview: Day | null
}

/** What comes up on a day, in this order; `waiting` would come up too but for the limits or another prompt of its story. */
export interface Queue {
  readonly reviews: readonly ToldPrompt[]
  readonly fresh: readonly Prompt[]
  readonly waiting: number
  readonly unseen: number
}

const groupOf = ({ sectionId, storyId }: Prompt): string => sectionId ?? storyId

/** The first prompt of each story, at most `count`; stories in `taken` are left out. */
function onePerStory<P extends Prompt>(prompts: readonly P[], taken: ReadonlySet<string>, count: number): P[] {
  const seen = new Set(taken)
  const chosen: P[] = []
  for (const prompt of prompts) {
    if (chosen.length >= count) break
    if (seen.has(prompt.storyId)) continue
    seen.add(prompt.storyId)
    chosen.push(prompt)
  }
  return chosen
}

const storyCount = (prompts: readonly Prompt[]) => new Set(prompts.map(({ storyId }) => storyId)).size

/** A day's share of what is to be done in some days, without what was done of it today. */
const shareOf = (toDo: number, done: number, days: number): number => Math.ceil((toDo + done) / days) - done

/** What may come up today besides what was done already; before an interview as much more as is needed to be done in time. */
function roomOf({ today, limits, interview }: Schedule, done: { reviews: number; fresh: number }, toDo: typeof done) {
  const room = { reviews: limits.reviewsPerDay - done.reviews, fresh: limits.newPerDay - done.fresh }
  if (interview === null || today > interview) return room
  const days = Math.max(1, interview - today)
  return {
    reviews: Math.max(room.reviews, shareOf(toDo.reviews, done.reviews, days)),
    // A story that is told for the first time on the day before is not told twice.
    fresh:
      today === interview ? room.fresh : Math.max(room.fresh, shareOf(toDo.fresh, done.fresh, Math.max(1, days - 1))),
  }
}

/**
 * What to practise on a day: overdue reviews, the least remembered first, then new prompts, those of stories never told
 * first; one prompt of a story a day, and not one section in a row.
 */
export function queueOf(schedule: Schedule): Queue {
  const { prompts, today } = schedule
  const interview = upcoming(schedule.interview, today)
  const open = prompts.filter((prompt) => !isHeld(prompt, today))
  const told = prompts.filter(isTold)
  const doneToday = told.filter(({ lastDay }) => lastDay === today)
  // A clock that was ahead leaves reviews in days to come: they rest, but fill no limit.
  const resting = new Set(told.filter(({ lastDay }) => lastDay >= today).map(({ storyId }) => storyId))
  const known = new Set(told.map(({ storyId }) => storyId))
  const ready = readyStories(prompts, interview)

  const due = open
    .filter(isTold)
    .filter((prompt) => prompt.lastDay < today && dueDay(prompt, interview, ready) <= today)
    .map((prompt) => ({ prompt, recall: recallAfter(prompt.memory, today - prompt.lastDay) }))
    .sort((a, b) => a.recall - b.recall || (promptId(a.prompt) < promptId(b.prompt) ? -1 : 1))
    .map(({ prompt }) => prompt)
  const unseen = open.filter((prompt) => !isTold(prompt))
  const untold = unseen.filter(({ storyId }) => !known.has(storyId))
  const introduced = doneToday.filter(({ memory }) => memory.reps === 1).length
  const room = roomOf(
    schedule,
    { reviews: doneToday.length - introduced, fresh: introduced },
    { reviews: storyCount(due.filter(({ storyId }) => !resting.has(storyId))), fresh: storyCount(untold) },
  )

  const reviews = mixed(onePerStory(due, resting, room.reviews), groupOf)
  const busy = new Set([...resting, ...reviews.map(({ storyId }) => storyId)])
  const newOnes = [...untold, ...unseen.filter(({ storyId }) => known.has(storyId))]
  const lastGroup = reviews.length > 0 ? groupOf(reviews.at(-1)!) : null
  const fresh = mixed(onePerStory(newOnes, busy, room.fresh), groupOf, lastGroup)
  return {
    reviews,
    fresh,
    waiting: due.length - reviews.length,
    unseen: unseen.length - fresh.length,
  }
}
