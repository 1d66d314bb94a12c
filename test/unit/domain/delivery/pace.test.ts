import { describe, expect, test } from 'vitest'
import { measurePace } from '#domain/delivery/pace'
import { heardAs } from './heard.ts'

const BAND = { min: 120, max: 170 }
const manyWords = (count: number, stepMs: number, fromMs = 0) =>
  heardAs(Array.from({ length: count }, () => 'word').join(' '), stepMs).map((word) => ({
    ...word,
    startMs: word.startMs + fromMs,
    endMs: word.endMs + fromMs,
  }))

describe('pace', () => {
  test.each([
    [600, 100, 'slow'],
    [500, 120, 'calm'],
    [400, 150, 'calm'],
    [300, 200, 'fast'],
  ] as const)('%i ms a word are %i words a minute, %s', (stepMs, wordsPerMinute, verdict) => {
    const pace = measurePace(manyWords(50, stepMs), 0, BAND)
    expect(pace.wordsPerMinute).toBeCloseTo(wordsPerMinute)
    expect(pace.verdict).toBe(verdict)
  })

  test('counts from the first word to the last', () => {
    expect(measurePace(manyWords(10, 500, 60_000), 0, BAND).wordsPerMinute).toBeCloseTo(120)
  })

  test('articulation leaves pauses out', () => {
    const pace = measurePace(manyWords(40, 500), 4000, BAND)
    expect(pace.wordsPerMinute).toBeCloseTo(120)
    expect(pace.articulationRate).toBeCloseTo(150)
    expect(measurePace(manyWords(40, 500), 19_000, BAND).articulationRate).toBeNull()
  })

  test.each([0, 1, 4])('%i words have none', (count) => {
    expect(measurePace(manyWords(count, 500), 0, BAND)).toEqual({
      wordsPerMinute: null,
      articulationRate: null,
      verdict: null,
      curve: [],
    })
  })

  test('words without times have none', () => expect(measurePace(manyWords(9, 0), 0, BAND).wordsPerMinute).toBeNull())
})

describe('the curve', () => {
  test('of an even answer is flat from end to end', () => {
    const { curve } = measurePace(manyWords(120, 400, 3000), 0, BAND)
    expect(curve[0]!.atMs).toBe(3000)
    expect(curve.at(-1)!.atMs).toBeCloseTo(51_000)
    for (const { wordsPerMinute } of curve) expect(wordsPerMinute).toBeCloseTo(150)
  })

  test('rises where the speaker hurries and falls in a pause', () => {
    const words = [...manyWords(60, 500), ...manyWords(100, 300, 30_000), ...manyWords(40, 500, 72_000)]
    const { curve } = measurePace(words, 0, BAND)
    const at = (ms: number) => curve.reduce((a, b) => (Math.abs(b.atMs - ms) < Math.abs(a.atMs - ms) ? b : a))
    expect(at(12_000).wordsPerMinute).toBeCloseTo(120)
    expect(at(45_000).wordsPerMinute).toBeCloseTo(200)
    expect(at(66_000).wordsPerMinute).toBeLessThan(20)
  })

  test('a short answer has none', () => expect(measurePace(manyWords(15, 500), 0, BAND).curve).toEqual([]))
})
