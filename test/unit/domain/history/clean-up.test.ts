import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cleanable, type CleanUpRule, selectForCleanUp } from '#domain/history/clean-up'

const DAY_MS = 86_400_000
const NOW = 1000 * DAY_MS

const attempt = (id: string, patch: Partial<Cleanable> = {}): Cleanable => ({
  id,
  storyId: 's',
  startedAt: NOW,
  favourite: false,
  isGrowing: false,
  isWritten: true,
  bytes: 100,
  ...patch,
})
const daysAgo = (days: number) => ({ startedAt: NOW - days * DAY_MS })
const older = (days: number, what: CleanUpRule['what'] = 'attempts'): CleanUpRule => ({
  what,
  limit: { by: 'age', days },
})
const under = (bytes: number, what: CleanUpRule['what'] = 'audio'): CleanUpRule => ({
  what,
  limit: { by: 'size', bytes },
})
const goingIds = (attempts: readonly Cleanable[], rule: CleanUpRule) =>
  selectForCleanUp(attempts, rule, NOW).going.map(({ id }) => id)

describe('by age', () => {
  const attempts = [
    attempt('today'),
    attempt('29 days', daysAgo(29)),
    attempt('31 days', daysAgo(31)),
    attempt('loved', { ...daysAgo(200), favourite: true }),
    attempt('silent', { ...daysAgo(201), bytes: 0 }),
    attempt('unwritten', { ...daysAgo(202), isWritten: false }),
    attempt('alone', { ...daysAgo(300), storyId: 'other' }),
  ]

  it('takes what is older, oldest first, and says what stays', () => {
    const { going, kept } = selectForCleanUp(attempts, older(30), NOW)
    expect(going.map(({ id }) => id)).toEqual(['unwritten', 'silent', '31 days'])
    expect(kept).toEqual({ favourite: 1, newest: 1, unwritten: 0, recording: 0 })
  })

  it('takes no sound that is all there is of an attempt, and none twice', () => {
    const { going, kept } = selectForCleanUp(attempts, older(30, 'audio'), NOW)
    expect(going.map(({ id }) => id)).toEqual(['31 days'])
    expect(kept).toEqual({ favourite: 1, newest: 1, unwritten: 1, recording: 0 })
  })
})

describe('by size', () => {
  const attempts = [
    attempt('new'),
    attempt('mid', daysAgo(1)),
    attempt('old', daysAgo(2)),
    attempt('older', daysAgo(3)),
  ]

  it.each([
    [400, []],
    [399, ['older']],
    [300, ['older']],
    [299, ['older', 'old']],
    [0, ['older', 'old', 'mid']],
  ])('keeps the newest within %i bytes', (bytes, ids) => {
    expect(goingIds(attempts, under(bytes))).toEqual(ids)
  })

  it('takes newer ones in place of those that stay', () => {
    const loved = attempts.map((each) => (each.id === 'older' ? { ...each, favourite: true } : each))
    expect(goingIds(loved, under(300))).toEqual(['old'])
    expect(selectForCleanUp(loved, under(300), NOW).kept.favourite).toBe(1)
  })
})

const arbitrary = fc.array(
  fc.record({
    storyId: fc.constantFrom('a', 'b', 'c'),
    startedAt: fc.integer({ min: 0, max: NOW }),
    favourite: fc.boolean(),
    isGrowing: fc.boolean(),
    isWritten: fc.boolean(),
    bytes: fc.integer({ min: 0, max: 1000 }),
  }),
  { maxLength: 40 },
)
const rules: fc.Arbitrary<CleanUpRule> = fc.record({
  what: fc.constantFrom('audio' as const, 'attempts' as const),
  limit: fc.oneof(
    fc.record({ by: fc.constant('age' as const), days: fc.integer({ min: 1, max: 1000 }) }),
    fc.record({ by: fc.constant('size' as const), bytes: fc.integer({ min: 0, max: 20_000 }) }),
  ),
})

describe('whatever there is', () => {
  const property = (check: (attempts: Cleanable[], rule: CleanUpRule, going: readonly Cleanable[]) => void) =>
    fc.assert(
      fc.property(arbitrary, rules, (rows, rule) => {
        const attempts = rows.map((row, index) => ({ ...row, id: String(index) }))
        check(attempts, rule, selectForCleanUp(attempts, rule, NOW).going)
      }),
    )

  it('takes no favourite, no newest of a story, nothing that is being recorded', () =>
    property((attempts, rule, going) => {
      for (const each of going) {
        expect(each.favourite || each.isGrowing).toBe(false)
        const newer = attempts.filter((other) => other.storyId === each.storyId && other.id !== each.id)
        expect(newer.some((other) => other.startedAt >= each.startedAt)).toBe(true)
        if (rule.what === 'audio') expect(each.isWritten && each.bytes > 0).toBe(true)
      }
      const stories = new Set(attempts.map(({ storyId }) => storyId))
      const left = attempts.filter((each) => !going.includes(each))
      expect(new Set(left.map(({ storyId }) => storyId))).toEqual(stories)
    }))

  it('takes nothing younger than asked, and nothing when there is room', () =>
    property((attempts, { limit }, going) => {
      const sum = (some: readonly Cleanable[]) => some.reduce((total, { bytes }) => total + bytes, 0)
      if (limit.by === 'age') {
        for (const { startedAt } of going) expect(startedAt).toBeLessThan(NOW - limit.days * DAY_MS)
        return
      }
      // Without the last one that goes, the rest would not be within the limit yet.
      if (going.length > 0) expect(sum(attempts) - sum(going.slice(0, -1))).toBeGreaterThan(limit.bytes)
      expect(new Set(going).size).toBe(going.length)
    }))

  it('takes nothing more a second time', () =>
    property((attempts, rule, going) => {
      const left = attempts.flatMap((each) => {
        if (!going.includes(each)) return [each]
        return rule.what === 'audio' ? [{ ...each, bytes: 0 }] : []
      })
      expect(selectForCleanUp(left, rule, NOW).going).toEqual([])
    }))
})
