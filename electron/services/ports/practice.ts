import type { DrillItem } from '#domain/practice/drill'
import type { SessionSetup } from '#domain/practice/session'
import type { Memory } from '#domain/schedule/memory'
import type { PromptKey } from '#domain/schedule/prompt'
import type { Rating } from '#domain/schedule/rating'

/** What is kept of a prompt that was rated, postponed or suspended. Times in milliseconds since 1970. */
export interface Card extends PromptKey {
  readonly id: string
  readonly memory: Memory | null
  readonly lastReviewAt: number | null
  readonly postponedUntil: number | null
  readonly isSuspended: boolean
}

/** One rating with what was remembered before and after it; `before` is null at the first. */
export interface Review {
  readonly id: string
  readonly attemptId: string | null
  readonly rating: Rating
  readonly proposed: Rating | null
  readonly before: Memory | null
  readonly after: Memory
  readonly reviewedAt: number
}

export interface CardStore {
  all(): Card[]
  find(prompt: PromptKey): Card | null
  /** The card of a prompt, which is made with `newId` where there is none. */
  of(prompt: PromptKey, newId: string): Card
  setPostponed(cardId: string, until: number | null): void
  setSuspended(cardId: string, suspendedAt: number | null): void
  /** The reviews of a card, oldest first. */
  reviews(cardId: string): Review[]
  /** The review of an attempt and its card; null when it was not rated, or its card is gone. */
  reviewOf(attemptId: string): { card: Card; review: Review } | null
  review(reviewId: string): { card: Card; review: Review } | null
  /**
   * Makes `reviews` the last ones of a card, in place of those given with ids in `dropped` and of themselves, and keeps
   * what the last of all remembers.
   */
  rewrite(card: Card, dropped: readonly string[], reviews: readonly Review[]): void
}

/** A prompt of a session that is known at its start. */
export interface PlannedItem extends PromptKey, Omit<DrillItem, 'focus'> {
  readonly focus: readonly string[] | null
}

export interface SessionRow {
  readonly id: string
  readonly setup: SessionSetup
  /** Null where the prompts are chosen one by one. */
  readonly plan: readonly PlannedItem[] | null
  readonly startedAt: number
  readonly endedAt: number | null
}

/** `storyBy` says who named the story. */
export interface ItemRow {
  readonly position: number
  readonly prompt: string
  readonly storyId: string | null
  readonly questionId: string | null
  readonly focus: string[] | null
  readonly followUp: boolean
  readonly state: 'open' | 'answered' | 'skipped'
  readonly storyBy: 'plan' | 'app' | 'user'
  readonly attemptId: string | null
  readonly openedAt: number
}

export interface SessionStore {
  add(session: Omit<SessionRow, 'endedAt'>): void
  get(sessionId: string): SessionRow | null
  /** Newest first. */
  list(): SessionRow[]
  setEnded(sessionId: string, endedAt: number): void
  /** In order of position. */
  items(sessionId: string): ItemRow[]
  addItems(sessionId: string, items: readonly ItemRow[]): void
  /** Writes state, story, who named it, and attempt. */
  saveItem(sessionId: string, item: ItemRow): void
  /** Where an attempt answers a prompt. */
  placeOf(attemptId: string): { sessionId: string; position: number } | null
  /** Prompts that wait for an answer, of all sessions that are not over. */
  open(): { sessionId: string; item: ItemRow }[]
  /** When questions were last asked in mock interviews, by question. */
  questionsAsked(): ReadonlyMap<string, number>
  /** When follow-up questions were last asked after a story, by their text. */
  followUpsAsked(storyId: string): ReadonlyMap<string, number>
}
