import { describe, expect, it } from 'vitest'
import {
  agreementLine,
  countOf,
  kappaWords,
  learnedLine,
} from '../../../../renderer/features/settings/agreement-words.ts'

const untaught = (labels: number, agreed: number) => ({ untaught: { labels, agreed, kappa: null, cells: [] } })

describe('the sentence that says it all', () => {
  it.each([
    [untaught(24, 0.75), 'You judged 24 points by hand; Starbeat agrees with 18 of them (75 %).'],
    [untaught(3, 2 / 3), 'You judged 3 points by hand; Starbeat agrees with 2 of them (67 %).'],
    [untaught(2, 0), 'You judged 2 points by hand; Starbeat agrees with 0 of them (0 %).'],
    [untaught(1, 1), 'You judged 1 point by hand; Starbeat agrees with it.'],
    [untaught(1, 0), 'You judged 1 point by hand; Starbeat does not agree with it.'],
    [untaught(0, 0), 'You have not judged a point by hand yet.'],
  ])('%#', (agreement, line) => {
    expect(agreementLine(agreement)).toBe(line)
  })
})

it.each([
  [{ accepted: 0, rejected: 0 }, 'Starbeat has learned no words from you yet.'],
  [{ accepted: 1, rejected: 0 }, 'Starbeat learned 1 way of saying a point from you.'],
  [{ accepted: 3, rejected: 2 }, 'Starbeat learned 3 ways of saying a point and 2 counter-examples from you.'],
])('says what was learned: %o', (wordings, line) => {
  expect(learnedLine(wordings)).toBe(line)
})

it('says what kappa means, also where it means nothing', () => {
  expect(kappaWords(null)).toBe('Too little to compare with chance.')
  expect(kappaWords(0.655)).toBe('Beyond chance: substantial (weighted kappa 0.66).')
  expect(kappaWords(-0.2)).toContain('none')
})

it('counts a pair that never occurs as none', () => {
  const cells = [{ user: 'covered' as const, starbeat: 'missed' as const, count: 2 }]
  expect([countOf(cells, 'covered', 'missed'), countOf(cells, 'missed', 'covered')]).toEqual([2, 0])
})
