import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pauseNeeded, quietestMoment } from '#domain/speech/pauses'
import { createPhrases, type PhraseCutter } from '#domain/speech/phrases'
import type { Phrase, VoiceFrame } from '#domain/speech/speech'

const FRAME_MS = 20

/** What a stretch of frames is: v(oice), c(onsonant or other sound), or silence; its length; its level in dBFS. */
type Stretch = readonly [kind: 'v' | 'c' | ' ', ms: number, levelDb?: number]

function framesOf(...stretches: readonly Stretch[]): VoiceFrame[] {
  const frames: VoiceFrame[] = []
  for (const [kind, ms, levelDb] of stretches)
    for (let i = 0; i < ms / FRAME_MS; i++) {
      const startMs = frames.length * FRAME_MS
      const level = levelDb ?? (kind === 'v' ? -20 : kind === 'c' ? -35 : -70)
      frames.push({ startMs, endMs: startMs + FRAME_MS, levelDb: level, sound: kind !== ' ', voiced: kind === 'v' })
    }
  return frames
}

const cut = (
  frames: readonly VoiceFrame[],
  options?: { limitMs: number },
  cutter = createPhrases(options),
): Phrase[] => [...cutter.push(frames), ...cutter.end()]
const spans = (phrases: readonly Phrase[]) => phrases.map(({ startMs, endMs }) => [startMs, endMs])

/** Speech that goes on: a word of 380 ms and a gap of 60 ms, over and over. */
const talk = (ms: number): Stretch[] =>
  Array.from({ length: Math.round(ms / 440) }, (): Stretch[] => [
    ['c', 80],
    ['v', 300],
    [' ', 60],
  ]).flat()

describe('where phrases end', () => {
  test('a phrase takes some of the silence around it', () => {
    expect(cut(framesOf([' ', 1000], ['v', 1000], [' ', 1000]))).toEqual([
      { startMs: 800, endMs: 2200, ends: 'pause', voicedMs: 1000, soundMs: 1000 },
    ])
  })

  test('nothing reaches beyond the recording', () => {
    expect(spans(cut(framesOf(['v', 1000])))).toEqual([[0, 1000]])
  })

  test('a consonant before and after the voice belongs to it', () => {
    expect(spans(cut(framesOf([' ', 1000], ['c', 200], ['v', 400], ['c', 200], [' ', 1000])))).toEqual([[800, 2000]])
  })

  test('sound far from any voice does not', () => {
    const typing: Stretch[] = Array.from({ length: 10 }, (): Stretch[] => [
      ['c', 20],
      [' ', 180],
    ]).flat()
    const [phrase, ...others] = cut(framesOf(...typing, [' ', 500], ['v', 1000], [' ', 500], ...typing))
    expect(others).toEqual([])
    expect(phrase).toMatchObject({ startMs: 2300, endMs: 3700 })
  })

  test('a short phrase waits for the pause of a sentence', () => {
    expect(spans(cut(framesOf(['v', 1000], [' ', 600], ['v', 1000], [' ', 800], ['v', 1000])))).toEqual([
      [0, 2800],
      [3200, 4400],
    ])
  })

  test('the longer a phrase, the shorter a pause ends it', () => {
    const pauses = [0, 3000, 5000, 7000, 9000, 12_000].map((lengthMs) => Math.round(pauseNeeded(lengthMs, 15_000)))
    expect(pauses).toEqual([700, 700, 567, 300, 207, 160])
    expect(pauseNeeded(3500, 7500)).toBe(pauseNeeded(7000, 15_000))
    expect(cut(framesOf(...talk(11_000), [' ', 120], ['v', 1000]))).toHaveLength(2)
    expect(cut(framesOf(...talk(6000), [' ', 120], ['v', 1000]))).toHaveLength(1)
  })

  test('a phrase is decided as soon as its pause is long enough', () => {
    const cutter = createPhrases()
    expect(cutter.push(framesOf(['v', 1000], [' ', 680]))).toEqual([])
    const more = framesOf(['v', 1000], [' ', 700]).slice(-1)
    expect(cutter.push(more)).toHaveLength(1)
  })

  test('a consonant that may begin a word is waited for', () => {
    expect(cut(framesOf(['v', 1000], [' ', 600], ['c', 200], ['v', 1000]))).toHaveLength(1)
    expect(cut(framesOf(['v', 1000], [' ', 600], ['c', 400], ['v', 1000]))).toHaveLength(2)
  })
})

describe('speech without a pause', () => {
  const frames = framesOf(['v', 12_000], ['v', 100, -40], ['v', 8000])

  test('is cut at its quietest moment, and both sides hear that', () => {
    const [first, second, ...others] = cut(frames)
    expect(others).toEqual([])
    expect(first).toMatchObject({ startMs: 0, endMs: 12_750, ends: 'limit' })
    expect(second).toMatchObject({ startMs: 11_350, endMs: 20_100, ends: 'pause' })
  })

  test('that ends before the end of the cut phrase leaves nothing over', () => {
    expect(cut(framesOf(['v', 14_900], [' ', 3000]))).toHaveLength(1)
  })

  test('of equal moments the latest is the quietest', () => {
    expect(quietestMoment(framesOf(['v', 1000]), 200, 800)).toBe(790)
  })
})

describe('what is no phrase', () => {
  test.each([
    ['silence', framesOf([' ', 20_000])],
    ['a breath', framesOf([' ', 500], ['c', 900, -40], [' ', 500])],
    ['a click that sounds voiced', framesOf([' ', 500], ['v', 60], [' ', 1000])],
    [
      'noise that is now and then periodic',
      framesOf(
        ...Array.from({ length: 40 }, (): Stretch[] => [
          ['c', 280],
          ['v', 20],
        ]).flat(),
      ),
    ],
  ])('%s', (_, frames) => {
    expect(cut(frames)).toEqual([])
  })
})

describe('whispering', () => {
  const whispered = Array.from({ length: 12 }, (): Stretch[] => [
    ['c', 100, -45],
    ['c', 100, -55],
    [' ', 60, -62],
  ]).flat()

  test('is speech when it goes on for two seconds', () => {
    const [phrase, ...others] = cut(framesOf([' ', 1000], ...whispered, [' ', 1000]))
    expect(others).toEqual([])
    expect(phrase).toMatchObject({ startMs: 800, voicedMs: 0 })
    expect(phrase!.endMs).toBeGreaterThan(1000 + 12 * 260)
  })

  test('is not taken for it when it is steady', () => {
    expect(cut(framesOf([' ', 1000], ['c', 4000, -45], [' ', 1000]))).toEqual([])
  })
})

describe('a recording that pauses', () => {
  test('is cut where it does', () => {
    const cutter = createPhrases()
    const frames = framesOf(['v', 2000])
    expect(spans(cut(frames.slice(0, 50), undefined, cutter))).toEqual([[0, 1000]])
    expect(spans(cut(frames.slice(50), undefined, cutter))).toEqual([[1000, 2000]])
    expect(cutter.end()).toEqual([])
  })
})

describe('any frames', () => {
  const stretch = fc.tuple(
    fc.constantFrom('v' as const, 'v' as const, 'c' as const, ' ' as const),
    fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 400 })).map((count) => count * FRAME_MS),
    fc.integer({ min: -80, max: -5 }),
  )
  const frames = fc.array(stretch, { maxLength: 25 }).map((stretches) => framesOf(...stretches))
  const limitMs = fc.integer({ min: 4000, max: 20_000 })

  test('give phrases in order, within the recording and the limit, that overlap only after the limit', () => {
    fc.assert(
      fc.property(frames, limitMs, (frames, limitMs) => {
        const phrases = cut(frames, { limitMs })
        for (const [i, phrase] of phrases.entries()) {
          const before = phrases[i - 1]
          expect(phrase.startMs).toBeGreaterThanOrEqual(before && before.ends === 'pause' ? before.endMs : 0)
          expect(phrase.startMs).toBeGreaterThan(before?.startMs ?? -1)
          expect(phrase.endMs).toBeGreaterThan(before?.endMs ?? phrase.startMs)
          expect(phrase.endMs).toBeLessThanOrEqual(frames.at(-1)!.endMs)
          expect(phrase.endMs - phrase.startMs).toBeLessThanOrEqual(limitMs)
        }
      }),
    )
  })

  test('keep every stretch of voice that is long enough', () => {
    fc.assert(
      fc.property(frames, limitMs, (frames, limitMs) => {
        const phrases = cut(frames, { limitMs })
        const isInside = (ms: number) => phrases.some(({ startMs, endMs }) => startMs <= ms && ms <= endMs)
        for (let from = 0; from < frames.length; ) {
          let to = from
          while (frames[to]?.voiced) to++
          // With less, and nothing but noise around, it is not speech.
          if ((to - from) * FRAME_MS >= 2000)
            for (const { startMs, endMs } of frames.slice(from, to)) expect(isInside((startMs + endMs) / 2)).toBe(true)
          from = to + 1
        }
      }),
    )
  })

  test('give the same phrases in portions of any size', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 300 }), (frames, portion) => {
        const cutter: PhraseCutter = createPhrases()
        const phrases: Phrase[] = []
        for (let at = 0; at < frames.length; at += portion) phrases.push(...cutter.push(frames.slice(at, at + portion)))
        expect([...phrases, ...cutter.end()]).toEqual(cut(frames))
      }),
    )
  })
})
