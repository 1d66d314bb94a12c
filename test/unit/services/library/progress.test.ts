import { beforeEach, describe, expect, it } from 'vitest'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Answer } from '#domain/progress/answer'
import type { Story } from '#domain/story'
import { localCalendar } from '../../../../electron/services/app/calendar.ts'
import { createProgress } from '../../../../electron/services/library/progress.ts'
import { memoryStories, storyOf } from '../fakes.ts'

const DAY_MS = 86_400_000
const NOON = new Date(2026, 10, 21, 12).getTime()
const STORIES: Story[] = [
  { ...storyOf('s1', { p1: 'One', p2: 'Two' }), sectionId: 'own' },
  { ...storyOf('s2', { p3: 'Three' }), sectionId: 'own' },
  storyOf('s3', { p4: 'Four' }),
]
const OUTLINE = {
  sections: [
    { id: 'own', title: 'Ownership', definition: null },
    { id: 'bare', title: 'Nothing here', definition: null },
  ],
  questions: [],
  storyCount: 3,
}
const scored = (covered: number) => ({ covered, partial: 0, missed: 10 - covered, total: 10, wrongFacts: 0 })

let answers: Answer[]
let verdicts: { storyId: string; statuses: Record<string, CoverageStatus> }[]
let scores: Map<string, ReturnType<typeof scored>>
let asked: string[]

function answer(daysAgo: number, over: Partial<Answer> = {}): void {
  answers.push({
    attemptId: `a${answers.length}`,
    storyId: 's1',
    startedAt: NOON - daysAgo * DAY_MS,
    durationMs: 60_000,
    readiness: 0.5,
    wordsPerMinute: 150,
    fillersPerMinute: 2,
    pauseShare: 0.1,
    ...over,
  })
  answers.sort((a, b) => a.startedAt - b.startedAt)
}

const overview = (days: number | null = 91, bankId: string | null = null) =>
  createProgress({
    store: {
      answers(bank) {
        asked.push(`answers ${bank}`)
        return answers
      },
      verdicts: () => verdicts,
    },
    scores: {
      newest() {
        asked.push('newest')
        return scores
      },
      catchUp() {
        asked.push('catch up')
        return 7
      },
    },
    stories: memoryStories(...STORIES),
    banks: {
      list: () => [{ id: 'b1', title: 'Mine', fileName: '', importedAt: 0, language: null }],
      outlineOf: () => OUTLINE,
    },
    calendar: localCalendar,
    now: () => NOON,
  }).overview({ bankId, days })

beforeEach(() => {
  answers = []
  verdicts = []
  scores = new Map()
  asked = []
})

describe('progress', () => {
  it('of nobody who practised is empty, and no error', () => {
    expect(overview(null)).toMatchObject({
      totals: { answers: 0, durationMs: 0, streakDays: 0, stories: 3, practised: 0, ready: 0 },
      calendar: [],
      today: '2026-11-21',
      step: 'day',
      trend: [],
      stories: [],
      missed: [],
    })
  })

  it('reads figures only after what a slice holds was judged, and says what is left', () => {
    expect(overview(28, 'b1').pending).toBe(7)
    expect(asked).toEqual(['newest', 'catch up', 'answers b1'])
  })

  it('counts the period for totals and trends, a year for the calendar', () => {
    answer(200)
    answer(1, { durationMs: 90_000, readiness: 1 })
    answer(0)
    expect(overview(28)).toMatchObject({
      totals: { answers: 2, durationMs: 150_000, streakDays: 2 },
      calendar: [{ day: '2026-05-05' }, { day: '2026-11-20' }, { day: '2026-11-21' }],
      trend: [{ day: '2026-11-20', readiness: 1 }, { day: '2026-11-21' }],
    })
    expect(overview(null).totals.answers).toBe(3)
  })

  it.each([
    [10, 'day'],
    [60, 'week'],
    [300, 'month'],
  ] as const)('shows a history of %i days by the %s, however long the period', (days, step) => {
    answer(days)
    expect([overview(null).step, overview(3660).step]).toEqual([step, step])
  })

  it('follows stories by their scored answers, the one practised last first, and leaves out drills', () => {
    answer(3, { readiness: 0.2 })
    answer(2, { storyId: 's2', readiness: 0.4 })
    answer(1, { readiness: 0.8 })
    answer(0, { storyId: 's3', readiness: null })
    expect(overview().stories).toEqual([
      { storyId: 's1', title: 'Story s1', answers: [expect.objectContaining({ readiness: 0.2 }), expect.anything()] },
      { storyId: 's2', title: 'Story s2', answers: [expect.objectContaining({ readiness: 0.4 })] },
    ])
    expect(overview().totals.answers).toBe(4)
  })

  it('bears answers of days to come, after the clock was set back', () => {
    answer(-400)
    answer(0)
    expect(overview(28)).toMatchObject({ totals: { answers: 2, streakDays: 1 }, step: 'day' })
  })

  it('knows each competency by its best story', () => {
    scores = new Map([
      ['s1', scored(9)],
      ['s2', scored(3)],
    ])
    const { competencies, totals } = overview()
    expect(competencies.map(({ title, stories, ready, readiness }) => [title, stories, ready, readiness])).toEqual([
      ['Ownership', 2, 1, 0.9],
      ['Nothing here', 0, 0, null],
    ])
    expect(totals.ready).toBe(1)
  })

  it('names the points that are missed again and again, without those that are gone or optional', () => {
    const missed = { p1: 'missed', p2: 'missed', gone: 'missed' } as const
    verdicts = [
      { storyId: 's1', statuses: missed },
      { storyId: 's1', statuses: missed },
    ]
    const [story] = STORIES
    const points = story!.points.map((point) => (point.id === 'p2' ? { ...point, weight: 'optional' as const } : point))
    STORIES[0] = { ...story!, points }
    expect(overview().missed).toEqual([
      { pointId: 'p1', storyId: 's1', storyTitle: 'Story s1', part: 'action', text: 'One', missed: 2, of: 2 },
    ])
    STORIES[0] = story!
  })
})
