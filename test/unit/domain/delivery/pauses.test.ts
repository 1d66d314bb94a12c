import { describe, expect, test } from 'vitest'
import { measurePauses } from '#domain/delivery/pauses'
import { FRAME_MS, heardAs, recorded, type Stretch } from './heard.ts'

/** Speech with silences of known lengths, in seconds; 0.2 s is too short to count. */
const SILENCES = [0.2, 0.3, 0.6, 1.2, 2.5]
const talk = (amplitude: number, silences: readonly number[] = SILENCES): Stretch[] => [
  [0.7, 0],
  ...silences.flatMap((silence): Stretch[] => [
    [2, amplitude],
    [silence, 0],
  ]),
  [1.5, amplitude],
  [0.9, 0],
]
const WORDS = heardAs(Array.from({ length: 80 }, () => 'word').join(' '))
/** Both ends of a pause may be off by two frames. */
const SLACK_MS = 4 * FRAME_MS

function expectPauses(envelope: ReturnType<typeof recorded>, silences: readonly number[]) {
  const counted = silences.filter((silence) => silence >= 0.25)
  const { count, totalMs, shown, source } = measurePauses(WORDS, envelope)
  expect(source).toBe('audio')
  expect(count).toBe(counted.length)
  const expectedMs = counted.reduce((sum, silence) => sum + 1000 * silence, 0)
  expect(Math.abs(totalMs - expectedMs)).toBeLessThanOrEqual(counted.length * SLACK_MS)
  const long = counted.filter((silence) => silence >= 1)
  expect(shown).toHaveLength(long.length)
  for (const [i, { startMs, endMs }] of shown.entries())
    expect(Math.abs(endMs - startMs - 1000 * long[i]!)).toBeLessThanOrEqual(SLACK_MS)
}

describe('pauses in made audio with known silences', () => {
  test.each([
    ['in silence', 0.5, 0],
    ['over a quiet room', 0.3, 0.001],
    ['over a fan', 0.3, 0.01],
    ['over a busy room', 0.3, 0.04],
    ['of a quiet speaker', 0.02, 0.0005],
    ['of a loud speaker who clips', 1.4, 0.005],
  ])('are measured to two frames %s', (_, amplitude, floor) => expectPauses(recorded(talk(amplitude), floor), SILENCES))

  test('start where they start', () => {
    const { shown } = measurePauses(WORDS, recorded(talk(0.3, [1.5]), 0.002))
    expect(Math.abs(shown[0]!.startMs - 2700)).toBeLessThanOrEqual(2 * FRAME_MS)
    expect(Math.abs(shown[0]!.endMs - 4200)).toBeLessThanOrEqual(2 * FRAME_MS)
  })

  test('leaves the peaks as they are stored', () => {
    const { frameMs, peaks } = recorded(talk(0.3), 0.002)
    const stored = { frameMs, peaks: Buffer.from(peaks) }
    expectPauses(stored, SILENCES)
    expect([...stored.peaks]).toEqual([...peaks])
  })

  test('a speaker who turns away makes no pauses', () => {
    const stretches: Stretch[] = [
      [12, 0.5],
      [0.6, 0],
      [12, 0.5, 'fade'],
      [1.2, 0],
      [8, 0.12],
    ]
    expectPauses(recorded(stretches, 0.001), [0.6, 1.2])
  })

  test.each([
    ['a breath', [0.4, 0.02, 'breath']],
    ['a click', [0.05, 0.4, 'tone']],
  ] as const)('%s does not end a pause', (_, sound) => {
    const stretches: Stretch[] = [[4, 0.4], [0.8, 0], sound, [0.8, 0], [4, 0.4]]
    const { count, shown } = measurePauses(WORDS, recorded(stretches, 0.0005))
    expect([count, shown.length]).toEqual([1, 1])
    expect(Math.abs(shown[0]!.endMs - shown[0]!.startMs - 1600 - 1000 * sound[0])).toBeLessThanOrEqual(SLACK_MS)
  })

  test('a short word between two pauses ends the first', () => {
    const stretches: Stretch[] = [
      [4, 0.4],
      [1.1, 0],
      [0.3, 0.3],
      [1.1, 0],
      [4, 0.4],
    ]
    expect(measurePauses(WORDS, recorded(stretches, 0.001)).shown).toHaveLength(2)
  })

  test('the key that ends a recording ends no pause of the answer', () => {
    const words = heardAs('one two three four five six seven eight')
    const envelope = recorded(
      [
        [4, 0.4],
        [3, 0],
        [0.18, 0.4, 'tone'],
        [0.3, 0],
      ],
      0.001,
    )
    expect(measurePauses(words, envelope)).toMatchObject({ count: 0, shown: [], source: 'audio' })
  })

  test.each([
    ['a cough before the answer', [1, 0], [0.6, 0.4], [4, 0], [8, 0.4], [1, 0]],
    ['a chair after it', [5.6, 0], [8, 0.4], [3, 0], [0.5, 0.4], [1, 0]],
  ] as [string, ...Stretch[]][])('%s ends no pause of it', (_, ...stretches) => {
    const words = heardAs('one two three four five six seven eight nine ten eleven twelve thirteen fourteen').map(
      (word) => ({ ...word, startMs: word.startMs + 5800, endMs: word.endMs + 5800 }),
    )
    expect(measurePauses(words, recorded(stretches, 0.001))).toMatchObject({ count: 0, totalMs: 0, source: 'audio' })
  })

  test('without audio, or where nothing stands out in it, the words tell', () => {
    const late = [...heardAs('one two three four'), { text: 'five', startMs: 5000, endMs: 5400, probability: 1 }]
    const expected = { count: 1, totalMs: 3000, shown: [{ startMs: 2000, endMs: 5000 }], source: 'words' }
    expect(measurePauses(late, null)).toEqual(expected)
    expect(measurePauses(late, recorded([[6, 0.1, 'tone']]))).toEqual(expected)
    expect(measurePauses([], null)).toEqual({ count: 0, totalMs: 0, shown: [], source: 'words' })
    expect(measurePauses(heardAs('one two three').reverse(), null).count).toBe(0)
  })
})
