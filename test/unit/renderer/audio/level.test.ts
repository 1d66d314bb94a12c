import { describe, expect, it } from 'vitest'
import { isTooLoud, measureLevel, meterShare, SILENCE } from '../../../../renderer/audio/level.ts'

describe('measureLevel', () => {
  it('gives 0 dBFS for full scale and -6 dB for half', () => {
    expect(measureLevel(Float32Array.of(1, -1)).peakDb).toBeCloseTo(0)
    expect(measureLevel(Float32Array.of(0.5, -0.5)).rmsDb).toBeCloseTo(-6.02, 1)
  })
  it('gives the root mean square of a sine, 3 dB below its peak', () => {
    const sine = Float32Array.from({ length: 1600 }, (_, i) => Math.sin((2 * Math.PI * i) / 16))
    const { peakDb, rmsDb } = measureLevel(sine)
    expect(peakDb - rmsDb).toBeCloseTo(3.01, 1)
  })
  it('knows silence and nothing at all', () => {
    expect(measureLevel(new Float32Array(10))).toEqual(SILENCE)
    expect(measureLevel(new Float32Array(0))).toEqual(SILENCE)
  })
})

describe('meterShare', () => {
  it.each([
    [0, 1],
    [-30, 0.5],
    [-60, 0],
    [-90, 0],
    [Number.NEGATIVE_INFINITY, 0],
    [3, 1],
  ])('%f dB stands at %f', (db, share) => expect(meterShare(db)).toBeCloseTo(share))
})

it('calls what touches full scale too loud', () => {
  expect(isTooLoud({ peakDb: -0.5, rmsDb: -9 })).toBe(true)
  expect(isTooLoud({ peakDb: -3, rmsDb: -3 })).toBe(false)
})
