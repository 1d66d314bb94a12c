import { beforeEach, describe, expect, it } from 'vitest'
import { createAttemptStore, createOverrideStore } from '../../db/attempts.ts'
import { createBankStore } from '../../db/banks.ts'
import { type Db, openInMemory } from '../../db/open.ts'
import { createSettingsStore } from '../../db/settings.ts'
import { createStoryStore } from '../../db/stories.ts'
import { createTranscriptStore } from '../../db/transcripts.ts'
import { bank, point, story } from './database.ts'

let db: Db
beforeEach(() => {
  db = openInMemory()
})

const attempt = (id: string, startedAt = 5) => ({
  id,
  storyId: 's1',
  questionId: 'q1',
  cueLevel: 'full' as const,
  focus: null,
  startedAt,
})

describe('banks', () => {
  it('gives back what was saved, the source to the byte', () => {
    const store = createBankStore(db)
    store.save(bank())
    const listed = { id: 'bank', title: 'My bank', fileName: 'bank.md', importedAt: 1000 }
    expect(store.list()).toEqual([{ ...listed, language: null }])
    store.setLanguage('bank', 'de')
    expect(store.list()).toEqual([{ ...listed, language: 'de' }])
    expect(Buffer.from(store.source('bank')!.source).toString()).toBe('# My bank\r\n')
    const content = store.contentOf('bank')
    const { sourceTitle: _t, ...saved } = bank().stories[0]!
    const { source: _, ...savedPoint } = saved.points[0]!
    expect(content.stories).toEqual([{ ...saved, points: [savedPoint] }])
    expect(content.sections).toEqual(bank().sections)
    expect(content.questions).toEqual(bank().questions)
    const { sections, questions } = content
    expect(store.outlineOf('bank')).toEqual({ sections, questions, storyCount: 1 })
  })

  it('keeps attempts and puts aside what a new version no longer has', () => {
    const store = createBankStore(db)
    const attempts = createAttemptStore(db)
    store.save(bank({ stories: [story('s1'), story('s2')] }))
    attempts.add(attempt('a1'))
    store.save(bank({ stories: [story('s1', { title: 'Renamed', questionIds: [] })], questions: [] }))
    expect(store.contentOf('bank').stories.map((s) => s.title)).toEqual(['Renamed'])
    expect(attempts.list('s1').map((a) => [a.id, a.questionId])).toEqual([['a1', null]])
    store.save(bank({ stories: [story('s1'), story('s2')] }))
    expect(store.contentOf('bank').stories.map((s) => s.id)).toEqual(['s1', 's2'])
  })

  it('hides a removed bank with its stories until it is restored', () => {
    const store = createBankStore(db)
    const stories = createStoryStore(db)
    store.save(bank())
    store.setRemoved('bank', 9)
    expect([store.list(), stories.list(), stories.get('s1')]).toEqual([[], [], null])
    store.setRemoved('bank', null)
    expect(stories.list()).toHaveLength(1)
  })
})

describe('stories', () => {
  it('saves points in order, keeps facts, and brings a removed point back with its verdicts', () => {
    createBankStore(db).save(bank({ stories: [story('s1', { points: [point('p1', 'One'), point('p2', 'Two')] })] }))
    createAttemptStore(db).add(attempt('a1'))
    createOverrideStore(db).set('a1', 'p1', 'covered', 1)
    const stories = createStoryStore(db)
    const edited = { id: 'p2', part: 'result' as const, text: 'Two, better', weight: 'key' as const, facts: [] }
    stories.savePoints('s1', [edited], 9)
    expect(stories.get('s1')!.story.points).toEqual([{ ...edited, lines: { from: 3, to: 3 } }])
    expect(stories.known('bank')[0]!.points.map((p) => [p.id, p.text, p.source?.text, p.removed])).toEqual([
      ['p1', 'One', 'One', true],
      ['p2', 'Two, better', 'Two', false],
    ])
    stories.savePoints('s1', [{ ...edited, id: 'p1', text: 'One' }, edited], 10)
    expect(stories.get('s1')!.story.points.map((p) => p.id)).toEqual(['p1', 'p2'])
    expect(createOverrideStore(db).of('a1')).toEqual(new Map([['p1', 'covered']]))
  })

  it('knows bank, section and questions around a story', () => {
    createBankStore(db).save(bank())
    expect(createStoryStore(db).surroundings('s1')).toEqual({
      bankTitle: 'My bank',
      bankLanguage: null,
      section: bank().sections[0],
      questions: bank().questions,
    })
  })
})

describe('attempts', () => {
  beforeEach(() => createBankStore(db).save(bank()))

  it('finishes with its envelope in one step', () => {
    const store = createAttemptStore(db)
    store.add(attempt('a1'))
    expect(store.unfinished().map((a) => a.id)).toEqual(['a1'])
    const envelope = { frameMs: 20, peaks: new Uint8Array([1, 2, 255]) }
    store.finish('a1', { durationMs: 60, recovered: true, envelope })
    expect(store.unfinished()).toEqual([])
    expect(store.get('a1')).toMatchObject({ status: 'recorded', recovered: true, durationMs: 60 })
    expect(new Uint8Array(store.envelope('a1')!.peaks)).toEqual(envelope.peaks)
  })

  it('lists the newest first and leaves out what is put aside', () => {
    const store = createAttemptStore(db)
    store.add(attempt('old', 1))
    store.add(attempt('new', 2))
    store.setRemoved('old', 3)
    expect(store.list().map((a) => a.id)).toEqual(['new'])
    expect(store.putAside()).toEqual([{ kind: 'attempt', id: 'old', at: 3 }])
    store.purge(store.putAside())
    expect([store.get('old'), store.get('new')?.id]).toEqual([null, 'new'])
  })

  it('deletes for good only what is still put aside since the same moment, and no row for its sound', () => {
    const store = createAttemptStore(db)
    for (const id of ['first', 'second', 'third']) store.add(attempt(id))
    store.setAllRemoved(['first', 'second'], 3)
    store.setAudioRemoved(['third'], 4)
    const aside = store.putAside()
    expect(aside).toEqual([
      { kind: 'attempt', id: 'first', at: 3 },
      { kind: 'attempt', id: 'second', at: 3 },
      { kind: 'audio', id: 'third', at: 4 },
    ])
    store.setRemoved('second', 5)
    store.purge(aside)
    expect(store.get('first')).toBeNull()
    expect(store.get('second')).not.toBeNull()
    store.setAllRemoved(['second'], null)
    expect(store.get('third')).toMatchObject({ audioRemovedAt: 4 })
    expect(store.list().map(({ id }) => id)).toEqual(['third', 'second'])
  })

  it('knows what cleaning up asks of an attempt', () => {
    const store = createAttemptStore(db)
    for (const [index, id] of ['growing', 'whole', 'gone'].entries()) store.add(attempt(id, index))
    store.finish('whole', { durationMs: 1, recovered: false, envelope: { frameMs: 20, peaks: new Uint8Array() } })
    store.setFavourite('whole', true)
    store.setNote('whole', 'calm')
    store.setRemoved('gone', 3)
    const common = { storyId: 's1', storyTitle: expect.any(String), isSilent: false, isWritten: false }
    expect(store.cleanable()).toEqual([
      { ...common, id: 'whole', startedAt: 1, favourite: true, isGrowing: false },
      { ...common, id: 'growing', startedAt: 0, favourite: false, isGrowing: true },
    ])
    expect(store.get('whole')).toMatchObject({ favourite: true, note: 'calm' })
  })

  it('purges a removed bank with its attempts', () => {
    const store = createAttemptStore(db)
    store.add(attempt('a1'))
    createBankStore(db).setRemoved('bank', 9)
    expect(store.putAside()).toEqual([{ kind: 'bank', id: 'bank', at: 9 }])
    expect(store.ofBank('bank')).toEqual(['a1'])
    store.purge(store.putAside())
    expect(store.get('a1')).toBeNull()
    expect(db.prepare('SELECT count(*) AS n FROM banks').get()).toEqual({ n: 0 })
  })

  it('keeps what was heard beside what was corrected', () => {
    const attempts = createAttemptStore(db)
    const transcripts = createTranscriptStore(db)
    attempts.add(attempt('a1'))
    const heard = { words: [{ text: 'hello', startMs: 0, endMs: 5, probability: 0.5 }], segmentStarts: [0] }
    const corrected = { ...heard, words: [{ ...heard.words[0]!, text: 'yellow' }] }
    transcripts.save('a1', { heard, corrected: null, modelName: 'micro' }, 1)
    transcripts.setCorrected('a1', corrected)
    expect(transcripts.get('a1')).toEqual({ heard, corrected, modelName: 'micro' })
    transcripts.save('a1', { heard: corrected, corrected: heard, modelName: 'small' }, 2)
    expect(transcripts.get('a1')).toEqual({ heard: corrected, corrected: heard, modelName: 'small' })
    transcripts.save('a1', { heard, corrected: null, modelName: 'micro' }, 3)
    expect(transcripts.get('a1')).toEqual({ heard, corrected: null, modelName: 'micro' })
    expect(transcripts.modelNames('s1')).toEqual(new Map([['a1', 'micro']]))
  })

  it('lets one damaged transcript be none instead of failing', () => {
    createAttemptStore(db).add(attempt('a1'))
    const transcripts = createTranscriptStore(db)
    const heard = { words: [{ text: 'hello', startMs: 0, endMs: 5, probability: 0.5 }], segmentStarts: [0] }
    transcripts.save('a1', { heard, corrected: null, modelName: 'micro' }, 1)
    db.exec(`UPDATE transcripts SET corrected = '{"words": 7}'`)
    expect(transcripts.get('a1')).toEqual({ heard, corrected: null, modelName: 'micro' })
    db.exec(`UPDATE transcripts SET heard = '[]'`)
    expect(transcripts.get('a1')).toBeNull()
  })

  it('says when a story, question or point is gone', () => {
    const store = createAttemptStore(db)
    const gone = expect.objectContaining({ code: 'not-found' })
    expect(() => store.add({ ...attempt('a1'), storyId: 'gone' })).toThrow(gone)
    expect(() => store.add({ ...attempt('a1'), questionId: 'gone' })).toThrow(gone)
    store.add(attempt('a1'))
    expect(() => createOverrideStore(db).set('a1', 'gone', 'covered', 1)).toThrow(gone)
  })

  it('takes an override back', () => {
    createAttemptStore(db).add(attempt('a1'))
    const overrides = createOverrideStore(db)
    overrides.set('a1', 's1-p1', 'missed', 1)
    overrides.set('a1', 's1-p1', 'covered', 2)
    expect(overrides.of('a1').get('s1-p1')).toBe('covered')
    overrides.set('a1', 's1-p1', null, 3)
    expect(overrides.of('a1').size).toBe(0)
  })
})

describe('settings', () => {
  it('keeps JSON values by key', () => {
    const store = createSettingsStore(db)
    store.set({ theme: 'dark', target: { minMs: 1, maxMs: 2 } })
    store.set({ theme: 'light' })
    expect(store.all()).toEqual({ theme: 'light', target: { minMs: 1, maxMs: 2 } })
  })
})
