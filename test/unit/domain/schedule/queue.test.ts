import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recallAfter, remembered } from '#domain/schedule/memory'
import { mixed } from '#domain/schedule/mix'
import { comesUpOn, forecast, freshOn } from '#domain/schedule/outlook'
import type { Prompt } from '#domain/schedule/prompt'
import { queueOf, type Schedule } from '#domain/schedule/queue'
import { RATINGS } from '#domain/schedule/rating'
import { newPrompt, rated } from './learner.ts'

const TODAY = 20_000
const schedule = (prompts: readonly Prompt[], over: Partial<Schedule> = {}): Schedule => ({
  prompts,
  today: TODAY,
  limits: { newPerDay: 2, reviewsPerDay: 3 },
  interview: null,
  ...over,
})
const ids = (prompts: readonly Prompt[]) => prompts.map(({ storyId, questionId }) => storyId + (questionId ?? ''))
const told = (id: string, daysAgo: number, question: string | null = null) =>
  rated(newPrompt(id, question, id), 'good', TODAY - daysAgo)

describe('what is remembered', () => {
  it('fades with the days, and a better rating lasts longer', () => {
    const after = RATINGS.map((rating) => remembered(null, rating, 0))
    const stability = after.map((memory) => memory.stability)
    expect(stability).toEqual(stability.toSorted((a, b) => a - b))
    expect(recallAfter(after[2]!, 0)).toBe(1)
    expect(recallAfter(after[2]!, 30)).toBeLessThan(recallAfter(after[2]!, 3))
  })

  it('gains nothing from a second telling on the same day', () => {
    const first = remembered(null, 'good', 0)
    expect(remembered(first, 'good', 0).stability).toBe(first.stability)
    expect(remembered(first, 'good', 2).stability).toBeGreaterThan(first.stability)
  })

  it('counts what was forgotten, and is learnt anew then', () => {
    const again = remembered(remembered(null, 'good', 0), 'again', 5)
    expect(again).toMatchObject({ phase: 'learning', reps: 2, lapses: 1 })
    expect(remembered(again, 'good', 1)).toMatchObject({ phase: 'review', reps: 3, lapses: 1 })
    expect(remembered(null, 'again', 0)).toMatchObject({ phase: 'learning', reps: 1, lapses: 0 })
  })

  it('never becomes impossible', () => {
    const rounds = fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.integer({ min: -3, max: 4000 })), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(rounds, (reviews) => {
        const memory = reviews.reduce(
          (before, [rating, days]) => remembered(before, rating, days),
          remembered(null, 'good', 0),
        )
        expect(memory.stability).toBeGreaterThan(0)
        expect(memory.difficulty).toBeGreaterThanOrEqual(1)
        expect(memory.difficulty).toBeLessThanOrEqual(10)
      }),
    )
  })
})

describe('the queue of a day', () => {
  it('begins with what is remembered least, then new prompts, as many as the limits allow', () => {
    const prompts = [
      told('a', 9),
      told('b', 30),
      told('c', 5),
      told('d', 90),
      told('e', 1),
      newPrompt('n1'),
      newPrompt('n2'),
      newPrompt('n3'),
    ]
    const queue = queueOf(schedule(prompts))
    expect([ids(queue.reviews), ids(queue.fresh)]).toEqual([
      ['d', 'b', 'a'],
      ['n1', 'n2'],
    ])
    expect([queue.waiting, queue.unseen]).toEqual([1, 1])
  })

  it('leaves out what was done today, and counts it towards the limits', () => {
    const done = [rated(told('a', 9), 'good', TODAY), rated(newPrompt('n1'), 'good', TODAY)]
    const queue = queueOf(
      schedule([...done, told('b', 30), told('c', 8), told('d', 7), newPrompt('n2'), newPrompt('n3')]),
    )
    expect([ids(queue.reviews), ids(queue.fresh)]).toEqual([['b', 'c'], ['n2']])
  })

  it('asks one prompt of a story a day, the least remembered one; the others wait', () => {
    const prompts = [
      told('s', 9, 'q1'),
      told('s', 20, 'q2'),
      newPrompt('s', 'q3'),
      newPrompt('t', 'q1'),
      newPrompt('t', 'q2'),
    ]
    expect([ids(queueOf(schedule(prompts)).reviews), ids(queueOf(schedule(prompts)).fresh)]).toEqual([['sq2'], ['tq1']])
    const done = prompts.map((prompt) =>
      prompt.questionId === 'q2' && prompt.storyId === 's' ? rated(prompt, 'good', TODAY) : prompt,
    )
    expect(ids(queueOf(schedule(done)).reviews)).toEqual([])
  })

  it('introduces stories that were never told before another prompt of one that was', () => {
    const prompts = [told('s', 1, 'q1'), newPrompt('s', 'q2'), newPrompt('t', 'q1')]
    expect(ids(queueOf(schedule(prompts, { limits: { newPerDay: 1, reviewsPerDay: 9 } })).fresh)).toEqual(['tq1'])
  })

  it('leaves out what is suspended, and what is postponed until its day', () => {
    const held = (patch: Partial<Prompt>) => ids(queueOf(schedule([{ ...told('a', 30), ...patch }])).reviews)
    expect(held({ isSuspended: true })).toEqual([])
    expect(held({ postponedUntil: TODAY + 1 })).toEqual([])
    expect(held({ postponedUntil: TODAY })).toEqual(['a'])
  })

  it('is the same for the same prompts in another order of reviews', () => {
    const prompts = Array.from({ length: 20 }, (_, i) => told(`s${i}`, 20))
    expect(ids(queueOf(schedule(prompts.toReversed())).reviews)).toEqual(ids(queueOf(schedule(prompts)).reviews))
  })
})

describe('mixing sections', () => {
  it('never has neighbours of one section while that can be helped, and keeps everything', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 }), (groups) => {
        const items = groups.map((group, i) => ({ group, i }))
        const result = mixed(items, ({ group }) => group)
        expect(result.toSorted((a, b) => a.i - b.i)).toEqual(items)
        const most = Math.max(0, ...[...Map.groupBy(groups, (g) => g).values()].map(({ length }) => length))
        const repeats = result.filter(({ group }, i) => i > 0 && result[i - 1]!.group === group).length
        expect(repeats).toBe(Math.max(0, 2 * most - groups.length - 1))
      }),
    )
  })

  it('begins with another section than what came before', () => {
    expect(mixed(['a', 'b'], (group) => group, 'a')).toEqual(['b', 'a'])
  })
})

describe('the outlook', () => {
  it('counts what comes up on each day, overdue prompts today, new ones as the limit allows', () => {
    const prompts = [
      told('a', 30),
      told('b', 1),
      ...[1, 2, 3].map((i) => newPrompt(`n${i}`)),
      { ...told('x', 30), isSuspended: true },
    ]
    expect(forecast(schedule(prompts), 3)).toEqual([
      { day: TODAY, due: 1, fresh: 2 },
      { day: TODAY + 1, due: 1, fresh: 1 },
      { day: TODAY + 2, due: 0, fresh: 0 },
    ])
  })

  it('moves what is postponed to its day', () => {
    const prompt = { ...told('a', 30), postponedUntil: TODAY + 4 }
    expect(comesUpOn(schedule([prompt]))(prompt)).toBe(TODAY + 4)
    expect(comesUpOn(schedule([]))(newPrompt('n'))).toBeNull()
  })

  it('knows how many stories would be fresh on a day', () => {
    const prompts = [
      told('a', 0, 'q1'),
      newPrompt('a', 'q2'),
      told('b', 0),
      newPrompt('c'),
      { ...told('d', 0), isSuspended: true },
    ]
    expect(freshOn(prompts, TODAY + 2)).toEqual({ fresh: 2, total: 3 })
    expect(freshOn(prompts, TODAY + 200)).toEqual({ fresh: 0, total: 3 })
  })
})
