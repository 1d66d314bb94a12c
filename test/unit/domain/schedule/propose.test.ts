import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CUE_LEVELS } from '#domain/attempt'
import { type Answer, proposeRating } from '#domain/schedule/propose'
import { RATINGS } from '#domain/schedule/rating'

const TARGET = { minMs: 60_000, maxMs: 90_000 }
const answer = (
  covered: number,
  over: Partial<Omit<Answer, 'score'>> & { wrongFacts?: number; partial?: number } = {},
): Answer => {
  const { wrongFacts = 0, partial = 0, ...rest } = over
  const score = { covered, partial, missed: 20 - covered - partial, total: 20, wrongFacts }
  return { score, durationMs: 75_000, target: TARGET, cueLevel: 'off-book', ...rest }
}

describe('the proposed rating', () => {
  it.each<[string, Answer, string, string[]]>([
    ['everything in time off book', answer(20), 'easy', ['coverage']],
    ['nearly everything', answer(19), 'easy', ['coverage']],
    ['most points', answer(18), 'good', ['coverage']],
    ['three quarters', answer(15), 'good', ['coverage']],
    ['half said in part', answer(10, { partial: 10 }), 'good', ['coverage']],
    ['a little more than half', answer(11), 'hard', ['coverage']],
    ['half', answer(10), 'hard', ['coverage']],
    ['less than half', answer(9), 'again', ['coverage']],
    ['nothing', answer(0), 'again', ['coverage']],
    ['everything and a wrong fact', answer(20, { wrongFacts: 1 }), 'hard', ['coverage', 'wrong-facts']],
    ['half and wrong facts', answer(9, { wrongFacts: 3 }), 'again', ['coverage', 'wrong-facts']],
    ['everything with the points in view', answer(20, { cueLevel: 'full' }), 'hard', ['coverage', 'cues']],
    ['everything with keywords', answer(20, { cueLevel: 'keywords' }), 'good', ['coverage', 'cues']],
    ['little with the points in view', answer(3, { cueLevel: 'full' }), 'again', ['coverage', 'cues']],
    ['everything, a little long', answer(20, { durationMs: 95_000 }), 'good', ['coverage', 'length']],
    ['everything, a little short', answer(20, { durationMs: 55_000 }), 'good', ['coverage', 'length']],
    ['most points, a little long', answer(18, { durationMs: 95_000 }), 'good', ['coverage']],
    ['most points, far too long', answer(18, { durationMs: 140_000 }), 'hard', ['coverage', 'length']],
    ['most points, far too short', answer(18, { durationMs: 30_000 }), 'hard', ['coverage', 'length']],
    ['half, far too long', answer(11, { durationMs: 300_000 }), 'hard', ['coverage', 'length']],
    ['nothing, far too long', answer(0, { durationMs: 300_000 }), 'again', ['coverage', 'length']],
  ])('of %s', (_what, given, rating, reasons) => {
    const proposal = proposeRating(given)!
    expect([proposal.rating, proposal.reasons.map(({ kind }) => kind)]).toEqual([rating, reasons])
  })

  it('says how far the length is off, and to which side', () => {
    const off = (durationMs: number) => proposeRating(answer(20, { durationMs }))!.reasons[1]
    expect(off(100_000)).toEqual({ kind: 'length', offMs: 10_000 })
    expect(off(20_000)).toEqual({ kind: 'length', offMs: -40_000 })
  })

  it('is none where there is nothing to say', () => {
    expect(
      proposeRating({ ...answer(0), score: { covered: 0, partial: 0, missed: 0, total: 0, wrongFacts: 0 } }),
    ).toBeNull()
  })

  const circumstances = fc.record({
    covered: fc.integer({ min: 0, max: 19 }),
    durationMs: fc.integer({ min: 1000, max: 400_000 }),
    wrongFacts: fc.integer({ min: 0, max: 3 }),
    cueLevel: fc.constantFrom(...CUE_LEVELS),
  })
  const rank = (given: Answer) => RATINGS.indexOf(proposeRating(given)!.rating)

  it('never gets worse when more is said, fewer facts are wrong or less is in view', () => {
    fc.assert(
      fc.property(circumstances, ({ covered, ...rest }) => {
        const own = rank(answer(covered, rest))
        expect(rank(answer(covered + 1, rest))).toBeGreaterThanOrEqual(own)
        expect(rank(answer(covered, { ...rest, wrongFacts: 0 }))).toBeGreaterThanOrEqual(own)
        expect(rank(answer(covered, { ...rest, cueLevel: 'off-book' }))).toBeGreaterThanOrEqual(own)
        expect(rank(answer(covered, { ...rest, durationMs: 75_000 }))).toBeGreaterThanOrEqual(own)
      }),
    )
  })
})
