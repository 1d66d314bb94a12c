import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/models/catalogue'
import { type Quantisation, SHAPES } from '#domain/models/shapes'
import { LONG_SOUND_MS, PROBES, ratesOf, requestMs, SHORT_SOUND_MS, type SpeedRates } from '#domain/models/speed'
import { costOf, fitsMemory, recommend } from '#domain/models/suitability'

/** A machine on which the engine takes exactly what the rates say. */
const timingsOf = (rates: SpeedRates) =>
  PROBES.map((probe) => ({
    shortMs: requestMs(rates, probe, SHORT_SOUND_MS),
    longMs: requestMs(rates, probe, LONG_SOUND_MS),
  }))

/** About a laptop of two cores, `times` as slow. */
const machine = (times: number): SpeedRates => {
  const weights = (reading: number) => ({ matrix: 350 * times, attention: 90_000 * times, reading: reading * times })
  return {
    fixedMs: 40 * times,
    tokenMs: 0.3 * times,
    layerMs: 0.1 * times,
    f16: weights(0.06),
    q8: weights(0.05),
    q5: weights(0.05),
  }
}

const rate = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const Weights = fc
  .record({ matrix: rate(10, 5000), share: rate(110, 590), reading: rate(0.001, 1) })
  .map(({ matrix, share, reading }) => ({ matrix, attention: matrix * share, reading }))
const Rates = fc.record({
  fixedMs: rate(1, 200),
  tokenMs: rate(0.1, 5),
  layerMs: rate(0, 2),
  f16: Weights,
  q8: Weights,
  q5: Weights,
})

describe('ratesOf', () => {
  it('finds the rates of a machine from what it took', () => {
    fc.assert(
      fc.property(Rates, (rates) => {
        const found = ratesOf(timingsOf(rates))
        for (const shape of Object.values(SHAPES))
          for (const quantisation of ['f16', 'q8_0', 'q5_1'] as Quantisation[]) {
            const model = { shape, quantisation }
            const truth = requestMs(rates, model, 15_000)
            expect(Math.abs(requestMs(found, model, 15_000) / truth - 1)).toBeLessThan(0.12)
          }
      }),
    )
  })

  it('makes sense of timings that another program disturbed', () => {
    fc.assert(
      fc.property(fc.array(rate(1, 3), { minLength: 16, maxLength: 16 }), (noise) => {
        const timings = timingsOf(machine(1)).map(({ shortMs, longMs }, i) => ({
          shortMs: shortMs * noise[2 * i]!,
          longMs: longMs * noise[2 * i + 1]!,
        }))
        const found = ratesOf(timings)
        const [truth, told] = [machine(1), found].map((rates) =>
          requestMs(rates, { shape: SHAPES.base, quantisation: 'f16' }, 15_000),
        )
        expect(told! / truth!).toBeGreaterThan(0.3)
        expect(told! / truth!).toBeLessThan(6)
        for (const kind of [found.f16, found.q8, found.q5])
          for (const value of Object.values(kind)) expect(value).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('gives no speed below nothing, even to a machine that took no time', () => {
    const found = ratesOf(PROBES.map(() => ({ shortMs: 0, longMs: 0 })))
    expect(requestMs(found, { shape: SHAPES.medium, quantisation: 'f16' }, 15_000)).toBe(0)
  })
})

describe('costOf', () => {
  it('rises from family to family, and with a prompt', () => {
    const rates = machine(1)
    const tails = (['tiny', 'base', 'small', 'medium', 'large-v3-turbo'] as const).map(
      (family) => costOf(rates, family, 'f16').tailMs,
    )
    expect(tails).toEqual([...tails].sort((a, b) => a - b))
    const base = { shape: SHAPES.base, quantisation: 'f16' as const }
    expect(requestMs(rates, base, 5000, 200)).toBeGreaterThan(requestMs(rates, base, 5000))
  })
})

describe('recommend', () => {
  const suits = (times: number | null, onlyEnglish = true, memory = 16e9) =>
    recommend(CATALOGUE, { memoryBytes: memory, rates: times === null ? null : machine(times) }, onlyEnglish)

  it.each([
    ['a machine that was not measured', null, 'base.en-q8_0'],
    ['a laptop of two cores', 1, 'base.en-q8_0'],
    ['one four times as fast', 0.25, 'small.en-q8_0'],
    ['one ten times as fast', 0.1, 'medium.en-q8_0'],
    ['one thirty times as fast', 0.03, 'large-v3-turbo-q8_0'],
    ['one three times as slow', 3, 'tiny.en-q8_0'],
    ['one that is too slow for any', 100, 'tiny.en-q8_0'],
  ])('suggests to %s', (_what, times, id) => expect(suits(times)).toBe(id))

  it('suggests a model of many languages when a bank is not in English', () => {
    expect(suits(1, false)).toBe('base-q8_0')
    expect(suits(null, false)).toBe('base-q8_0')
  })

  it('never suggests what the memory does not hold', () => {
    expect(suits(0.01, true, 1.2e9)).toBe('small.en-q8_0')
    expect(suits(0.01, true, 1e6)).toBeNull()
    const [medium] = CATALOGUE.speech.filter(({ id }) => id === 'medium')
    expect([1e9, 8e9].map((bytes) => fitsMemory(medium!, bytes))).toEqual([false, true])
  })
})
