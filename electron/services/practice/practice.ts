import type { ForecastDay, Matrix, Practice, PracticeCard } from '#contract/practice'
import { readinessOf } from '#domain/coverage/score'
import { AppError } from '#domain/errors'
import { matrixOf } from '#domain/practice/matrix'
import { type Calendar, dateOfDay } from '#domain/schedule/days'
import { comesUpOn, forecast, freshOn } from '#domain/schedule/outlook'
import { isHeld, isTold, type PromptKey, promptId } from '#domain/schedule/prompt'
import { type Queue, queueOf, type Schedule } from '#domain/schedule/queue'
import type { EventHub } from '../app/events.ts'
import type { Scores } from '../attempts/scores.ts'
import type { Card, CardStore } from '../ports/practice.ts'
import type { BankStore, Clock, NewId, StoryStore } from '../ports/stores.ts'
import { promptsOf, type ReadLibrary } from './practice-library.ts'

export interface PracticeService {
  today(): Practice
  /** The prompts that come up today, in this order. */
  queue(): PracticeCard[]
  /** The stories of which a prompt comes up today. */
  dueStories(): ReadonlySet<string>
  cards(storyId: string): PracticeCard[]
  postpone(prompt: PromptKey, days: number): void
  suspend(prompt: PromptKey, isSuspended: boolean): void
  forecast(days: number): ForecastDay[]
  matrix(): Matrix
}

/** What comes up when, and what the user holds back of it. Everything is computed on read. */
export function createPractice(deps: {
  read: ReadLibrary
  store: CardStore
  banks: Pick<BankStore, 'list' | 'outlineOf'>
  stories: Pick<StoryStore, 'get' | 'overviews'>
  scores: Pick<Scores, 'newest'>
  calendar: Calendar
  events: EventHub
  now: Clock
  newId: NewId
}): PracticeService {
  const { read, store, calendar, events } = deps

  /** The card of a prompt that is asked; throws `not-found` for any other. */
  function cardOf(prompt: PromptKey): Card {
    const story = deps.stories.get(prompt.storyId)?.story
    if (!story || !promptsOf(story).some((own) => promptId(own) === promptId(prompt))) throw new AppError('not-found')
    return store.of(prompt, deps.newId())
  }

  /** When the next prompt comes up that does not come up today. */
  function nextDue(schedule: Schedule, queue: Queue): number | null {
    const { prompts, today, limits } = schedule
    const coming = new Set([...queue.reviews, ...queue.fresh].map(promptId))
    const comesUp = comesUpOn(schedule)
    const days = prompts
      .filter((prompt) => !prompt.isSuspended && isTold(prompt) && !coming.has(promptId(prompt)))
      .map((prompt) => Math.max(comesUp(prompt)!, today + 1))
    if (queue.unseen > 0 && limits.newPerDay > 0) days.push(today + 1)
    return days.length === 0 ? null : calendar.startOf(days.reduce((first, day) => Math.min(first, day)))
  }

  // What comes up rests on stories, their questions, and the limits and the interview of the settings.
  events.subscribe((name) => {
    if (name === 'banks.changed' || name === 'story.changed' || name === 'settings.changed')
      events.emit('practice.changed', {})
  })

  return {
    today() {
      const { schedule, cards } = read()
      const { prompts, today, interview } = schedule
      const queue = queueOf(schedule)
      const coming = [...queue.reviews, ...queue.fresh]
      const shown = cards([...coming, ...prompts.filter((prompt) => isHeld(prompt, today))])
      return {
        today: shown.slice(0, coming.length),
        doneToday: prompts.filter(({ lastDay }) => lastDay === today).length,
        unseen: queue.unseen,
        nextDueAt: nextDue(schedule, queue),
        held: shown.slice(coming.length),
        interview:
          interview === null
            ? null
            : { day: dateOfDay(interview), daysLeft: interview - today, ...freshOn(prompts, interview) },
      }
    },
    queue() {
      const { schedule, cards } = read()
      const { reviews, fresh } = queueOf(schedule)
      return cards([...reviews, ...fresh])
    },
    dueStories() {
      const { reviews, fresh } = queueOf(read().schedule)
      return new Set([...reviews, ...fresh].map(({ storyId }) => storyId))
    },
    cards(storyId) {
      const { schedule, cards } = read()
      return cards(schedule.prompts.filter((prompt) => prompt.storyId === storyId))
    },
    postpone(prompt, days) {
      const until = days === 0 ? null : calendar.startOf(calendar.dayOf(deps.now()) + days)
      store.setPostponed(cardOf(prompt).id, until)
      events.emit('practice.changed', {})
    },
    suspend(prompt, isSuspended) {
      store.setSuspended(cardOf(prompt).id, isSuspended ? deps.now() : null)
      events.emit('practice.changed', {})
    },
    forecast: (days) =>
      forecast(read().schedule, days).map(({ day, ...counts }) => ({ day: dateOfDay(day), ...counts })),
    matrix() {
      const scores = deps.scores.newest()
      const banks = deps.banks.list().map(({ id }) => ({ id, ...deps.banks.outlineOf(id) }))
      const stories = deps.stories.overviews()
      return matrixOf(
        banks,
        stories.map((story) => ({ ...story, readiness: readinessOf(scores.get(story.id) ?? null) })),
      )
    },
  }
}
