import { describe, expect, test } from 'vitest'
import { decide, type Limits, probabilities } from '#domain/coverage/decide'
import type { Features } from '#domain/coverage/features'
import { MODEL } from '#domain/coverage/model'

/** A point told in one clause that says all of it, in an answer that tells its story. */
const TOLD: Features = {
  facts: 0,
  factLost: 0,
  general: -0.5,
  told: 1,
  unfit: 0,
  said: 1,
  talk: -0.5,
  othersFit: 0.3,
  against: 0,
  room: 0,
}
const NONE: Limits = {
  wrong: false,
  contradiction: 'none',
  distrusted: false,
  hypothetical: false,
  accepted: false,
}

const verdict = (features: Partial<Features>, limits: Partial<Limits> = {}) =>
  decide({ ...TOLD, ...features }, { ...NONE, ...limits }, MODEL.verdict)

describe('decide', () => {
  test('what was told is covered', () => {
    expect(verdict({})).toBe('covered')
  })

  test.each([
    ['a wrong fact', { wrong: true }, 'partial'],
    ['the opposite', { contradiction: 'opposite' as const }, 'missed'],
    ['a denial that the point does not have', { contradiction: 'negated' as const }, 'partial'],
    ['an answer that contradicts its story', { distrusted: true }, 'partial'],
    ['what one could do', { hypothetical: true }, 'partial'],
  ])('%s limits it', (_, limits, status) => {
    expect(verdict({}, limits)).toBe(status)
  })

  test('words that the user accepted cover a point, but for a wrong fact', () => {
    const nothing = { told: 0, said: 0, unfit: 2, facts: -0.5, factLost: 1 }
    expect(verdict(nothing, { accepted: true })).toBe('covered')
    expect(verdict(nothing, { accepted: true, contradiction: 'opposite' })).toBe('covered')
    expect(verdict(nothing, { accepted: true, wrong: true })).toBe('partial')
  })

  test('a verdict has words to show, however well the rest of the story is told', () => {
    const elsewhere = { othersFit: -0.7, talk: -1, room: 0.25, unfit: 0 }
    expect(verdict({ ...elsewhere, told: 0, said: 0 })).toBe('missed')
    expect(verdict({ ...elsewhere, told: 0.1, said: 0 })).toBe('partial')
    expect(verdict({ ...elsewhere, told: 0.3, said: 0 })).toBe('covered')
  })

  test('few words of a point prove nothing where no story is told', () => {
    expect(verdict({ said: 0.1, othersFit: 0 })).toBe('covered')
    expect(verdict({ said: 0.1, othersFit: -1.4 })).toBe('partial')
  })

  test('a lacking fact costs more of the whole than of the half', () => {
    const whole = probabilities(TOLD, MODEL.verdict)
    const lacking = probabilities({ ...TOLD, facts: -0.5, factLost: 1 }, MODEL.verdict)
    expect(lacking.partial).toBeGreaterThan(whole.partial)
    expect(lacking.covered).toBeLessThan(whole.covered)
  })
})
