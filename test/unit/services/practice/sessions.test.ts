import { beforeEach, describe, expect, it } from 'vitest'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { SessionSetup } from '#domain/practice/session'
import type { Story } from '#domain/story'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import type { AttemptRow } from '../../../../electron/services/ports/stores.ts'
import { createSessionPlans } from '../../../../electron/services/practice/session-plans.ts'
import { createSessions, type Sessions } from '../../../../electron/services/practice/sessions.ts'
import { ids, memoryAttempts, memoryStories, storyOf } from '../fakes.ts'
import { memorySessions } from '../practice-fakes.ts'

const story = (id: string, questionIds: string[], notes: string[] = []): Story => ({
  ...storyOf(id, { [`${id}1`]: 'One thing was done', [`${id}2`]: 'Then another' }),
  sectionId: 'own',
  questionIds,
  notes,
})
const STORIES = [
  story('s1', ['q1', 'q2'], ['Follow-ups: What was the hardest part? What would you change?']),
  story('s2', ['q2']),
]
const question = (id: string, sectionId: string | null) => ({ id, text: `Question ${id}?`, sectionId })
const OUTLINE = {
  sections: [
    { id: 'own', title: 'Ownership', definition: null },
    { id: 'bare', title: 'Nothing here', definition: null },
  ],
  questions: [question('q1', 'own'), question('q2', 'own'), question('q3', 'bare'), question('q4', null)],
  storyCount: 2,
}
const MOCK = {
  kind: 'mock' as const,
  bankIds: [],
  sectionIds: [],
  questionCount: 3,
  thinkingTimeMs: 0,
  answerTimeMs: 0,
  followUps: true,
}
const card = (storyId: string, questionId: string | null) => ({ storyId, questionId, prompt: `Prompt ${questionId}` })

let store: ReturnType<typeof memorySessions>
let attempts: ReturnType<typeof memoryAttempts>
let told: string[]
let looked: number[]
let clockMs: number
let due: ReturnType<typeof card>[]
let verdicts: Record<string, CoverageStatus>
let stories: Story[]
let questions: typeof OUTLINE.questions
let sessions: Sessions

function create() {
  const events = createEventHub()
  events.subscribe((name, payload) => told.push('sessionId' in payload ? `${name} ${payload.sessionId}` : name))
  const deps = {
    store: store.store,
    sessions: store.store,
    banks: {
      list: () => [{ id: 'b1', title: '', fileName: '', importedAt: 0, language: null }],
      outlineOf: () => ({ ...OUTLINE, questions }),
    },
    stories: memoryStories(...stories),
    attempts: attempts.store,
    reports: {
      points: (_attempt: AttemptRow, own: Story) =>
        own.points.map((point) => ({ point, judged: null, override: null, status: verdicts[point.id] ?? null })),
    },
    practice: { queue: () => due.map((each) => ({ ...each }) as never) },
    scores: { newest: () => new Map() },
    naming: { settled: async () => {}, answered: (_sessionId: string, position: number) => void looked.push(position) },
    random: () => 0.5,
    events,
    now: () => clockMs++,
    newId: ids('x'),
  }
  return createSessions({ ...deps, plans: createSessionPlans(deps) })
}

beforeEach(() => {
  store = memorySessions()
  attempts = memoryAttempts()
  told = []
  looked = []
  clockMs = 1000
  due = [card('s1', 'q1'), card('s2', 'q2')]
  verdicts = {}
  stories = STORIES
  questions = OUTLINE.questions
  sessions = create()
})

const start = (setup: SessionSetup) => sessions.start(setup).sessionId
function record(
  id: string,
  storyId: string,
  questionId: string | null = null,
  focus: string[] | null = null,
  startedAt = clockMs,
) {
  attempts.store.add({ id, storyId, questionId, cueLevel: 'off-book', focus, startedAt })
  const envelope = { frameMs: 20, peaks: new Uint8Array() }
  attempts.store.finish(id, { durationMs: 1000, recovered: false, envelope })
}
/** Opens the next prompt and answers it; the app or the user names the story. */
async function answerNext(sessionId: string, attemptId: string, named?: { storyId: string; by: 'app' | 'user' }) {
  const session = await sessions.next(sessionId)
  const item = session.items.at(-1)!
  record(attemptId, item.storyId!, item.questionId, item.focus)
  sessions.answer(sessionId, item.position, attemptId)
  const row = store.store.items(sessionId)[item.position]!
  if (named) store.store.saveItem(sessionId, { ...row, storyId: named.storyId, storyBy: named.by })
  return item
}

describe('a session of what is due', () => {
  it('asks one prompt after another, as they stood at the start, and ends with the last', async () => {
    const sessionId = start({ kind: 'due' })
    due = []
    expect(sessions.get(sessionId)).toMatchObject({ count: 2, items: [], endedAt: null })
    const first = await sessions.next(sessionId)
    expect(first.items).toEqual([
      {
        position: 0,
        prompt: 'Prompt q1',
        section: 'Ownership',
        storyId: 's1',
        storyTitle: 'Story s1',
        questionId: 'q1',
        focus: null,
        followUp: false,
        state: 'open',
        storyBy: 'plan',
        attemptId: null,
      },
    ])
    expect((await sessions.next(sessionId)).items).toEqual(first.items)
    record('a1', 's1', 'q1')
    sessions.answer(sessionId, 0, 'a1')
    await sessions.next(sessionId)
    sessions.skip(sessionId, 1)
    const over = await sessions.next(sessionId)
    expect(over.items.map(({ state, attemptId }) => [state, attemptId])).toEqual([
      ['answered', 'a1'],
      ['skipped', null],
    ])
    expect(over.endedAt).not.toBeNull()
    expect(sessions.list()).toEqual([
      { id: sessionId, setup: { kind: 'due' }, startedAt: 1000, endedAt: over.endedAt, count: 2, answered: 1 },
    ])
    expect(await sessions.next(sessionId)).toEqual(over)
    expect(told).toEqual([
      'practice.changed',
      ...['next', 'answer', 'next', 'skip', 'end'].map(() => `session.changed ${sessionId}`),
      'practice.changed',
    ])
  })

  it('leaves out stories that went meanwhile, and asks none twice for it', async () => {
    due = [card('s1', 'q1'), card('s2', 'q2'), card('s1', 'q2')]
    const sessionId = start({ kind: 'due' })
    stories = [STORIES[1]!]
    sessions = create()
    expect(sessions.get(sessionId).count).toBe(1)
    await answerNext(sessionId, 'a1')
    expect((await sessions.next(sessionId)).endedAt).not.toBeNull()
  })

  it('leaves out questions that went meanwhile, and asks nothing again whose question went after it', async () => {
    due = [card('s1', 'q1'), card('s2', 'q2'), card('s2', 'q4')]
    const sessionId = start({ kind: 'due' })
    const item = (await sessions.next(sessionId)).items[0]!
    questions = OUTLINE.questions.filter(({ id }) => id === 'q4')
    store.store.saveItem(sessionId, { ...item, questionId: null, openedAt: 0 })
    sessions.skip(sessionId, 0)
    const { items, count } = await sessions.next(sessionId)
    expect([items.map(({ questionId }) => questionId), count]).toEqual([[null, 'q4'], 2])
  })

  it('passes over an open prompt whose story went', async () => {
    const sessionId = start({ kind: 'due' })
    await sessions.next(sessionId)
    stories = [STORIES[1]!]
    sessions = create()
    expect((await sessions.next(sessionId)).items.map(({ storyId, state }) => [storyId, state])).toEqual([
      ['s1', 'skipped'],
      ['s2', 'open'],
    ])
    const row = store.store.items(sessionId)[1]!
    store.store.saveItem(sessionId, { ...row, storyId: null })
    stories = []
    sessions = create()
    expect((await sessions.next(sessionId)).endedAt).not.toBeNull()
  })

  it('goes on with another start of the app', async () => {
    const sessionId = start({ kind: 'due' })
    await answerNext(sessionId, 'a1')
    sessions = create()
    expect((await sessions.next(sessionId)).items.map(({ storyId, state }) => [storyId, state])).toEqual([
      ['s1', 'answered'],
      ['s2', 'open'],
    ])
  })

  it('is refused when nothing is due', () => {
    due = []
    expect(() => start({ kind: 'due' })).toThrow(expect.objectContaining({ code: 'nothing-to-practise' }))
    expect(sessions.list()).toEqual([])
  })
})

describe('a session that takes the place of another', () => {
  const drill = (storyId: string): SessionSetup => ({ kind: 'drill', storyId, focus: 'weak' })
  const openIds = () =>
    sessions
      .list()
      .filter(({ endedAt }) => endedAt === null)
      .map(({ id }) => id)

  it('ends that of its kind, with the answers that it has', async () => {
    const first = start({ kind: 'due' })
    const drilled = start(drill('s1'))
    await answerNext(first, 'a1')
    const second = start({ kind: 'due' })
    expect(openIds()).toEqual([second, drilled])
    expect(sessions.get(first).items).toMatchObject([{ state: 'answered', attemptId: 'a1' }])
    const other = start(drill('s2'))
    expect(openIds()).toEqual([other, second])
  })

  it('first gives it the answer that nobody named', async () => {
    const first = start({ kind: 'due' })
    await sessions.next(first)
    record('a1', 's1', 'q1')
    start({ kind: 'due' })
    expect(sessions.get(first).items[0]).toMatchObject({ state: 'answered', attemptId: 'a1' })
  })

  it('ends an interview only where nothing was answered', async () => {
    const empty = start(MOCK)
    await sessions.next(empty)
    const begun = start(MOCK)
    expect(openIds()).toEqual([begun])
    await answerNext(begun, 'a1')
    expect(openIds()).toEqual([begun])
    start(MOCK)
    expect(openIds()).toHaveLength(2)
  })

  it('ends nothing when there is nothing to practise', () => {
    const first = start({ kind: 'due' })
    due = []
    expect(() => start({ kind: 'due' })).toThrow()
    expect(openIds()).toEqual([first])
  })
})

describe('a drill', () => {
  const drill = (focus: 'weak' | 'opening' | 'result') => start({ kind: 'drill', storyId: 's1', focus })

  it('asks for the points that were missed, one at a time', async () => {
    verdicts = { s11: 'covered', s12: 'missed' }
    record('a', 's1')
    const sessionId = drill('weak')
    const { items, count } = await sessions.next(sessionId)
    expect([count, items[0]!.focus, items[0]!.questionId]).toEqual([1, ['s12'], null])
    expect(items[0]!.prompt).toContain('One thing was done')
  })

  it('has all points of a story that was never told, and none of one that was told whole', () => {
    expect(sessions.get(drill('weak')).count).toBe(2)
    verdicts = { s11: 'covered', s12: 'covered' }
    record('a', 's1')
    expect(() => drill('weak')).toThrow(expect.objectContaining({ code: 'nothing-to-practise' }))
    expect(() => drill('result')).toThrow(expect.objectContaining({ code: 'nothing-to-practise' }))
    expect(sessions.get(drill('opening')).count).toBe(1)
  })

  it('of a story that is not there is refused', () => {
    expect(() => start({ kind: 'drill', storyId: 'nobody', focus: 'weak' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
  })
})

describe('a mock interview', () => {
  it('asks each question once, also those without a story, and says how many there will be', async () => {
    const sessionId = start({ ...MOCK, questionCount: 9, followUps: false })
    expect(sessions.get(sessionId).count).toBe(4)
    for (let i = 0; i < 4; i++) await answerNext(sessionId, `a${i}`)
    const { items, endedAt } = await sessions.next(sessionId)
    expect(items.map(({ questionId }) => questionId).toSorted()).toEqual(['q1', 'q2', 'q3', 'q4'])
    expect(items.find(({ questionId }) => questionId === 'q3')?.section).toBe('Nothing here')
    expect(items.every(({ prompt, questionId }) => prompt === `Question ${questionId}?`)).toBe(true)
    expect(endedAt).not.toBeNull()
  })

  it('asks of the chosen banks and sections only', async () => {
    const sessionId = start({ ...MOCK, sectionIds: ['bare'] })
    expect((await sessions.next(sessionId)).items.map(({ questionId }) => questionId)).toEqual(['q3'])
    for (const setup of [
      { ...MOCK, bankIds: ['gone'] },
      { ...MOCK, sectionIds: ['gone'] },
    ])
      expect(() => start(setup)).toThrow(expect.objectContaining({ code: 'nothing-to-practise' }))
  })

  it('asks two follow-up questions of the story that was told, and goes on', async () => {
    const sessionId = start(MOCK)
    await answerNext(sessionId, 'a0', { storyId: 's1', by: 'app' })
    const followUps = [await answerNext(sessionId, 'a1'), await answerNext(sessionId, 'a2')]
    expect(followUps).toMatchObject([
      { prompt: 'What was the hardest part?', followUp: true, focus: [], questionId: null, storyId: 's1' },
      { prompt: 'What would you change?', followUp: true, focus: [] },
    ])
    const session = await sessions.next(sessionId)
    expect([session.items.at(-1)!.followUp, session.count]).toEqual([false, 3])
    expect(sessions.list()[0]!.answered).toBe(1)
  })

  it.each<[string, Partial<typeof MOCK>, { storyId: string; by: 'app' | 'user' } | undefined]>([
    ['while nobody knows which story was told', {}, undefined],
    ['of a story without any', {}, { storyId: 's2', by: 'user' }],
    ['unless they are wanted', { followUps: false }, { storyId: 's1', by: 'user' }],
  ])('asks no follow-up question %s', async (_when, over, named) => {
    const sessionId = start({ ...MOCK, ...over })
    await answerNext(sessionId, 'a0', named)
    expect((await sessions.next(sessionId)).items.at(-1)!.followUp).toBe(false)
  })

  it('asks none after a question that was skipped', async () => {
    const sessionId = start(MOCK)
    await sessions.next(sessionId)
    sessions.skip(sessionId, 0)
    expect((await sessions.next(sessionId)).items.at(-1)!.followUp).toBe(false)
  })

  it('ends when the user says so, with what was asked', async () => {
    const sessionId = start(MOCK)
    await answerNext(sessionId, 'a0')
    sessions.end(sessionId)
    sessions.end(sessionId)
    expect(sessions.get(sessionId)).toMatchObject({ count: 1, endedAt: expect.any(Number) })
  })

  it('has every answer looked at for its story', async () => {
    const sessionId = start(MOCK)
    await answerNext(sessionId, 'a0')
    expect(looked).toEqual([0])
  })
})

describe('an answer that the app was killed in', () => {
  const begun = async () => {
    const sessionId = start({ kind: 'due' })
    await sessions.next(sessionId)
    return sessionId
  }

  it.each<[string, () => void, string | null]>([
    ['is found', () => record('a', 's1', 'q1'), 'a'],
    ['is none of before the prompt was opened', () => record('a', 's1', 'q1', null, 0), null],
    ['is none of another story', () => record('a', 's2', 'q1'), null],
    ['is none of another question', () => record('a', 's1', 'q2'), null],
    ['is none of some points', () => record('a', 's1', 'q1', ['s11']), null],
  ])('%s', async (_what, make, attemptId) => {
    const sessionId = await begun()
    make()
    sessions.adopt()
    expect(sessions.get(sessionId).items[0]).toMatchObject({ attemptId, state: attemptId ? 'answered' : 'open' })
  })

  it('is found when the page was closed too, and the session goes on', async () => {
    const sessionId = await begun()
    record('a', 's1', 'q1')
    const { items } = await sessions.next(sessionId)
    expect(items.map(({ attemptId, state }) => [attemptId, state])).toEqual([
      ['a', 'answered'],
      [null, 'open'],
    ])
  })

  it('is none that is still being recorded', async () => {
    const sessionId = await begun()
    attempts.store.add({ id: 'a', storyId: 's1', questionId: 'q1', cueLevel: 'full', focus: null, startedAt: clockMs })
    expect((await sessions.next(sessionId)).items).toHaveLength(1)
  })

  it('is not taken from another session', async () => {
    const first = await begun()
    record('a', 's1', 'q1')
    sessions.answer(first, 0, 'a')
    const second = await begun()
    clockMs = 1
    sessions.adopt()
    expect(sessions.get(second).items[0]!.attemptId).toBeNull()
  })

  it('is refused where there is nothing to answer', async () => {
    const sessionId = await begun()
    expect(() => sessions.answer(sessionId, 0, 'nobody')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => sessions.skip(sessionId, 7)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => sessions.get('nobody')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})
