import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { readinessOf } from '#domain/coverage/score'
import { createAttemptStore, createOverrideStore } from '../../db/attempts.ts'
import { createBankStore } from '../../db/banks.ts'
import { migrate } from '../../db/migrate.ts'
import { sql } from '../../db/migrations/0005-scores.ts'
import { migrations } from '../../db/migrations/index.ts'
import { type Db, openInMemory } from '../../db/open.ts'
import { createScoreStore } from '../../db/scores.ts'
import { createStoryStore } from '../../db/stories.ts'
import { createTranscriptStore } from '../../db/transcripts.ts'
import { createWordingStore } from '../../db/wordings.ts'
import { bank, point, story } from './database.ts'

const SCORE = { covered: 1, partial: 0, missed: 1, total: 2, wrongFacts: 0 }
const ASSESSED = {
  score: SCORE,
  statuses: { p1: 'covered', p2: 'missed' },
  habits: { wordsPerMinute: 120, fillersPerMinute: 1.5, pauseShare: 0.2 },
} as const
const FACTS = [{ kind: 'number' as const, text: '2' }]
const POINTS = [point('p1', 'One'), point('p2', 'All 2', { facts: FACTS })]
const DRAFTS = POINTS.map(({ id, part, text, weight, facts }) => ({ id, part, text, weight, facts }))
const heard = (text: string) => ({
  heard: { words: [{ text, startMs: 0, endMs: 5, probability: 1 }], segmentStarts: [0] },
  corrected: null,
  modelName: 'micro',
})
const wording = { id: 'w1', pointId: 'p1', kind: 'accepted' as const, text: 'words', attemptId: 'a1', learnedAt: 1 }

let db: Db
let scores: ReturnType<typeof createScoreStore>
const addAttempt = (id: string, storyId: string, startedAt: number) =>
  createAttemptStore(db).add({ id, storyId, questionId: null, cueLevel: 'full', focus: null, startedAt })
const transcripts = () => createTranscriptStore(db)
const current = () =>
  [...scores.ofStory('s1'), ...scores.ofStory('s2')].filter(([, known]) => known.isCurrent).map(([id]) => id)

beforeEach(() => {
  db = openInMemory()
  createBankStore(db).save(bank({ stories: [story('s1', { points: POINTS }), story('s2')] }))
  addAttempt('a1', 's1', 10)
  addAttempt('a2', 's1', 20)
  addAttempt('b1', 's2', 30)
  for (const id of ['a1', 'a2', 'b1']) transcripts().save(id, heard('hello'), 1)
  createOverrideStore(db).set('a2', 'p2', 'missed', 1)
  createWordingStore(db).add({ ...wording, id: 'w0', text: 'old words' })
  scores = createScoreStore(db, 'matcher')
  scores.save(new Map(['a1', 'a2', 'b1'].map((id) => [id, ASSESSED] as const)))
})

describe('scores', () => {
  it('are given back as they were kept, also when there was nothing to judge', () => {
    scores.save(new Map([['b1', { score: null, statuses: {}, habits: null }]]))
    expect(scores.newest()).toEqual(
      new Map([
        ['s1', { attemptId: 'a2', score: SCORE, isCurrent: true }],
        ['s2', { attemptId: 'b1', score: null, isCurrent: true }],
      ]),
    )
    expect([...scores.ofStory('s1').keys()]).toEqual(['a2', 'a1'])
  })

  it('of another matcher are known, but not current', () => {
    expect(createScoreStore(db, 'better').newest().get('s1')).toEqual({
      attemptId: 'a2',
      score: SCORE,
      isCurrent: false,
    })
  })

  it('belong to attempts that can have one: with a transcript or a verdict by hand, and not put aside', () => {
    addAttempt('a3', 's1', 40)
    expect(scores.newest().get('s1')?.attemptId).toBe('a2')
    createOverrideStore(db).set('a3', 'p1', 'covered', 1)
    expect(scores.newest().get('s1')).toEqual({ attemptId: 'a3', score: null, isCurrent: false })
    createAttemptStore(db).setRemoved('a3', 50)
    expect(scores.newest().get('s1')?.attemptId).toBe('a2')
    createBankStore(db).setRemoved('bank', 60)
    expect(scores.newest()).toEqual(new Map())
  })

  it('go with their attempt, also when it went while it was judged', () => {
    createAttemptStore(db).delete('a2')
    scores.save(new Map([['a2', ASSESSED]]))
    expect(db.prepare('SELECT attempt_id FROM scores').pluck().all()).toEqual(['a1', 'b1'])
  })
})

describe('what charts follow', () => {
  it('is kept beside the score: every recorded answer, oldest first', () => {
    const finish = (id: string) =>
      createAttemptStore(db).finish(id, {
        durationMs: 60_000,
        recovered: false,
        envelope: { frameMs: 20, peaks: new Uint8Array() },
      })
    for (const id of ['a1', 'a2', 'b1']) finish(id)
    addAttempt('growing', 's1', 99)
    db.prepare("UPDATE attempts SET focus = '[]' WHERE id = 'b1'").run()
    scores.save(new Map([['b1', ASSESSED]]))
    const habits = { durationMs: 60_000, wordsPerMinute: 120, fillersPerMinute: 1.5, pauseShare: 0.2 }
    const readiness = readinessOf(SCORE)
    expect(scores.answers(null)).toEqual([
      { attemptId: 'a1', storyId: 's1', startedAt: 10, readiness, ...habits },
      { attemptId: 'a2', storyId: 's1', startedAt: 20, readiness, ...habits },
      { attemptId: 'b1', storyId: 's2', startedAt: 30, readiness: null, ...habits },
    ])
    expect(scores.answers('another bank')).toEqual([])
  })

  it('knows what became of the points in the newest answers of each story', () => {
    expect(scores.verdicts('bank', 1)).toEqual([
      { storyId: 's1', statuses: ASSESSED.statuses },
      { storyId: 's2', statuses: ASSESSED.statuses },
    ])
    expect(scores.verdicts(null, 5)).toHaveLength(3)
  })

  it('names what must be judged anew, the newest first', () => {
    expect(scores.outdated()).toEqual([])
    expect(createScoreStore(db, 'better').outdated()).toEqual(['b1', 'a2', 'a1'])
  })
})

describe('a score is outdated', () => {
  const savePoints = (points: Parameters<ReturnType<typeof createStoryStore>['savePoints']>[1]) =>
    createStoryStore(db).savePoints('s1', points, 9)
  const edited = (patch: object) => [DRAFTS[0]!, { ...DRAFTS[1]!, ...patch }]

  it.each<[string, () => unknown, string[]]>([
    ['a point is reworded', () => savePoints(edited({ text: 'All two' })), ['b1']],
    ['a point moves to another part', () => savePoints(edited({ part: 'result' })), ['b1']],
    ['a point becomes optional', () => savePoints(edited({ weight: 'optional' })), ['b1']],
    ['a fact is added', () => savePoints(edited({ facts: [...FACTS, { kind: 'name', text: 'All' }] })), ['b1']],
    ['a fact is taken away', () => savePoints(edited({ facts: [] })), ['b1']],
    ['points change places', () => savePoints(DRAFTS.toReversed()), ['b1']],
    ['a point is put aside', () => savePoints(DRAFTS.slice(1)), ['b1']],
    ['a point is added', () => savePoints([...DRAFTS, { ...DRAFTS[0]!, id: 'p3', facts: [] }]), ['b1']],
    ['words are learned', () => createWordingStore(db).add(wording), ['b1']],
    ['learned words are forgotten', () => createWordingStore(db).setRemoved('w0', 5), ['b1']],
    ['it is transcribed again', () => transcripts().save('a1', heard('hullo'), 2), ['a2', 'b1']],
    ['its transcript is corrected', () => transcripts().setCorrected('a1', heard('hi').heard), ['a2', 'b1']],
    ['a point is judged by hand', () => createOverrideStore(db).set('a1', 'p1', 'partial', 2), ['a2', 'b1']],
    ['a verdict by hand changes', () => createOverrideStore(db).set('a2', 'p2', 'covered', 2), ['a1', 'b1']],
    ['a verdict by hand is taken back', () => createOverrideStore(db).set('a2', 'p2', null, 2), ['a1', 'b1']],
    ['somebody says so', () => scores.outdate('b1'), ['a2', 'a1']],
  ])('when %s', (_what, change, stillCurrent) => {
    change()
    expect(current()).toEqual(stillCurrent)
  })

  it.each<[string, () => unknown]>([
    ['a story is renamed', () => createStoryStore(db).rename('s1', 'Another name')],
    ['what was forgotten before is deleted for good', () => createWordingStore(db).purgeRemoved()],
    [
      'an attempt is put aside and restored',
      () => {
        createAttemptStore(db).setRemoved('a1', 7)
        createAttemptStore(db).setRemoved('a1', null)
      },
    ],
  ])('not when %s', (_what, change) => {
    change()
    expect(current()).toEqual(['a2', 'a1', 'b1'])
  })
})

describe('the migration', () => {
  it('keeps attempts and begins without scores, in a STRICT table with an index for its parent', () => {
    const before = new Database(':memory:')
    before.pragma('foreign_keys = ON')
    const version = migrations.indexOf(sql)
    migrate(before, version)
    before.exec(`
      INSERT INTO banks (id, title, file_name, source, imported_at) VALUES ('b', 'Bank', 'bank.md', x'23', 1);
      INSERT INTO stories (id, bank_id, position, kind, title, source_title, notes) VALUES ('s', 'b', 0, 'story', 'T', 'T', '[]');
      INSERT INTO attempts (id, story_id, cue_level, status, started_at) VALUES ('a', 's', 'full', 'recorded', 1);
    `)
    migrate(before, version + 1)
    expect(before.prepare('SELECT (SELECT count(*) FROM attempts), (SELECT count(*) FROM scores)').raw().get()).toEqual(
      [1, 0],
    )
    const tables = before.pragma('table_list') as { name: string; strict: number }[]
    expect(tables.find(({ name }) => name === 'scores')?.strict).toBe(1)
    expect(() => before.exec("INSERT INTO scores VALUES ('nobody', 'm', '{}')")).toThrow(/FOREIGN KEY/)
    expect(() => before.exec("INSERT INTO scores VALUES ('a', 'm', 'no json')")).toThrow(/CHECK/)
  })
})

it('story overviews say of stories what lists show', () => {
  createAttemptStore(db).setRemoved('a2', 99)
  const [first, second] = createStoryStore(db).overviews()
  expect(first).toEqual({
    id: 's1',
    bankId: 'bank',
    kind: 'story',
    title: 'Story s1',
    sectionId: 'sec',
    questionIds: ['q1'],
    pointCount: 2,
    attemptCount: 1,
    lastPractisedAt: 10,
  })
  expect([second!.id, second!.lastPractisedAt]).toEqual(['s2', 30])
  expect(
    createStoryStore(db)
      .overviews()
      .map(({ id }) => id),
  ).toEqual(
    createStoryStore(db)
      .list()
      .map((row) => row.story.id),
  )
})
