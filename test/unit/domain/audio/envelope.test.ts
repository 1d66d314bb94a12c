import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEnvelope, envelopeBars, peakAmplitude, peakDb } from '#domain/audio/envelope'

const envelopeOf = (samples: readonly number[], frameMs = 1, rate = 4000) => {
  const builder = createEnvelope(frameMs, rate)
  builder.push(Int16Array.from(samples))
  return builder.finish()
}

describe('the envelope', () => {
  test.each([
    [0, 0],
    [-1, 0],
    [33, 85],
    [-3277, 198],
    [16384, 238],
    [32767, 255],
    [-32768, 255],
  ])('a sample of %i has level %i', (sample, level) => {
    expect(envelopeOf([0, sample, 0, 0]).peaks).toEqual(Uint8Array.of(level))
  })

  test('a peak tells decibels and amplitude', () => {
    expect(peakDb(255)).toBe(0)
    expect(peakDb(0)).toBe(-90)
    expect(peakAmplitude(0)).toBe(0)
    expect(peakAmplitude(envelopeOf([0, 8192, 0, 0]).peaks[0]!)).toBeCloseTo(0.25, 1)
  })

  test('the last frame may be short', () => {
    expect(envelopeOf([0, 0, 0, 0, 32767]).peaks).toEqual(Uint8Array.of(0, 255))
    expect(envelopeOf([]).peaks).toHaveLength(0)
  })

  test('chunks of any size give the same envelope, also asked for on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -32768, max: 32767 }))), (chunks) => {
        const builder = createEnvelope(1, 3000)
        for (const chunk of chunks) {
          builder.push(Int16Array.from(chunk))
          builder.finish()
        }
        expect(builder.finish()).toEqual(envelopeOf(chunks.flat(), 1, 3000))
      }),
    )
  })

  test('it grows with a long recording', () => {
    const builder = createEnvelope(10)
    for (let second = 0; second < 60; second++) builder.push(new Int16Array(16_000).fill(second))
    const { frameMs, peaks } = builder.finish()
    expect(frameMs * peaks.length).toBe(60_000)
  })

  test('bars keep the loudest frame each', () => {
    const envelope = { frameMs: 10, peaks: Uint8Array.of(0, 255, 0, 0, 0, 0) }
    expect(envelopeBars(envelope, 3)).toEqual([1, 0, 0])
    expect(envelopeBars({ frameMs: 10, peaks: Uint8Array.of(255) }, 4)).toEqual([1, 1, 1, 1])
    expect(envelopeBars({ frameMs: 10, peaks: new Uint8Array(0) }, 4)).toEqual([])
  })
})
