import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import type { ItemRow } from '../../../../electron/services/ports/practice.ts'
import { createStoryNaming, type StoryNaming } from '../../../../electron/services/practice/story-naming.ts'
import { memoryAttempts, memoryStories, memoryTranscripts, storyOf, transcriptOf } from '../fakes.ts'
import { memorySessions } from '../practice-fakes.ts'

const STORIES = [
  storyOf('depot', { d1: 'The depot lost forty parcels every night', d2: 'I labelled every pallet by hand' }),
  storyOf('choir', {
    c1: 'Our choir could not afford its concert hall',
    c2: 'I convinced the mayor to lend us the chapel',
  }),
  storyOf('server', { s1: 'The billing server crashed each Monday', s2: 'I rewrote the nightly export job' }),
]
const CHOIR = 'Well our choir could not afford the concert hall so I convinced the mayor to lend us his chapel'
const MOCK = {
  kind: 'mock' as const,
  bankIds: [],
  sectionIds: [],
  questionCount: 3,
  thinkingTimeMs: 0,
  answerTimeMs: 0,
  followUps: false,
}

let sessions: ReturnType<typeof memorySessions>
let attempts: ReturnType<typeof memoryAttempts>
let transcripts: ReturnType<typeof memoryTranscripts>
let events: ReturnType<typeof createEventHub>
let told: string[]
let followed: string[]
let naming: StoryNaming

const item = (over: Partial<ItemRow> = {}): ItemRow => ({
  position: 0,
  prompt: 'Tell me about a time…',
  storyId: 'depot',
  questionId: null,
  focus: null,
  followUp: false,
  state: 'answered',
  storyBy: 'plan',
  attemptId: 'a',
  openedAt: 1,
  ...over,
})
const shown = () => {
  const { storyId, storyBy } = sessions.store.items('x')[0]!
  return [storyId, storyBy, attempts.store.get('a')!.storyId]
}
function answered(over: Partial<ItemRow> = {}, setup: Parameters<typeof sessions.store.add>[0]['setup'] = MOCK) {
  sessions.store.add({ id: 'x', setup, plan: null, startedAt: 0 })
  sessions.store.addItems('x', [item(over)])
  attempts.store.add({
    id: 'a',
    storyId: 'depot',
    questionId: null,
    cueLevel: 'off-book',
    focus: over.focus ?? null,
    startedAt: 1,
  })
}
const hear = (text: string) =>
  transcripts.store.save('a', { heard: transcriptOf(text), corrected: null, modelName: 'm' }, 1)

beforeEach(() => {
  sessions = memorySessions()
  attempts = memoryAttempts()
  transcripts = memoryTranscripts()
  events = createEventHub()
  told = []
  followed = []
  events.subscribe((name, payload) => told.push(`${name} ${'storyId' in payload ? payload.storyId : ''}`.trim()))
  naming = createStoryNaming({
    sessions: sessions.store,
    stories: memoryStories(...STORIES),
    banks: {
      list: () => [{ id: 'b1', title: '', fileName: '', importedAt: 0, language: null }],
      contentOf: () => ({ sections: [], questions: [], stories: STORIES }),
    },
    attempts: attempts.store,
    transcripts: transcripts.store,
    reviews: { follow: (attemptId) => void followed.push(attemptId) },
    events,
    now: () => 0,
    pause: async () => {},
    logError: (error) => {
      throw error
    },
  })
})
afterEach(() => naming.close())

describe('the story of an answer', () => {
  it('is named by the app when it is written down and clear, and its attempt moves there', async () => {
    answered()
    hear(CHOIR)
    events.emit('attempt.changed', { attemptId: 'a', storyId: 'depot' })
    await naming.settled('x')
    expect(shown()).toEqual(['choir', 'app', 'choir'])
    expect(followed).toEqual(['a'])
    expect(told).toEqual([
      'attempt.changed depot',
      'session.changed',
      ...['attempt.changed depot', 'session.changed', 'attempt.changed choir', 'session.changed', 'session.changed'],
    ])
  })

  it('is the planned one when that is what was told', async () => {
    answered({ storyId: 'choir' })
    attempts.store.setStory('a', 'choir')
    hear(CHOIR)
    await naming.settled('x')
    expect([shown(), followed]).toEqual([['choir', 'app', 'choir'], []])
  })

  it.each<[string, Partial<ItemRow>, string]>([
    ['while it is not written down', {}, ''],
    ['when it is not clear', {}, 'I did every one by hand, the mayor and our server'],
    ['when nothing was told', {}, 'Well, let me think about that'],
    ['of a follow-up question', { followUp: true, focus: [] }, CHOIR],
    ['of a prompt that is open', { state: 'open' }, CHOIR],
    ['that the user named', { storyBy: 'user' }, CHOIR],
  ])('is left as it is: %s', async (_when, over, text) => {
    answered(over)
    if (text) hear(text)
    await naming.settled('x')
    expect(shown()).toEqual(['depot', over.storyBy ?? 'plan', 'depot'])
  })

  it('is left as it is in a drill', async () => {
    answered({}, { kind: 'due' })
    hear(CHOIR)
    events.emit('attempt.changed', { attemptId: 'a', storyId: 'depot' })
    await naming.settled('x')
    expect(shown()).toEqual(['depot', 'plan', 'depot'])
    expect(told).toContain('session.changed')
  })

  it('is what the user says, whatever was said', async () => {
    answered()
    hear(CHOIR)
    naming.name('x', 0, 'server')
    events.emit('attempt.changed', { attemptId: 'a', storyId: 'server' })
    await naming.settled('x')
    expect(shown()).toEqual(['server', 'user', 'server'])
    expect(() => naming.name('x', 0, 'nobody')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => naming.name('x', 5, 'choir')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  it('is looked for anew when its words change', async () => {
    answered()
    hear('Well, let me think about that')
    await naming.settled('x')
    hear(CHOIR)
    events.emit('attempt.changed', { attemptId: 'a', storyId: 'depot' })
    await naming.settled('x')
    expect(shown()).toEqual(['choir', 'app', 'choir'])
  })
})

describe('the candidates', () => {
  it('are the stories that share words with the answer and the planned one, best first', async () => {
    answered()
    hear(CHOIR)
    const found = await naming.candidates('x', 0)
    expect(found[0]).toEqual({ storyId: 'choir', title: 'Story choir', readiness: 1, covered: 2, total: 2 })
    expect(found.map(({ storyId }) => storyId)).toContain('depot')
  })

  it('are none until it is written down', async () => {
    answered()
    expect(await naming.candidates('x', 0)).toEqual([])
  })
})
