import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeBank } from '#domain/bank/canonical-write'
import { remembered } from '#domain/schedule/memory'
import { RATINGS } from '#domain/schedule/rating'
import type { Story } from '#domain/story'
import { createAttemptStore, createOverrideStore } from '../db/attempts.ts'
import { createBankStore } from '../db/banks.ts'
import { createCardStore } from '../db/cards.ts'
import { type Db, openDatabase } from '../db/open.ts'
import { createSettingsStore } from '../db/settings.ts'
import { createTranscriptStore } from '../db/transcripts.ts'
import { createWordingStore } from '../db/wordings.ts'
import type { Review } from '../electron/services/ports/practice.ts'
import { BANK, envelopeOf, headingsOf, idOf, storyOf, tellingOf } from './history-text.ts'
import { type Dice, dice } from './import-text.ts'

export interface HistorySize {
  readonly stories: number
  readonly attempts: number
}

const STORIES_A_BANK = 250
const ATTEMPT = 6
const WORDING = 7
const CARD = 8
const REVIEW = 9
const DAY_MS = 86_400_000
/** The newest attempt; the others lie before it, one a few hours apart. */
const NEWEST_MS = Date.UTC(2026, 9, 31, 18)
const APART_MS = 2 * 60 * 60 * 1000

/**
 * Writes the database of somebody who has practised for years into `dataDir`: banks, attempts with transcripts and
 * envelopes (no audio), some verdicts and wordings by hand. The same size gives the same rows.
 */
export function writeHistory(dataDir: string, { stories, attempts }: HistorySize): Story[] {
  mkdirSync(dataDir, { recursive: true })
  const db = openDatabase(join(dataDir, 'starbeat.db'), join(dataDir, 'backups'))
  const roll = dice(20261121)
  try {
    return db.transaction(() => {
      createSettingsStore(db).set({ welcomed: true })
      const told = writeBanks(db, stories, roll)
      writeAttempts(db, told, attempts, roll)
      writeReviews(db, roll)
      return told
    })()
  } finally {
    db.close()
  }
}

function writeBanks(db: Db, count: number, roll: Dice): Story[] {
  const store = createBankStore(db)
  const all: Story[] = []
  for (let bank = 0; all.length < count; bank++) {
    const title = `Story bank ${bank + 1}`
    const headings = headingsOf(bank)
    const size = Math.min(STORIES_A_BANK, count - all.length)
    const stories = Array.from({ length: size }, (_, i) => storyOf(all.length + i, headings, roll))
    store.save({
      id: idOf(BANK, bank),
      title,
      fileName: `bank-${bank + 1}.md`,
      importedAt: NEWEST_MS - attemptAge(100_000) + bank,
      source: new TextEncoder().encode(writeBank({ title, ...headings, stories })),
      corrections: [],
      ...headings,
      stories: stories.map((story) => ({
        ...story,
        sourceTitle: story.title,
        points: story.points.map((point, position) => ({ ...point, source: { ...point, position } })),
      })),
    })
    all.push(...stories)
  }
  return all
}

const attemptAge = (nth: number): number => nth * APART_MS

/** The first stories are practised often, the last ones hardly. */
function writeAttempts(db: Db, stories: readonly Story[], count: number, roll: Dice): void {
  const store = createAttemptStore(db)
  const transcripts = createTranscriptStore(db)
  const overrides = createOverrideStore(db)
  const wordings = createWordingStore(db)
  for (let nth = count - 1; nth >= 0; nth--) {
    const story = stories[Math.floor(stories.length * (roll(10_000) / 10_000) ** 1.5)]!
    const id = idOf(ATTEMPT, nth)
    const heard = tellingOf(story, roll)
    const durationMs = (heard.words.at(-1)?.endMs ?? 0) + 700
    const startedAt = NEWEST_MS - attemptAge(nth)
    store.add({
      id,
      storyId: story.id,
      questionId: story.questionIds[0] ?? null,
      cueLevel: 'off-book',
      focus: null,
      startedAt,
    })
    store.finish(id, { durationMs, recovered: false, envelope: envelopeOf(heard, durationMs, roll) })
    transcripts.save(id, { heard, corrected: null, modelName: 'base.en' }, startedAt)
    const pointId = story.points[roll(story.points.length)]!.id
    if (nth % 20 === 0) overrides.set(id, pointId, 'covered', startedAt)
    const text = heard.words
      .slice(0, 8)
      .map((word) => word.text)
      .join(' ')
    if (nth % 40 === 0 && text !== '')
      wordings.add({ id: idOf(WORDING, nth), pointId, kind: 'accepted', text, attemptId: id, learnedAt: startedAt })
  }
}

/** Every answer was rated, mostly well. */
function writeReviews(db: Db, roll: Dice): void {
  const store = createCardStore(db)
  const prompts = Map.groupBy(
    createAttemptStore(db).list().toReversed(),
    ({ storyId, questionId }) => `${storyId} ${questionId}`,
  )
  let nth = 0
  for (const answers of prompts.values()) {
    const { storyId, questionId } = answers[0]!
    const card = store.of({ storyId, questionId }, idOf(CARD, nth))
    let before: Review | null = null
    const reviews = answers.map(({ id, startedAt }) => {
      const rating = RATINGS[roll(10) === 0 ? 0 : 1 + roll(3)]!
      const days = before ? Math.round((startedAt - before.reviewedAt) / DAY_MS) : 0
      const review: Review = {
        id: idOf(REVIEW, nth++),
        attemptId: id,
        rating,
        proposed: rating,
        before: before?.after ?? null,
        after: remembered(before?.after ?? null, rating, days),
        reviewedAt: startedAt,
      }
      before = review
      return review
    })
    store.rewrite(card, [], reviews)
  }
}
