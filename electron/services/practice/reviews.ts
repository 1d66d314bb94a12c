import type { PracticeCard, Proposal } from '#contract/practice'
import { AppError } from '#domain/errors'
import { type Calendar, dayOfDate } from '#domain/schedule/days'
import { dueDay, upcoming } from '#domain/schedule/due'
import { type Memory, remembered } from '#domain/schedule/memory'
import type { PromptKey } from '#domain/schedule/prompt'
import { proposeRating } from '#domain/schedule/propose'
import { RATINGS, type Rating } from '#domain/schedule/rating'
import type { Story } from '#domain/story'
import type { EventHub } from '../app/events.ts'
import type { SettingsService } from '../app/settings.ts'
import type { Reports } from '../attempts/reports.ts'
import type { Card, CardStore, Review } from '../ports/practice.ts'
import type { AttemptRow, AttemptStore, Clock, NewId, StoryStore } from '../ports/stores.ts'
import type { PracticeService } from './practice.ts'
import { promptsOf } from './practice-library.ts'

export interface Reviews {
  propose(attemptId: string): Proposal | null
  rate(attemptId: string, rating: Rating): { reviewId: string; dueAt: number }
  unrate(reviewId: string): void
  /** Takes the review of an attempt along to the story that it now belongs to. */
  follow(attemptId: string): void
}

/** A review without what was remembered around it. */
type Given = Omit<Review, 'before' | 'after'>

/**
 * Ratings of answers. A review counts from when the answer was given, so that rating it later changes nothing; the
 * reviews after it are worked out anew.
 */
export function createReviews(deps: {
  store: CardStore
  attempts: Pick<AttemptStore, 'get'>
  stories: Pick<StoryStore, 'get'>
  reports: Pick<Reports, 'score' | 'target'>
  practice: Pick<PracticeService, 'cards'>
  settings: Pick<SettingsService, 'get'>
  calendar: Calendar
  events: EventHub
  now: Clock
  newId: NewId
}): Reviews {
  const { store, calendar } = deps

  /** An attempt at a whole story with the prompt it answers; null for what is not scheduled. */
  function answerOf(attemptId: string): { attempt: AttemptRow; story: Story; prompt: PromptKey } | null {
    const attempt = deps.attempts.get(attemptId)
    const story = attempt && deps.stories.get(attempt.storyId)?.story
    if (!attempt || !story) throw new AppError('not-found')
    const prompt = promptsOf(story).find(({ questionId }) => questionId === null || questionId === attempt.questionId)
    return attempt.focus === null && prompt ? { attempt, story, prompt } : null
  }

  function proposalOf({ attempt, story }: { attempt: AttemptRow; story: Story }) {
    const score = deps.reports.score(attempt, story)
    const { cueLevel, durationMs } = attempt
    return score && proposeRating({ score, durationMs, target: deps.reports.target(attempt, story), cueLevel })
  }

  const elapsedDays = (fromMs: number, toMs: number) => calendar.dayOf(toMs) - calendar.dayOf(fromMs)

  /** Reviews in their order, each from what the one before it left. */
  function replayed(reviews: readonly Given[], before: Review | null): Review[] {
    let memory: Memory | null = before?.after ?? null
    let at = before?.reviewedAt ?? null
    return reviews.map((review) => {
      const after = remembered(memory, review.rating, at === null ? 0 : elapsedDays(at, review.reviewedAt))
      const done = { ...review, before: memory, after }
      memory = after
      at = review.reviewedAt
      return done
    })
  }

  /** Puts a review in its place, or takes it out when it is null, and works out anew what came after. */
  function rewrite(card: Card, dropped: readonly string[], given: Given | null): void {
    const others = store.reviews(card.id).filter(({ id }) => !dropped.includes(id) && id !== given?.id)
    const from = given?.reviewedAt ?? 0
    const earlier = given ? others.filter(({ reviewedAt }) => reviewedAt <= from) : []
    const later = others.slice(earlier.length)
    store.rewrite(card, dropped, replayed(given ? [given, ...later] : later, earlier.at(-1) ?? null))
  }

  function dueAt(prompt: PromptKey, memory: Memory, reviewedAt: number): number {
    const { interviewOn } = deps.settings.get()
    const interview = upcoming(interviewOn === null ? null : dayOfDate(interviewOn), calendar.dayOf(deps.now()))
    const lastDay = calendar.dayOf(reviewedAt)
    const told = { ...prompt, sectionId: null, memory, lastDay, postponedUntil: null, isSuspended: false }
    return calendar.startOf(dueDay(told, interview, new Set()))
  }

  const endOf = ({ startedAt, durationMs }: AttemptRow) => startedAt + durationMs

  /** The last review before an answer was given. */
  const reviewBefore = (card: Card, attempt: AttemptRow): Review | null =>
    store
      .reviews(card.id)
      .filter((review) => review.attemptId !== attempt.id && review.reviewedAt <= endOf(attempt))
      .at(-1) ?? null

  function cardShown({ storyId, questionId }: PromptKey): PracticeCard | undefined {
    return deps.practice.cards(storyId).find((card) => card.questionId === questionId)
  }

  function given(attemptId: string, card: Card): Review | null {
    const known = store.reviewOf(attemptId)
    return known && known.card.id === card.id ? known.review : null
  }

  function take(attemptId: string): Rating | null {
    const known = store.reviewOf(attemptId)
    if (!known) return null
    rewrite(known.card, [known.review.id], null)
    return known.review.rating
  }

  function rate(attemptId: string, rating: Rating): { reviewId: string; dueAt: number } {
    const answer = answerOf(attemptId)
    if (!answer) throw new AppError('not-found')
    const card = store.of(answer.prompt, deps.newId())
    const known = given(attemptId, card)
    // It was rated as an answer of another story before.
    if (!known) take(attemptId)
    const review: Given = {
      id: known?.id ?? deps.newId(),
      attemptId,
      rating,
      proposed: proposalOf(answer)?.rating ?? null,
      reviewedAt: endOf(answer.attempt),
    }
    rewrite(card, [], review)
    const { after } = given(attemptId, card)!
    return { reviewId: review.id, dueAt: dueAt(answer.prompt, after, review.reviewedAt) }
  }

  const changed = () => deps.events.emit('practice.changed', {})

  return {
    propose(attemptId) {
      const answer = answerOf(attemptId)
      const proposal = answer && proposalOf(answer)
      const shown = answer && cardShown(answer.prompt)
      if (!answer || !proposal || !shown) return null
      const card = store.find(answer.prompt)
      const before = card && reviewBefore(card, answer.attempt)
      const reviewedAt = endOf(answer.attempt)
      const elapsed = before ? elapsedDays(before.reviewedAt, reviewedAt) : 0
      const next = RATINGS.map((rating) => {
        const memory = remembered(before?.after ?? null, rating, elapsed)
        return [rating, dueAt(answer.prompt, memory, reviewedAt)] as const
      })
      const known = card && given(attemptId, card)
      return {
        card: shown,
        proposed: proposal.rating,
        reasons: proposal.reasons,
        nextDueAt: Object.fromEntries(next) as Record<Rating, number>,
        given: known && {
          reviewId: known.id,
          rating: known.rating,
          dueAt: dueAt(answer.prompt, known.after, known.reviewedAt),
        },
      }
    },
    rate(attemptId, rating) {
      const result = rate(attemptId, rating)
      changed()
      return result
    },
    unrate(reviewId) {
      const known = store.review(reviewId)
      if (!known) throw new AppError('not-found')
      rewrite(known.card, [reviewId], null)
      changed()
    },
    follow(attemptId) {
      const rating = take(attemptId)
      if (rating === null) return
      if (answerOf(attemptId)) rate(attemptId, rating)
      changed()
    },
  }
}
