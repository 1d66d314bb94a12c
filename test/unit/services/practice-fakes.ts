import { promptId } from '#domain/schedule/prompt'
import type {
  Card,
  CardStore,
  ItemRow,
  Review,
  SessionRow,
  SessionStore,
} from '../../../electron/services/ports/practice.ts'

/** Cards and reviews in memory. */
export function memoryCards() {
  const cards = new Map<string, Card>()
  const reviews = new Map<string, Review[]>()
  const byId = (cardId: string) => [...cards.values()].find(({ id }) => id === cardId)!
  const change = (cardId: string, patch: Partial<Card>) => {
    const card = byId(cardId)
    cards.set(promptId(card), { ...card, ...patch })
  }
  const of = (cardId: string) => (reviews.get(cardId) ?? []).toSorted((a, b) => a.reviewedAt - b.reviewedAt)
  const found = (matches: (review: Review) => boolean) => {
    for (const [cardId, own] of reviews) {
      const review = own.find(matches)
      if (review) return { card: byId(cardId), review }
    }
    return null
  }
  const store: CardStore = {
    all: () => [...cards.values()],
    find: (prompt) => cards.get(promptId(prompt)) ?? null,
    of({ storyId, questionId }, id) {
      const key = promptId({ storyId, questionId })
      const empty = { memory: null, lastReviewAt: null, postponedUntil: null, isSuspended: false }
      if (!cards.has(key)) cards.set(key, { id, storyId, questionId, ...empty })
      return cards.get(key)!
    },
    setPostponed: (cardId, postponedUntil) => change(cardId, { postponedUntil }),
    setSuspended: (cardId, suspendedAt) => change(cardId, { isSuspended: suspendedAt !== null }),
    reviews: of,
    reviewOf: (attemptId) => found((review) => review.attemptId === attemptId),
    review: (reviewId) => found((review) => review.id === reviewId),
    rewrite({ id }, dropped, written) {
      const gone = new Set([...dropped, ...written.map((review) => review.id)])
      reviews.set(id, [...of(id).filter((review) => !gone.has(review.id)), ...written])
      const last = of(id).at(-1)
      change(id, { memory: last?.after ?? null, lastReviewAt: last?.reviewedAt ?? null })
    },
  }
  return { store, reviews: (cardId: string) => of(cardId) }
}

/** Sessions in memory. */
export function memorySessions() {
  const rows = new Map<string, SessionRow>()
  const items = new Map<string, ItemRow[]>()
  const of = (sessionId: string) => items.get(sessionId) ?? []
  const all = () => [...items].flatMap(([sessionId, own]) => own.map((item) => ({ sessionId, item })))
  const lastAsked = (key: (item: ItemRow) => string | null) =>
    new Map(all().flatMap(({ item }) => (key(item) === null ? [] : [[key(item)!, item.openedAt] as const])))
  const store: SessionStore = {
    add: (session) => void rows.set(session.id, { ...session, endedAt: null }),
    get: (sessionId) => rows.get(sessionId) ?? null,
    list: () => [...rows.values()].toReversed(),
    setEnded: (sessionId, endedAt) => void rows.set(sessionId, { ...rows.get(sessionId)!, endedAt }),
    items: of,
    addItems: (sessionId, added) => void items.set(sessionId, [...of(sessionId), ...added]),
    saveItem: (sessionId, item) =>
      void items.set(
        sessionId,
        of(sessionId).map((each) => (each.position === item.position ? item : each)),
      ),
    placeOf(attemptId) {
      const place = all().find(({ item }) => item.attemptId === attemptId)
      return place ? { sessionId: place.sessionId, position: place.item.position } : null
    },
    open: () => all().filter(({ sessionId, item }) => item.state === 'open' && rows.get(sessionId)?.endedAt === null),
    questionsAsked: () => lastAsked(({ questionId }) => questionId),
    followUpsAsked: (storyId) => lastAsked((item) => (item.followUp && item.storyId === storyId ? item.prompt : null)),
  }
  return { store, rows }
}
