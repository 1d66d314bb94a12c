import { beforeEach, describe, expect, it } from 'vitest'
import { searchTerms } from '#domain/search/terms'
import { createAttemptStore } from '../../db/attempts.ts'
import { createBankStore } from '../../db/banks.ts'
import { type Db, openInMemory } from '../../db/open.ts'
import { createSearchStore } from '../../db/search.ts'
import { createStoryStore } from '../../db/stories.ts'
import { createTranscriptStore } from '../../db/transcripts.ts'
import { bank, point, story } from './database.ts'

const said = (text: string) => ({
  words: text.split(' ').map((word, i) => ({ text: word, startMs: 500 * i, endMs: 500 * i + 400, probability: 1 })),
  segmentStarts: [0],
})

describe('the full-text index', () => {
  let db: Db
  const found = (...terms: string[]) =>
    createSearchStore(db)
      .written(terms, 50)
      .map(({ kind, ref }) => `${kind} ${ref}`)
  const heard = (...terms: string[]) =>
    createSearchStore(db)
      .spoken(terms, 50)
      .map(({ attemptId }) => attemptId)

  beforeEach(() => {
    db = openInMemory()
    createBankStore(db).save(
      bank({ stories: [story('s1', { points: [point('p1', 'We saved the Bäckerei 30 %')] }), story('s2')] }),
    )
    const attempts = createAttemptStore(db)
    for (const id of ['a1', 'a2']) {
      attempts.add({
        id,
        storyId: 's1',
        questionId: null,
        cueLevel: 'full',
        focus: null,
        startedAt: id === 'a1' ? 1 : 2,
      })
      const heard = said(id === 'a1' ? 'we saved the bakery' : 'nobody saved anything')
      createTranscriptStore(db).save(id, { heard, corrected: null, modelName: 'micro' }, 1)
    }
  })

  it('finds what stands in banks: titles, definitions, questions, notes and points', () => {
    expect(found('my')).toEqual(['bank bank'])
    expect(found('sees', 'thro')).toEqual(['section sec'])
    expect(found('tell')).toEqual(['question q1'])
    expect(found('hook').toSorted()).toEqual(['story-note s1', 'story-note s2'])
    expect(found('backerei')).toEqual(['point p1'])
    expect(found('saved', 'nothing')).toEqual([])
  })

  it('finds what was said, the newest first', () => {
    expect(heard('saved')).toEqual(['a2', 'a1'])
    expect(heard('bak')).toEqual(['a1'])
  })

  it('follows every change', () => {
    createStoryStore(db).rename('s1', 'The night shift')
    expect(found('night')).toEqual(['story s1'])
    createTranscriptStore(db).setCorrected('a1', said('the ovens stood still'))
    expect(heard('bakery')).toEqual([])
    expect(heard('ovens')).toEqual(['a1'])
    createTranscriptStore(db).setCorrected('a1', null)
    expect(heard('bakery')).toEqual(['a1'])
    db.prepare("UPDATE attempts SET note = 'slower next time' WHERE id = 'a1'").run()
    expect(found('slower')).toEqual(['attempt-note a1'])
    db.prepare("UPDATE attempts SET note = '' WHERE id = 'a1'").run()
    expect(found('slower')).toEqual([])
  })

  it('leaves out what was put aside, and forgets what was deleted', () => {
    createAttemptStore(db).setRemoved('a1', 9)
    expect(heard('bakery')).toEqual([])
    createAttemptStore(db).delete('a1')
    createBankStore(db).setRemoved('bank', 9)
    expect([...found('my'), ...found('backerei'), ...heard('saved')]).toEqual([])
    createAttemptStore(db).purge([{ kind: 'bank', id: 'bank', at: 9 }])
    expect(db.prepare('SELECT count(*) AS n FROM written').get()).toEqual({ n: 0 })
    expect(db.prepare('SELECT count(*) AS n FROM spoken').get()).toEqual({ n: 0 })
    db.exec("INSERT INTO written_index (written_index, rank) VALUES ('integrity-check', 1)")
    db.exec("INSERT INTO spoken_index (spoken_index, rank) VALUES ('integrity-check', 1)")
  })

  it.each([
    ['我们节省了时间', '节省'],
    ['データの移行', 'データ'],
    ['ข้อมูลหายไป', 'หาย'],
    ['한국어로 말하기', '말'],
    ['हिन्दी में बात', 'हिन्'],
    ['سهرنا الليل كله', 'الل'],
    ['Ночная смена', 'СМЕ'],
    ['Le déjà-vu du café', 'DEJA cafe'],
    ["Don't “quote” me: 100%_", 'don t quote 100'],
    ['Near and not or and', 'NEAR NOT OR AND'],
  ])('finds %s by %s', (title, query) => {
    createStoryStore(db).rename('s2', title)
    expect(found(...searchTerms(query))).toEqual(['story s2'])
  })
})
