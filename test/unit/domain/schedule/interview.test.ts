import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueDay, FINAL_DAYS } from '#domain/schedule/due'
import { isFreshAfter } from '#domain/schedule/memory'
import { forecast, freshOn } from '#domain/schedule/outlook'
import { isTold, type Prompt } from '#domain/schedule/prompt'
import { queueOf } from '#domain/schedule/queue'
import type { Rating } from '#domain/schedule/rating'
import { newPrompt, practise, rated, seeded } from './learner.ts'

const TODAY = 20_000
const LIMITS = { newPerDay: 4, reviewsPerDay: 20 }
const bankOf = (stories: number, questions: number): Prompt[] =>
  Array.from({ length: stories }, (_, s) =>
    questions === 0
      ? [newPrompt(`s${s}`, null, `c${s % 5}`)]
      : Array.from({ length: questions }, (_, q) => newPrompt(`s${s}`, `q${s}-${q}`, `c${s % 5}`)),
  ).flat()

const bank = fc.record({
  stories: fc.integer({ min: 1, max: 60 }),
  questions: fc.integer({ min: 0, max: 3 }),
  days: fc.integer({ min: 2, max: 60 }),
  /** Days of practice without a date before it is set. */
  before: fc.integer({ min: 0, max: 40 }),
  seed: fc.integer(),
})

/** Days before an interview on which the learner of these tests forgets nothing any more. */
const SURE_DAYS = 7

/** A learner who tells as well as is predicted, until a day from which on nothing is forgotten. */
const learner = (seed: number, sureFrom: number) => {
  const random = seeded(seed)
  return (recall: number, day: number): Rating => {
    if (day < sureFrom && random() > recall) return 'again'
    const roll = random()
    return roll < 0.2 ? 'hard' : roll < 0.9 ? 'good' : 'easy'
  }
}

describe('before an interview', () => {
  it('whoever follows the days has told every story twice, and every story is fresh on that day', () => {
    fc.assert(
      fc.property(bank, ({ stories, questions, days, before, seed }) => {
        const interview = TODAY + days
        const answer = learner(seed, interview - SURE_DAYS)
        const start = practise(bankOf(stories, questions), TODAY - before, TODAY, {
          limits: LIMITS,
          interview: null,
          answer,
        })
        const end = practise(start.prompts, TODAY, interview, { limits: LIMITS, interview, answer })
        const told = (id: string) => (start.told.get(id) ?? 0) + (end.told.get(id) ?? 0)
        for (let s = 0; s < stories; s++) expect(told(`s${s}`)).toBeGreaterThanOrEqual(2)
        const { fresh, total } = freshOn(end.prompts, interview)
        // A week of remembering is enough but for what was forgotten again and again before.
        const stale = total - fresh
        expect(stale).toBe(0)
      }),
    )
  })

  it('what was forgotten to the last comes up in the morning of that day, and nothing else', () => {
    fc.assert(
      fc.property(bank, ({ stories, questions, days, seed }) => {
        const interview = TODAY + days
        const answer = learner(seed, Number.POSITIVE_INFINITY)
        const { prompts } = practise(bankOf(stories, questions), TODAY, interview, {
          limits: LIMITS,
          interview,
          answer,
        })
        const { reviews } = queueOf({ prompts, today: interview, limits: LIMITS, interview })
        const coming = new Set(reviews.map(({ storyId }) => storyId))
        const stale = [...Map.groupBy(prompts, ({ storyId }) => storyId)].filter(
          ([, own]) => !own.some((prompt) => isTold(prompt) && isFreshAfter(prompt.memory, interview - prompt.lastDay)),
        )
        for (const [storyId] of stale) expect(coming).toContain(storyId)
      }),
    )
  })

  it('no interval is longer than half of the days that were left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 12 }), (left, times) => {
        let prompt = newPrompt('s')
        for (let i = 0; i < times; i++) prompt = rated(prompt, 'easy', TODAY - 100 * (times - 1 - i))
        if (!isTold(prompt)) throw new Error('rated')
        const due = dueDay(prompt, TODAY + left, new Set())
        if (left > FINAL_DAYS) expect(due - TODAY).toBeLessThanOrEqual(Math.max(1, left / 2))
      }),
    )
  })
})

describe('the date of the interview', () => {
  const told = Array.from({ length: 30 }, (_, i) =>
    rated(rated(newPrompt(`s${i}`), 'good', TODAY - 20), 'easy', TODAY - 9),
  )
  const schedule = (interview: number | null) => ({ prompts: told, today: TODAY, limits: LIMITS, interview })

  it('reshapes what comes up at once, and taking it back changes it back', () => {
    const free = queueOf(schedule(null))
    expect(free.reviews).toHaveLength(0)
    expect(queueOf(schedule(TODAY + 5)).reviews.length).toBeGreaterThan(0)
    expect(queueOf(schedule(null))).toEqual(free)
  })

  it('means nothing once it is over', () => {
    const after = { ...schedule(TODAY - 1), interview: TODAY - 1 }
    expect(queueOf(after)).toEqual(queueOf(schedule(null)))
  })

  it('lifts the limit of new prompts as far as it must', () => {
    const prompts = bankOf(40, 0)
    const fresh = (interview: number | null) =>
      queueOf({ prompts, today: TODAY, limits: LIMITS, interview }).fresh.length
    expect([
      fresh(null),
      fresh(TODAY + 100),
      fresh(TODAY + 11),
      fresh(TODAY + 5),
      fresh(TODAY + 2),
      fresh(TODAY + 1),
    ]).toEqual([4, 4, 4, 10, 40, 40])
  })

  it('does not ask for more and more as the day goes on', () => {
    const prompts = bankOf(40, 0)
    const interview = TODAY + 5
    const { fresh } = queueOf({ prompts, today: TODAY, limits: LIMITS, interview })
    const done = prompts.map((prompt) => (fresh.includes(prompt) ? rated(prompt, 'good', TODAY) : prompt))
    expect(queueOf({ prompts: done, today: TODAY, limits: LIMITS, interview }).fresh).toEqual([])
  })

  it('shapes the forecast too', () => {
    const due = (interview: number | null) => forecast(schedule(interview), 6).reduce((sum, day) => sum + day.due, 0)
    expect(due(null)).toBe(0)
    expect(due(TODAY + 6)).toBe(30)
  })
})
