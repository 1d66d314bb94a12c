import { beforeEach, describe, expect, it } from 'vitest'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createWordings, type Wordings } from '../../../../electron/services/attempts/wordings.ts'
import {
  ids,
  memoryAttempts,
  memoryStories,
  memoryTranscripts,
  memoryWordings,
  storyOf,
  transcriptOf,
} from '../fakes.ts'

const STORY = storyOf('s1', { p1: 'We cut the build to 20 minutes', p2: 'Nobody owned it' })
const HEARD = 'We, uh, got it down to twenty minutes . We GOT it down'
const error = (code: string) => expect.objectContaining({ code })

let store: ReturnType<typeof memoryWordings>
let transcripts: ReturnType<typeof memoryTranscripts>
let wordings: Wordings
let changed: string[]
beforeEach(() => {
  store = memoryWordings(STORY)
  transcripts = memoryTranscripts()
  changed = []
  const attempts = memoryAttempts()
  const events = createEventHub()
  events.subscribe((name, payload) => changed.push(`${name} ${'storyId' in payload ? payload.storyId : ''}`))
  for (const id of ['a1', 'a2'])
    attempts.store.add({ id, storyId: 's1', questionId: null, cueLevel: 'full', focus: null, startedAt: 1 })
  transcripts.store.save('a1', { heard: transcriptOf(HEARD), corrected: null, modelName: 'micro' }, 1)
  let time = 0
  wordings = createWordings({
    store: store.store,
    attempts: attempts.store,
    stories: memoryStories(STORY, storyOf('s2', { q1: 'Another' })),
    transcripts: transcripts.store,
    events,
    now: () => ++time,
    newId: ids('w'),
  })
})
const known = () => wordings.ofStory('s1').map(({ pointId, kind, text }) => [pointId, kind, text])

describe('learning', () => {
  it('keeps the words of a span for its point, and tells that the story changed', () => {
    expect(wordings.learn('a1', 'p1', 'accepted', { from: 2, to: 5 })).toEqual({ wordingId: 'w1', isNew: true })
    expect(store.store.get('w1')?.wording).toMatchObject({ text: 'got it down', attemptId: 'a1', learnedAt: 1 })
    expect(changed).toEqual(['story.changed s1'])
  })

  it('reads the transcript as its user corrected it', () => {
    transcripts.store.setCorrected('a1', transcriptOf('We halved the build'))
    wordings.learn('a1', 'p1', 'accepted', { from: 1, to: 4 })
    expect(known()).toEqual([['p1', 'accepted', 'halved the build']])
    expect(() => wordings.learn('a1', 'p1', 'accepted', { from: 3, to: 7 })).toThrow(error('bad-request'))
  })

  it('keeps the same words once, whatever their case and punctuation', () => {
    wordings.learn('a1', 'p1', 'accepted', { from: 2, to: 5 })
    expect(wordings.learn('a1', 'p1', 'accepted', { from: 10, to: 13 })).toEqual({ wordingId: 'w1', isNew: false })
    expect(known()).toHaveLength(1)
    expect(changed).toHaveLength(1)
  })

  it('keeps the same words for each point they were said of', () => {
    wordings.learn('a1', 'p1', 'accepted', { from: 2, to: 5 })
    wordings.learn('a1', 'p2', 'rejected', { from: 2, to: 5 })
    expect(known()).toEqual([
      ['p2', 'rejected', 'got it down'],
      ['p1', 'accepted', 'got it down'],
    ])
  })

  it.each([
    ['accepted', 'rejected'],
    ['rejected', 'accepted'],
  ] as const)('lets %s give way to %s of the same words', (first, second) => {
    wordings.learn('a1', 'p1', first, { from: 2, to: 5 })
    wordings.learn('a1', 'p1', second, { from: 10, to: 13 })
    expect(known()).toEqual([['p1', second, 'GOT it down']])
  })

  it.each([
    ['no words', { from: 3, to: 3 }],
    ['a span that ends before it begins', { from: 5, to: 2 }],
    ['words beyond the end', { from: 9, to: 14 }],
    ['nothing but punctuation', { from: 8, to: 9 }],
  ])('refuses %s', (_what, span) => {
    expect(() => wordings.learn('a1', 'p1', 'accepted', span)).toThrow(error('bad-request'))
    expect([store.rows.size, changed]).toEqual([0, []])
  })

  it('refuses an unknown attempt, a point of another story, and an attempt without a transcript', () => {
    const span = { from: 0, to: 1 }
    expect(() => wordings.learn('gone', 'p1', 'accepted', span)).toThrow(error('not-found'))
    expect(() => wordings.learn('a1', 'q1', 'accepted', span)).toThrow(error('not-found'))
    expect(() => wordings.learn('a2', 'p1', 'accepted', span)).toThrow(error('transcript-missing'))
  })
})

describe('removing', () => {
  beforeEach(() => void wordings.learn('a1', 'p1', 'accepted', { from: 2, to: 5 }))

  it('can be taken back until the next start', () => {
    wordings.remove('w1')
    expect(known()).toEqual([])
    wordings.restore('w1')
    expect(known()).toHaveLength(1)
    wordings.remove('w1')
    wordings.purgeRemoved()
    expect(() => wordings.restore('w1')).toThrow(error('not-found'))
    expect(changed).toHaveLength(4)
  })

  it('comes back in place of what was learned of the same words meanwhile', () => {
    wordings.remove('w1')
    wordings.learn('a1', 'p1', 'rejected', { from: 2, to: 5 })
    wordings.restore('w1')
    expect(known()).toEqual([['p1', 'accepted', 'got it down']])
  })

  it('can be learned again', () => {
    wordings.remove('w1')
    expect(wordings.learn('a1', 'p1', 'accepted', { from: 2, to: 5 })).toEqual({ wordingId: 'w2', isNew: true })
    expect(known()).toHaveLength(1)
  })

  it('refuses what is not there', () => {
    expect(() => wordings.remove('w9')).toThrow(error('not-found'))
  })
})
