import { beforeEach, describe, expect, it } from 'vitest'
import { remembered } from '#domain/schedule/memory'
import type { Rating } from '#domain/schedule/rating'
import { localCalendar } from '../../../../electron/services/app/calendar.ts'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { DEFAULT_SETTINGS } from '../../../../electron/services/app/settings.ts'
import { createPractice } from '../../../../electron/services/practice/practice.ts'
import { createReadLibrary } from '../../../../electron/services/practice/practice-library.ts'
import { createReviews, type Reviews } from '../../../../electron/services/practice/reviews.ts'
import { ids, memoryAttempts, memoryStories, storyOf } from '../fakes.ts'
import { memoryCards } from '../practice-fakes.ts'

const DAY_MS = 86_400_000
/** A noon. */
const NOW = new Date(2026, 10, 21, 12).getTime()
const asked = { ...storyOf('asked', { p1: 'One' }), questionIds: ['q1', 'q2'] }
const untitled = storyOf('untitled', { p2: 'Two' })
const STORIES = [asked, untitled]
const SCORE = { covered: 9, partial: 0, missed: 1, total: 10, wrongFacts: 0 }
const OUTLINE = {
  sections: [],
  questions: ['q1', 'q2', 'elsewhere'].map((id) => ({ id, text: `Question ${id}?`, sectionId: null })),
  storyCount: 2,
}

let cards: ReturnType<typeof memoryCards>
let attempts: ReturnType<typeof memoryAttempts>
let settings: typeof DEFAULT_SETTINGS
let told: string[]
let reviews: Reviews
let practice: ReturnType<typeof createPractice>
let events: ReturnType<typeof createEventHub>
let clockMs: number

beforeEach(() => {
  cards = memoryCards()
  attempts = memoryAttempts()
  settings = DEFAULT_SETTINGS
  told = []
  clockMs = NOW
  events = createEventHub()
  events.subscribe((name) => told.push(name))
  const deps = {
    store: cards.store,
    cards: cards.store,
    banks: {
      list: () => [{ id: 'b1', title: '', fileName: '', importedAt: 0, language: null }],
      outlineOf: () => OUTLINE,
    },
    stories: memoryStories(...STORIES),
    scores: { newest: () => new Map() },
    settings: { get: () => settings },
    attempts: attempts.store,
    reports: {
      score: ({ id }: { id: string }) => (id === 'unheard' ? null : SCORE),
      target: () => ({ minMs: 60_000, maxMs: 90_000 }),
    },
    calendar: localCalendar,
    events,
    now: () => clockMs,
    newId: ids('x'),
  }
  practice = createPractice({ ...deps, read: createReadLibrary(deps) })
  reviews = createReviews({ ...deps, practice })
})

/** An answer of 75 seconds, some days ago. */
function answer(
  id: string,
  daysAgo: number,
  over: { storyId?: string; questionId?: string | null; focus?: string[] } = {},
) {
  const { storyId = 'asked', questionId = 'q1', focus = null } = over
  const envelope = { frameMs: 20, peaks: new Uint8Array() }
  attempts.store.add({ id, storyId, questionId, cueLevel: 'off-book', focus, startedAt: clockMs - daysAgo * DAY_MS })
  attempts.store.finish(id, { durationMs: 75_000, recovered: false, envelope })
}
const logged = () => cards.reviews(cards.store.all()[0]!.id)
/** What is remembered after ratings some days apart. */
const memoryOf = (...all: [Rating, number][]) =>
  all.reduce<ReturnType<typeof remembered> | null>((memory, [rating, days]) => remembered(memory, rating, days), null)

describe('what is scheduled', () => {
  it.each<[string, Parameters<typeof answer>[2], string | null | undefined]>([
    ['an answer to a question of the story', {}, 'q1'],
    ['an answer to another question', { questionId: 'elsewhere' }, undefined],
    ['a story that has questions, told under its title', { questionId: null }, undefined],
    ['a story without questions', { storyId: 'untitled', questionId: null }, null],
    ['a story without questions, told for one', { storyId: 'untitled' }, null],
    ['a drill', { focus: ['p1'] }, undefined],
    ['a follow-up question', { focus: [] }, undefined],
  ])('%s', (_what, over, prompt) => {
    answer('a', 0, over)
    expect(reviews.propose('a')?.card.questionId).toBe(prompt)
  })

  it('is nothing without a score', () => {
    answer('unheard', 0)
    expect(reviews.propose('unheard')).toBeNull()
    expect(cards.store.all()).toEqual([])
  })

  it('is refused where it is not there', () => {
    expect(() => reviews.propose('nobody')).toThrow(expect.objectContaining({ code: 'not-found' }))
    answer('drill', 0, { focus: ['p1'] })
    expect(() => reviews.rate('drill', 'good')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

describe('a proposal', () => {
  it('says when the prompt comes up again for each rating, the better the later', () => {
    answer('a', 0)
    const { proposed, nextDueAt, given } = reviews.propose('a')!
    expect([proposed, given]).toEqual(['good', null])
    const days = (['again', 'hard', 'good', 'easy'] as const).map(
      (r) => localCalendar.dayOf(nextDueAt[r]) - localCalendar.dayOf(NOW),
    )
    expect(days).toEqual([1, 1, 2, 8])
  })

  it('comes sooner before an interview, and not after it', () => {
    answer('a', 0)
    const easyIn = (interviewOn: string | null) => {
      settings = { ...DEFAULT_SETTINGS, interviewOn }
      return localCalendar.dayOf(reviews.propose('a')!.nextDueAt.easy) - localCalendar.dayOf(NOW)
    }
    expect([easyIn('2026-11-27'), easyIn('2026-11-20'), easyIn(null)]).toEqual([3, 8, 8])
  })

  it('shows what was given, and stays what it was', () => {
    answer('a', 0)
    const before = reviews.propose('a')!
    const { reviewId, dueAt } = reviews.rate('a', 'easy')
    expect(reviews.propose('a')).toMatchObject({
      proposed: before.proposed,
      nextDueAt: before.nextDueAt,
      given: { reviewId, rating: 'easy', dueAt },
    })
    expect(dueAt).toBe(before.nextDueAt.easy)
  })
})

describe('a rating', () => {
  it('is logged with what was proposed and remembered before and after', () => {
    answer('a', 5)
    answer('b', 1)
    reviews.rate('a', 'good')
    reviews.rate('b', 'hard')
    expect(logged()).toEqual([
      expect.objectContaining({
        attemptId: 'a',
        rating: 'good',
        proposed: 'good',
        before: null,
        after: memoryOf(['good', 0]),
      }),
      expect.objectContaining({
        attemptId: 'b',
        rating: 'hard',
        before: memoryOf(['good', 0]),
        after: memoryOf(['good', 0], ['hard', 4]),
      }),
    ])
    expect(told.filter((name) => name === 'practice.changed')).toHaveLength(2)
  })

  it('given anew replaces the former one', () => {
    answer('a', 0)
    const first = reviews.rate('a', 'again')
    const second = reviews.rate('a', 'easy')
    expect(second.reviewId).toBe(first.reviewId)
    expect(logged()).toEqual([expect.objectContaining({ rating: 'easy', before: null, after: memoryOf(['easy', 0]) })])
  })

  it('counts from the answer: given late or changed later, what came after is worked out anew', () => {
    answer('a', 9)
    answer('b', 4)
    reviews.rate('b', 'good')
    reviews.rate('a', 'hard')
    expect(logged().map(({ attemptId }) => attemptId)).toEqual(['a', 'b'])
    expect(logged()[1]!.after).toEqual(memoryOf(['hard', 0], ['good', 5]))
    reviews.rate('a', 'easy')
    expect(logged()[1]!.after).toEqual(memoryOf(['easy', 0], ['good', 5]))
    expect(cards.store.all()[0]!.memory).toEqual(memoryOf(['easy', 0], ['good', 5]))
  })

  it('is taken back, also when others came after it, which are worked out anew', () => {
    answer('a', 9)
    answer('b', 4)
    const first = reviews.rate('a', 'again')
    const second = reviews.rate('b', 'good')
    reviews.unrate(first.reviewId)
    expect(reviews.propose('a')!.given).toBeNull()
    expect(logged()).toEqual([expect.objectContaining({ attemptId: 'b', before: null, after: memoryOf(['good', 0]) })])
    expect(() => reviews.unrate(first.reviewId)).toThrow(expect.objectContaining({ code: 'not-found' }))
    reviews.unrate(second.reviewId)
    expect(cards.store.all()[0]!.memory).toBeNull()
  })

  it('follows its answer to another story, or goes where that is not scheduled', () => {
    answer('a', 0)
    reviews.rate('a', 'good')
    attempts.store.setStory('a', 'untitled')
    reviews.follow('a')
    const memories = () => cards.store.all().map(({ storyId, memory }) => [storyId, memory?.reps ?? 0])
    expect(memories()).toEqual([
      ['asked', 0],
      ['untitled', 1],
    ])
    answer('b', 0, { storyId: 'untitled', questionId: 'elsewhere' })
    reviews.rate('b', 'good')
    attempts.store.setStory('b', 'asked')
    reviews.follow('b')
    expect(memories()).toEqual([
      ['asked', 0],
      ['untitled', 1],
    ])
  })
})

describe('what to practise today', () => {
  const today = () => practice.today().today.map(({ storyId, questionId }) => [storyId, questionId])

  it('shows prompts with their questions, and is done when they are', () => {
    expect(practice.today()).toMatchObject({
      today: [
        { storyId: 'asked', questionId: 'q1', prompt: 'Question q1?', phase: 'new', recall: null, dueAt: null },
        { storyId: 'untitled', questionId: null, prompt: 'Story untitled', phase: 'new' },
      ],
      doneToday: 0,
      unseen: 1,
      held: [],
      interview: null,
    })
    answer('a', 0)
    reviews.rate('a', 'good')
    expect(today()).toEqual([['untitled', null]])
    expect(practice.today()).toMatchObject({ doneToday: 1, unseen: 1 })
    expect(practice.dueStories()).toEqual(new Set(['untitled']))
  })

  it('comes up again on its day, which begins at four in the morning', () => {
    answer('a', 0)
    const { dueAt } = reviews.rate('a', 'good')
    practice.suspend({ storyId: 'asked', questionId: 'q2' }, true)
    practice.suspend({ storyId: 'untitled', questionId: null }, true)
    expect(practice.today().nextDueAt).toBe(dueAt)
    clockMs = dueAt - 1
    expect(today()).toEqual([])
    clockMs = dueAt
    expect(today()).toEqual([['asked', 'q1']])
    expect(practice.cards('asked').map(({ phase, recall }) => [phase, recall !== null])).toEqual([
      ['learning', true],
      ['new', false],
    ])
  })

  it('leaves out what is postponed, until its day, and says so', () => {
    practice.postpone({ storyId: 'untitled', questionId: null }, 3)
    expect(today()).toEqual([['asked', 'q1']])
    expect(
      practice
        .today()
        .held.map(({ storyId, postponedUntil }) => [
          storyId,
          localCalendar.dayOf(postponedUntil!) - localCalendar.dayOf(NOW),
        ]),
    ).toEqual([['untitled', 3]])
    practice.postpone({ storyId: 'untitled', questionId: null }, 0)
    expect(today()).toHaveLength(2)
    expect(() => practice.postpone({ storyId: 'asked', questionId: 'elsewhere' }, 1)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
  })

  it('knows how many stories would be fresh on the day of the interview', () => {
    settings = { ...DEFAULT_SETTINGS, interviewOn: '2026-11-22' }
    answer('a', 0)
    reviews.rate('a', 'good')
    expect(practice.today().interview).toEqual({ day: '2026-11-22', daysLeft: 1, fresh: 1, total: 2 })
    settings = { ...DEFAULT_SETTINGS, interviewOn: '2026-11-20' }
    expect(practice.today().interview).toBeNull()
  })

  it('is forecast by date', () => {
    expect(practice.forecast(2)).toEqual([
      { day: '2026-11-21', due: 0, fresh: 2 },
      { day: '2026-11-22', due: 0, fresh: 1 },
    ])
  })

  it.each(['banks.changed', 'settings.changed'] as const)('is told to have changed on %s', (name) => {
    events.emit(name, {})
    expect(told).toEqual(expect.arrayContaining(['practice.changed']))
  })
})
