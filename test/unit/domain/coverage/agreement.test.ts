import { describe, expect, it } from 'vitest'
import { agreementOf, linearKappa, type VerdictPair } from '#domain/coverage/agreement'
import type { CoverageStatus } from '#domain/coverage/coverage'

const LETTERS: Readonly<Record<string, CoverageStatus>> = { c: 'covered', p: 'partial', m: 'missed' }
/** `cp×3`: three times covered for the user and partial for Starbeat. */
const pairs = (...groups: string[]): VerdictPair[] =>
  groups.flatMap((group) => {
    const [letters = '', times = '1'] = group.split('×')
    const pair = { user: LETTERS[letters[0]!]!, starbeat: LETTERS[letters[1]!]! }
    return Array.from({ length: Number(times) }, () => pair)
  })

describe('agreement', () => {
  it('counts all nine pairs and the share of equal verdicts', () => {
    const { labels, agreed, cells } = agreementOf(pairs('cc×2', 'cm', 'pp'))
    expect([labels, agreed]).toEqual([4, 0.75])
    expect(cells).toHaveLength(9)
    expect(cells.filter(({ count }) => count > 0)).toEqual([
      { user: 'covered', starbeat: 'covered', count: 2 },
      { user: 'covered', starbeat: 'missed', count: 1 },
      { user: 'partial', starbeat: 'partial', count: 1 },
    ])
  })

  it('is zero of nothing, without a kappa', () => {
    expect(agreementOf([])).toMatchObject({ labels: 0, agreed: 0, kappa: null })
  })
})

describe('kappa with linear weights', () => {
  it.each([
    ['full agreement', ['cc×3', 'pp×2', 'mm'], 1],
    ['chance', ['cc', 'cm', 'mc', 'mm'], 0],
    ['always the opposite', ['cm', 'mc'], -1],
  ])('%s', (_what, groups, expected) => {
    expect(linearKappa(pairs(...groups))).toBe(expected)
  })

  it('is what a table gives that was worked out by hand', () => {
    // The user says covered 3, partial 1, missed 2 times; Starbeat 1, 3, 2: by chance they are apart by 34/6, here by 4.
    expect(linearKappa(pairs('cc', 'pp', 'mm', 'cp', 'mp', 'cm'))).toBeCloseTo(1 - 24 / 34, 10)
  })

  it('minds how far apart two verdicts are', () => {
    const near = linearKappa(pairs('cc×4', 'mm×4', 'pp×4', 'cp×2'))!
    const far = linearKappa(pairs('cc×4', 'mm×4', 'pp×4', 'cm×2'))!
    expect(near).toBeGreaterThan(far)
  })

  it.each([[['cc×7']], [['mm']]])('has no meaning where chance agrees in everything: %s', (groups) => {
    expect(linearKappa(pairs(...groups))).toBeNull()
  })

  it('has one where only one side always says the same', () => {
    expect(linearKappa(pairs('cc×3', 'cm'))).toBe(0)
  })
})
