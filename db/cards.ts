import { Memory } from '#domain/schedule/memory'
import type { Card, CardStore, Review } from '../electron/services/ports/practice.ts'
import type { Db } from './open.ts'

type CardRow = Omit<Card, 'memory' | 'isSuspended'> & { memory: string | null; isSuspended: 0 | 1 }
type ReviewRow = Omit<Review, 'before' | 'after'> & { before: string | null; after: string }
type Prompt = { storyId: string; questionId: string | null }

const CARD = `cards.id, cards.story_id AS storyId, question_id AS questionId, memory, last_review_at AS lastReviewAt,
  postponed_until AS postponedUntil, suspended_at IS NOT NULL AS isSuspended`
const REVIEW = `reviews.id, attempt_id AS attemptId, rating, proposed, before, after, reviewed_at AS reviewedAt`

/** What is remembered of prompts, and the log of their reviews. */
export function createCardStore(db: Db): CardStore {
  const all = db.prepare<[], CardRow>(`SELECT ${CARD} FROM cards`)
  const byPrompt = db.prepare<Prompt, CardRow>(
    `SELECT ${CARD} FROM cards WHERE story_id = @storyId AND ifnull(question_id, '') = ifnull(@questionId, '')`,
  )
  const byId = db.prepare<[string], CardRow>(`SELECT ${CARD} FROM cards WHERE id = ?`)
  const add = db.prepare(`INSERT INTO cards (id, story_id, question_id) VALUES (@id, @storyId, @questionId)
    ON CONFLICT DO NOTHING`)
  const postpone = db.prepare('UPDATE cards SET postponed_until = ? WHERE id = ?')
  const suspend = db.prepare('UPDATE cards SET suspended_at = ? WHERE id = ?')
  const reviews = db.prepare<[string], ReviewRow>(
    `SELECT ${REVIEW} FROM reviews WHERE card_id = ? ORDER BY reviewed_at, rowid`,
  )
  type Owned = ReviewRow & { cardId: string }
  const ofAttempt = db.prepare<[string], Owned>(
    `SELECT ${REVIEW}, card_id AS cardId FROM reviews WHERE attempt_id = ? AND card_id IS NOT NULL`,
  )
  const one = db.prepare<[string], Owned>(
    `SELECT ${REVIEW}, card_id AS cardId FROM reviews WHERE id = ? AND card_id IS NOT NULL`,
  )
  const drop = db.prepare('DELETE FROM reviews WHERE id = ?')
  const save =
    db.prepare(`INSERT INTO reviews (id, card_id, story_id, attempt_id, rating, proposed, before, after, reviewed_at)
    VALUES (@id, @cardId, @storyId, @attemptId, @rating, @proposed, @before, @after, @reviewedAt)
    ON CONFLICT (id) DO UPDATE SET rating = excluded.rating, proposed = excluded.proposed,
      before = excluded.before, after = excluded.after, reviewed_at = excluded.reviewed_at`)
  const remember = db.prepare('UPDATE cards SET memory = ?, last_review_at = ? WHERE id = ?')

  function find({ storyId, questionId }: Prompt): Card | null {
    const row = byPrompt.get({ storyId, questionId })
    return row ? toCard(row) : null
  }
  const owned = (row: Owned | undefined) => {
    const card = row && byId.get(row.cardId)
    if (!card) return null
    const { cardId: _, ...review } = row
    return { card: toCard(card), review: toReview(review) }
  }

  return {
    all: () => all.all().map(toCard),
    find,
    of: ({ storyId, questionId }, id) => {
      add.run({ id, storyId, questionId })
      return find({ storyId, questionId })!
    },
    setPostponed: (cardId, until) => void postpone.run(until, cardId),
    setSuspended: (cardId, suspendedAt) => void suspend.run(suspendedAt, cardId),
    reviews: (cardId) => reviews.all(cardId).map(toReview),
    reviewOf: (attemptId) => owned(ofAttempt.get(attemptId)),
    review: (reviewId) => owned(one.get(reviewId)),
    rewrite: db.transaction((card: Card, dropped: readonly string[], written: readonly Review[]) => {
      for (const id of dropped) drop.run(id)
      for (const review of written)
        save.run({
          ...review,
          cardId: card.id,
          storyId: card.storyId,
          before: review.before && JSON.stringify(review.before),
          after: JSON.stringify(review.after),
        })
      const last = reviews.all(card.id).at(-1)
      remember.run(last?.after ?? null, last?.reviewedAt ?? null, card.id)
    }),
  }
}

const toCard = (row: CardRow): Card => ({
  ...row,
  memory: row.memory === null ? null : readMemory(row.memory),
  isSuspended: row.isSuspended === 1,
})

const toReview = (row: ReviewRow): Review => ({
  ...row,
  before: row.before === null ? null : readMemory(row.before),
  after: Memory.parse(JSON.parse(row.after)),
})

/** Null for what does not fit: a prompt whose memory is damaged is new. */
const readMemory = (json: string): Memory | null => Memory.safeParse(JSON.parse(json)).data ?? null
