import { describe, expect, it } from 'vitest'
import { BENCHES, load } from '../../../bench/benches.ts'
import { reducedContext } from '../../../bench/engine-audio-context.ts'
import { threadCounts } from '../../../bench/engine-threads.ts'

describe('every bench', () => {
  it.each(BENCHES)('%s says what it holds against what, and can be run', async (name) => {
    const { about, run } = await load(name)
    expect(about.length).toBeGreaterThan(20)
    expect(run).toBeTypeOf('function')
  })
})

it.each([
  [1, [1]],
  [2, [1, 2]],
  [6, [1, 2, 4, 6]],
  [8, [1, 2, 4, 8]],
])('tries %d cores with %j threads', (cores, counts) => expect(threadCounts(cores)).toEqual(counts))

it.each([
  [3, 0.5, 175],
  [3.01, 0.5, 176],
  [40, 2, 1500],
])('%d s and %d s more take %d positions of the audio window', (seconds, margin, positions) =>
  expect(reducedContext(seconds, margin, 1500)).toBe(positions),
)
