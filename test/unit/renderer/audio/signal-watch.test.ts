import { describe, expect, it } from 'vitest'
import { type SignalState, startSignal, watchSignal } from '../../../../renderer/audio/signal-watch.ts'

/** Feeds one peak every 50 ms. */
function feed(state: SignalState, fromMs: number, untilMs: number, peakDb: number | null): SignalState {
  let next = state
  for (let ms = fromMs; ms <= untilMs; ms += 50) next = watchSignal(next, peakDb, ms)
  return next
}

describe('watchSignal', () => {
  it.each([
    ['digital silence', Number.NEGATIVE_INFINITY],
    ['hum of a muted microphone', -78],
    ['no frames at all', null],
  ])('misses the signal after three seconds of %s, not before', (_, peakDb) => {
    const before = feed(startSignal(0), 0, 2950, peakDb)
    expect(before.hasSignal).toBe(true)
    expect(watchSignal(before, peakDb, 3000).hasSignal).toBe(false)
  })

  it('never misses it in a quiet room', () => {
    expect(feed(startSignal(0), 0, 10_000, -60).hasSignal).toBe(true)
  })

  it('counts anew after every sound', () => {
    const heard = watchSignal(feed(startSignal(0), 0, 2900, null), -30, 2950)
    expect(feed(heard, 3000, 5950, null).hasSignal).toBe(true)
    expect(feed(heard, 3000, 6050, null).hasSignal).toBe(false)
  })

  it('has it back with a clear sound, not with hum', () => {
    const missed = feed(startSignal(0), 0, 4000, null)
    expect(watchSignal(missed, -66, 4050).hasSignal).toBe(false)
    expect(watchSignal(missed, -40, 4050).hasSignal).toBe(true)
  })
})
