import type { PracticeCard } from '#contract/practice'
import { readinessOf, type Score } from '#domain/coverage/score'
import { type Calendar, dayOfDate } from '#domain/schedule/days'
import { upcoming } from '#domain/schedule/due'
import { recallAfter } from '#domain/schedule/memory'
import { comesUpOn } from '#domain/schedule/outlook'
import { isTold, type Prompt, type PromptKey, promptId } from '#domain/schedule/prompt'
import type { Schedule } from '#domain/schedule/queue'
import type { SettingsService } from '../app/settings.ts'
import type { Scores } from '../attempts/scores.ts'
import type { Card, CardStore } from '../ports/practice.ts'
import type { BankStore, Clock, StoryOverview, StoryStore } from '../ports/stores.ts'

/** Every prompt that can come up, in the order of the banks; a story without points to say has none. */
export interface PracticeLibrary {
  readonly schedule: Schedule
  /** Shows prompts with what is known of them. */
  cards(prompts: readonly Prompt[]): PracticeCard[]
}

export type ReadLibrary = () => PracticeLibrary

/** The questions that a story is asked under, or its title. */
export const promptsOf = ({ id, questionIds }: Pick<StoryOverview, 'id' | 'questionIds'>): PromptKey[] =>
  questionIds.length === 0
    ? [{ storyId: id, questionId: null }]
    : questionIds.map((questionId) => ({ storyId: id, questionId }))

/** Reads what the schedule is made of, once for each question that is asked of it. */
export function createReadLibrary(deps: {
  banks: Pick<BankStore, 'list' | 'outlineOf'>
  stories: Pick<StoryStore, 'overviews'>
  cards: Pick<CardStore, 'all'>
  scores: Pick<Scores, 'newest'>
  settings: Pick<SettingsService, 'get'>
  calendar: Calendar
  now: Clock
}): ReadLibrary {
  const { calendar } = deps
  return () => {
    const now = deps.now()
    const today = calendar.dayOf(now)
    const stories = deps.stories.overviews().filter(({ pointCount }) => pointCount > 0)
    const known = new Map(deps.cards.all().map((card) => [promptId(card), card]))
    const { interviewOn, newPerDay, reviewsPerDay } = deps.settings.get()
    const prompts = stories.flatMap((story) =>
      promptsOf(story).map((key) => promptFor(key, story, known.get(promptId(key)) ?? null, calendar)),
    )
    const schedule = {
      prompts,
      today,
      limits: { newPerDay, reviewsPerDay },
      interview: upcoming(interviewOn === null ? null : dayOfDate(interviewOn), today),
    }
    return {
      schedule,
      cards: (shown) => {
        if (shown.length === 0) return []
        const texts = textsOf(deps.banks)
        const scores = deps.scores.newest()
        const byId = new Map(stories.map((story) => [story.id, story]))
        const comesUp = comesUpOn(schedule)
        return shown.map((prompt) => {
          const card = known.get(promptId(prompt)) ?? null
          const day = comesUp(prompt)
          return cardOf(prompt, byId.get(prompt.storyId)!, card, {
            texts,
            score: scores.get(prompt.storyId) ?? null,
            dueAt: day === null ? null : calendar.startOf(day),
            now,
            today,
          })
        })
      },
    }
  }
}

const promptFor = (key: PromptKey, story: StoryOverview, card: Card | null, calendar: Calendar): Prompt => ({
  ...key,
  sectionId: story.sectionId,
  memory: card?.memory ?? null,
  lastDay: card?.lastReviewAt == null ? null : calendar.dayOf(card.lastReviewAt),
  postponedUntil: card?.postponedUntil == null ? null : calendar.dayOf(card.postponedUntil),
  isSuspended: card?.isSuspended ?? false,
})

interface Texts {
  readonly questions: ReadonlyMap<string, string>
  readonly sections: ReadonlyMap<string, string>
}

function textsOf(banks: Pick<BankStore, 'list' | 'outlineOf'>): Texts {
  const outlines = banks.list().map(({ id }) => banks.outlineOf(id))
  return {
    questions: new Map(outlines.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text] as const))),
    sections: new Map(outlines.flatMap(({ sections }) => sections.map(({ id, title }) => [id, title] as const))),
  }
}

function cardOf(
  prompt: Prompt,
  { title, sectionId }: StoryOverview,
  card: Card | null,
  known: { texts: Texts; score: Score | null; dueAt: number | null; now: number; today: number },
): PracticeCard {
  const { storyId, questionId } = prompt
  return {
    storyId,
    questionId,
    title,
    prompt: (questionId && known.texts.questions.get(questionId)) || title,
    section: (sectionId && known.texts.sections.get(sectionId)) || null,
    phase: isTold(prompt) ? prompt.memory.phase : 'new',
    dueAt: known.dueAt,
    lastReviewAt: card?.lastReviewAt ?? null,
    recall: isTold(prompt) ? recallAfter(prompt.memory, known.today - prompt.lastDay) : null,
    readiness: readinessOf(known.score),
    postponedUntil: card?.postponedUntil != null && card.postponedUntil > known.now ? card.postponedUntil : null,
    isSuspended: prompt.isSuspended,
  }
}
