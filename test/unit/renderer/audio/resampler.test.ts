import { describe, expect, it } from 'vitest'
import { createResampler } from '../../../../renderer/audio/resampler.ts'

const sine = (hz: number, rateHz: number, seconds: number) =>
  Float32Array.from({ length: Math.round(rateHz * seconds) }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / rateHz))

function resample(samples: Float32Array, fromHz: number, block: number): Float32Array {
  const resampler = createResampler(fromHz, 16_000)
  const output: number[] = []
  for (let i = 0; i < samples.length; i += block) output.push(...resampler.push(samples.subarray(i, i + block)))
  return Float32Array.from(output)
}

const rms = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length)

describe('createResampler', () => {
  it.each([44_100, 48_000, 96_000, 8_000])('keeps speech from %i Hz as loud as it was', (fromHz) => {
    const output = resample(sine(1000, fromHz, 1), fromHz, 2205)
    expect(Math.abs(output.length - 16_000)).toBeLessThan(100)
    expect(rms(output.subarray(500, -500))).toBeCloseTo(0.3536, 2)
  })

  it('takes away what 16 kHz cannot hold', () => {
    const output = resample(sine(11_000, 48_000, 0.5), 48_000, 2400)
    expect(20 * Math.log10(rms(output.subarray(500, -500)) / 0.3536)).toBeLessThan(-60)
  })

  it('gives the same whatever the size of the blocks', () => {
    const input = sine(440, 44_100, 0.4)
    const [small, large] = [resample(input, 44_100, 128), resample(input, 44_100, 4410)]
    const count = Math.min(small.length, large.length)
    for (let i = 0; i < count; i++) expect(small[i]).toBeCloseTo(large[i]!, 5)
  })

  it('leaves 16 kHz alone', () => {
    const input = sine(440, 16_000, 0.1)
    expect(createResampler(16_000, 16_000).push(input)).toBe(input)
  })
})
