import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Memory, remembered } from '#domain/schedule/memory'
import { createAttemptStore } from '../../db/attempts.ts'
import { createBankStore } from '../../db/banks.ts'
import { createCardStore } from '../../db/cards.ts'
import { migrate } from '../../db/migrate.ts'
import { sql } from '../../db/migrations/0006-practice.ts'
import { migrations } from '../../db/migrations/index.ts'
import { type Db, openInMemory } from '../../db/open.ts'
import { createScoreStore } from '../../db/scores.ts'
import { createSessionStore } from '../../db/sessions.ts'
import { createStoryStore } from '../../db/stories.ts'
import { createTranscriptStore } from '../../db/transcripts.ts'
import type { ItemRow, Review } from '../../electron/services/ports/practice.ts'
import { bank, story } from './database.ts'

const SCORE = { covered: 1, partial: 0, missed: 1, total: 2, wrongFacts: 0 }
const FIRST: Memory = remembered(null, 'good', 0)
const SECOND: Memory = remembered(FIRST, 'easy', 3)
const PROMPT = { storyId: 's1', questionId: 'q1' }

let db: Db
const addAttempt = (id: string, storyId = 's1', focus: string[] | null = null, startedAt = 1) => {
  createAttemptStore(db).add({ id, storyId, questionId: 'q1', cueLevel: 'full', focus, startedAt })
  const heard = { words: [], segmentStarts: [] }
  createTranscriptStore(db).save(id, { heard, corrected: null, modelName: 'micro' }, 1)
}
beforeEach(() => {
  db = openInMemory()
  createBankStore(db).save(bank({ stories: [story('s1'), story('s2', { questionIds: [] })] }))
  addAttempt('a1')
  addAttempt('a2')
})

const review = (id: string, over: Partial<Review> = {}): Review => ({
  id,
  attemptId: null,
  rating: 'good',
  proposed: 'hard',
  before: null,
  after: FIRST,
  reviewedAt: 10,
  ...over,
})

describe('cards', () => {
  const cards = () => createCardStore(db)

  it('are one for each prompt, whoever asks for it first', () => {
    const card = cards().of(PROMPT, 'c1')
    expect(card).toEqual({
      ...PROMPT,
      id: 'c1',
      memory: null,
      lastReviewAt: null,
      postponedUntil: null,
      isSuspended: false,
    })
    expect(cards().of(PROMPT, 'c2')).toEqual(card)
    const untitled = cards().of({ storyId: 's2', questionId: null }, 'c3')
    expect(cards().of({ storyId: 's2', questionId: null }, 'c4')).toEqual(untitled)
    expect(
      cards()
        .all()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['c1', 'c3'])
    expect([cards().find(PROMPT)?.id, cards().find({ storyId: 's1', questionId: null })]).toEqual(['c1', null])
  })

  it('are postponed and suspended, and that is taken back', () => {
    const { id } = cards().of(PROMPT, 'c1')
    cards().setPostponed(id, 99)
    cards().setSuspended(id, 5)
    expect(cards().find(PROMPT)).toMatchObject({ postponedUntil: 99, isSuspended: true })
    cards().setPostponed(id, null)
    cards().setSuspended(id, null)
    expect(cards().find(PROMPT)).toMatchObject({ postponedUntil: null, isSuspended: false })
  })

  it('remember what the last review left, and keep all reviews with before and after', () => {
    const card = cards().of(PROMPT, 'c1')
    const second = review('r2', {
      attemptId: 'a2',
      rating: 'easy',
      proposed: null,
      before: FIRST,
      after: SECOND,
      reviewedAt: 20,
    })
    cards().rewrite(card, [], [review('r1', { attemptId: 'a1' }), second])
    expect(cards().find(PROMPT)).toMatchObject({ memory: SECOND, lastReviewAt: 20 })
    expect(cards().reviews('c1')).toEqual([review('r1', { attemptId: 'a1' }), second])
    expect(cards().reviewOf('a2')).toEqual({ card: cards().find(PROMPT), review: second })
    cards().rewrite(card, ['r2'], [])
    expect(cards().find(PROMPT)).toMatchObject({ memory: FIRST, lastReviewAt: 10 })
    cards().rewrite(card, ['r1'], [])
    expect(cards().find(PROMPT)).toMatchObject({ memory: null, lastReviewAt: null })
    expect([cards().reviewOf('a1'), cards().review('r1')]).toEqual([null, null])
  })

  it('whose memory does not fit are new', () => {
    cards().of(PROMPT, 'c1')
    db.exec(`UPDATE cards SET memory = '{"stability":-1}'`)
    expect(cards().find(PROMPT)?.memory).toBeNull()
  })

  it('go with their question; their reviews stay for good', () => {
    const card = cards().of(PROMPT, 'c1')
    cards().rewrite(card, [], [review('r1', { attemptId: 'a1' })])
    createBankStore(db).save(bank({ questions: [], stories: [story('s1', { questionIds: [] })] }))
    expect(cards().all()).toEqual([])
    createAttemptStore(db).delete('a1')
    const kept = db.prepare('SELECT card_id, story_id, attempt_id, rating FROM reviews').get()
    expect(kept).toEqual({ card_id: null, story_id: 's1', attempt_id: null, rating: 'good' })
  })
})

describe('sessions', () => {
  const sessions = () => createSessionStore(db)
  const setup = {
    kind: 'mock',
    bankIds: [],
    sectionIds: [],
    questionCount: 2,
    thinkingTimeMs: 0,
    answerTimeMs: 0,
    followUps: true,
  } as const
  const item = (position: number, over: Partial<ItemRow> = {}): ItemRow => ({
    position,
    prompt: `Question ${position}`,
    storyId: 's1',
    questionId: 'q1',
    focus: null,
    followUp: false,
    state: 'open',
    storyBy: 'plan',
    attemptId: null,
    openedAt: 100 + position,
    ...over,
  })
  const add = (id: string, startedAt: number) =>
    sessions().add({ id, setup: { ...setup, bankIds: [], sectionIds: [] }, plan: null, startedAt })

  it('are given back as they began, newest first, until they ended', () => {
    const plan = [{ ...PROMPT, prompt: 'Say it', focus: ['p1'] }]
    sessions().add({ id: 'x1', setup: { kind: 'due' }, plan, startedAt: 1 })
    add('x2', 2)
    expect(sessions().get('x1')).toEqual({ id: 'x1', setup: { kind: 'due' }, plan, startedAt: 1, endedAt: null })
    expect(
      sessions()
        .list()
        .map(({ id }) => id),
    ).toEqual(['x2', 'x1'])
    sessions().setEnded('x1', 9)
    expect([sessions().get('x1')?.endedAt, sessions().get('nobody')]).toEqual([9, null])
  })

  it('keep what was asked and what became of it', () => {
    add('x', 1)
    const followUp = item(1, { followUp: true, focus: [], questionId: null })
    sessions().addItems('x', [item(0), followUp])
    expect(sessions().items('x')).toEqual([item(0), followUp])
    const answered = item(0, { state: 'answered', attemptId: 'a1', storyId: 's2', storyBy: 'app' })
    sessions().saveItem('x', answered)
    expect(sessions().items('x')[0]).toEqual(answered)
    expect([sessions().placeOf('a1'), sessions().placeOf('a2')]).toEqual([{ sessionId: 'x', position: 0 }, null])
  })

  it('name the prompts that wait for an answer', () => {
    add('x', 1)
    add('over', 2)
    sessions().addItems('x', [item(0, { state: 'skipped' }), item(1)])
    sessions().addItems('over', [item(0)])
    sessions().setEnded('over', 3)
    expect(sessions().open()).toEqual([{ sessionId: 'x', item: item(1) }])
  })

  it('know when questions and follow-up questions were last asked', () => {
    add('x', 1)
    add('y', 2)
    sessions().addItems('x', [item(0), item(1, { questionId: null, followUp: true, prompt: 'Why?' })])
    sessions().addItems('y', [item(5), item(6, { questionId: null, followUp: true, prompt: 'Why?' })])
    sessions().add({ id: 'due', setup: { kind: 'due' }, plan: [], startedAt: 3 })
    sessions().addItems('due', [item(9)])
    expect(sessions().questionsAsked()).toEqual(new Map([['q1', 105]]))
    expect([sessions().followUpsAsked('s1'), sessions().followUpsAsked('s2')]).toEqual([
      new Map([['Why?', 106]]),
      new Map(),
    ])
  })

  it('outlive stories, questions and attempts', () => {
    add('x', 1)
    sessions().addItems('x', [item(0, { attemptId: 'a1', state: 'answered' })])
    createAttemptStore(db).delete('a1')
    createBankStore(db).setRemoved('bank', 5)
    createAttemptStore(db).purge([{ kind: 'bank', id: 'bank', at: 5 }])
    expect(sessions().items('x')).toEqual([item(0, { state: 'answered', storyId: null, questionId: null })])
  })
})

describe('attempts about some points', () => {
  it('keep their focus', () => {
    addAttempt('f', 's1', ['p1'])
    expect([createAttemptStore(db).get('f')?.focus, createAttemptStore(db).get('a1')?.focus]).toEqual([['p1'], null])
  })

  it('do not say how ready a story is, but are among its attempts', () => {
    addAttempt('f', 's1', ['p1'], 99)
    addAttempt('f2', 's2', [], 99)
    const scores = createScoreStore(db, 'matcher')
    expect([...scores.newest()].map(([storyId, { attemptId }]) => [storyId, attemptId])).toEqual([['s1', 'a2']])
    expect([...scores.ofStory('s1').keys()]).toEqual(['f', 'a2', 'a1'])
    const [overview] = createStoryStore(db).overviews()
    expect([overview?.attemptCount, overview?.lastPractisedAt]).toEqual([3, 99])
  })
})

it('an attempt moves to the story that was told, and is judged anew there', () => {
  const scores = createScoreStore(db, 'matcher')
  scores.save(new Map([['a1', { score: SCORE, statuses: {}, habits: null }]]))
  createAttemptStore(db).setStory('a1', 's2')
  expect(createAttemptStore(db).get('a1')?.storyId).toBe('s2')
  expect(scores.ofStory('s2').get('a1')?.isCurrent).toBe(false)
  expect(() => createAttemptStore(db).setStory('a1', 'nobody')).toThrow(expect.objectContaining({ code: 'not-found' }))
})

describe('the migration', () => {
  const raised = () => {
    const own = new Database(':memory:')
    own.pragma('foreign_keys = ON')
    migrate(own, migrations.indexOf(sql))
    own.exec(`
      INSERT INTO banks (id, title, file_name, source, imported_at) VALUES ('b', 'Bank', 'bank.md', x'23', 1);
      INSERT INTO stories (id, bank_id, position, kind, title, source_title, notes) VALUES ('s', 'b', 0, 'story', 'T', 'T', '[]');
      INSERT INTO attempts (id, story_id, cue_level, status, started_at) VALUES ('a', 's', 'full', 'recorded', 1);
    `)
    migrate(own, migrations.indexOf(sql) + 1)
    return own
  }

  it('keeps attempts as attempts at the whole story, and begins without cards and sessions', () => {
    const own = raised()
    expect(own.prepare('SELECT id, focus FROM attempts').all()).toEqual([{ id: 'a', focus: null }])
    const counts = ['cards', 'reviews', 'sessions', 'session_items'].map((table) =>
      own.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    )
    expect(counts).toEqual([0, 0, 0, 0])
  })

  it('makes STRICT tables with an index for every parent', () => {
    const own = raised()
    const tables = own.pragma('table_list') as { name: string; strict: number }[]
    for (const name of ['cards', 'reviews', 'sessions', 'session_items']) {
      expect(tables.find((table) => table.name === name)?.strict).toBe(1)
      const keys = own.pragma(`foreign_key_list(${name})`) as { from: string }[]
      const indexes = own.pragma(`index_list(${name})`) as { name: string }[]
      const first = indexes.map((index) => (own.pragma(`index_info(${index.name})`) as { name: string }[])[0]?.name)
      expect(first).toEqual(expect.arrayContaining(keys.map(({ from }) => from)))
    }
  })

  it('allows one card a prompt and known ratings only', () => {
    const own = raised()
    own.exec("INSERT INTO cards (id, story_id) VALUES ('c', 's')")
    expect(() => own.exec("INSERT INTO cards (id, story_id) VALUES ('d', 's')")).toThrow(/UNIQUE/)
    const insert = (rating: string) =>
      own.exec(
        `INSERT INTO reviews (id, card_id, rating, after, reviewed_at) VALUES ('${rating}', 'c', '${rating}', '{}', 1)`,
      )
    insert('good')
    expect(() => insert('splendid')).toThrow(/CHECK/)
  })
})
