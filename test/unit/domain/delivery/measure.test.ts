import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEnvelope } from '#domain/audio/envelope'
import { findFillers } from '#domain/delivery/fillers'
import { measureDelivery } from '#domain/delivery/measure'
import { wordParts } from '#domain/delivery/part-times'
import { longPauses } from '#domain/delivery/pauses'
import { PARTS } from '#domain/story'
import type { Word } from '#domain/transcript'

const heardAs = (text: string, stepMs = 500): Word[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, i) => ({ text: word, startMs: i * stepMs, endMs: (i + 1) * stepMs, probability: 1 }))

/** A recording of stretches: seconds and amplitude (0-1) of a tone over noise of amplitude `noise`. */
const recorded = (stretches: readonly (readonly [number, number])[], noise = 0) => {
  const builder = createEnvelope(20)
  for (const [seconds, amplitude] of stretches)
    builder.push(
      Int16Array.from(
        { length: seconds * 16_000 },
        (_, i) => 32767 * (amplitude * Math.sin(i / 5) + noise * Math.sin(i)),
      ),
    )
  return builder.finish()
}

describe('pauses', () => {
  const words = heardAs('one two three four')

  test.each([
    ['in silence', 0.5, 0],
    ['in a noisy room', 0.3, 0.02],
    ['of a quiet speaker', 0.01, 0.0005],
  ])('are found %s', (_, amplitude, noise) => {
    const pauses = longPauses(
      words,
      recorded(
        [
          [3, amplitude],
          [2.5, 0],
          [2, amplitude],
          [1.5, 0],
          [1, amplitude],
          [4, 0],
        ],
        noise,
      ),
    )
    expect(pauses).toHaveLength(1)
    expect(pauses[0]!.startMs).toBeCloseTo(3000, -2)
    expect(pauses[0]!.endMs).toBeCloseTo(5500, -2)
  })

  test('a click does not end a pause', () => {
    expect(
      longPauses(
        words,
        recorded([
          [3, 0.3],
          [1.5, 0],
          [0.05, 0.4],
          [1.5, 0],
          [3, 0.3],
        ]),
      ),
    ).toHaveLength(1)
  })

  test('without audio, or where nothing stands out in it, the words tell', () => {
    const late = [...words, { text: 'five', startMs: 5000, endMs: 5400, probability: 1 }]
    expect(longPauses(late, null)).toEqual([{ startMs: 2000, endMs: 5000 }])
    expect(longPauses(late, recorded([[6, 0.1]]))).toEqual([{ startMs: 2000, endMs: 5000 }])
    expect(longPauses([], null)).toEqual([])
  })
})

describe('fillers', () => {
  test.each([
    ['um so we uh tried erm it', ['um', 'uh', 'erm']],
    ['It was, like, really slow.', ['like']],
    ['I like it and it looks like rain, something like that', []],
    ['and like, nobody came', ['like']],
    ['you know, we shipped it', ['you know']],
    ['do you know what happened? you know that already', []],
    ['it was sort of slow', ['sort of']],
    ['some sort of plan, and a kind of magic', []],
    ['I mean we had to', ['i mean']],
    ['what I mean is this, I mean it', []],
    ['Basically, we won. Actually, we did.', ['basically', 'actually']],
    ['then I actually read it', []],
    ['So, uh, we launched', ['so', 'uh']],
    ['so we launched so many things', []],
    ['we we we had the the plan', ['we we we', 'the the']],
    ['we had had that that much. Much was very very good', []],
    ['ninety nine nine', []],
  ])('%s', (text, expected) => {
    expect(findFillers(heardAs(text)).map((filler) => filler.text)).toEqual(expected)
  })

  test('their words and their moment are told', () => {
    expect(findFillers(heardAs('we you know waited'))).toEqual([
      { text: 'you know', span: { from: 1, to: 3 }, startMs: 500 },
    ])
  })
})

describe('time per part', () => {
  const letters = { situation: 's', task: 't', action: 'a', result: 'r', learning: 'l', other: 'o' }
  const partsOf = (text: string, ...coverage: Parameters<typeof wordParts>[1]) =>
    wordParts(heardAs(text), coverage)
      .map((part) => (part ? letters[part] : '.'))
      .join('')

  test.each([
    ['between evidence of one part', 'a b c d e f', 'action', '.aaaa.'],
    ['between two parts, at the middle', 'a b c d e f', 'result', '.aarr.'],
    ['between two parts, at the sentence end', 'a b c. d e f', 'result', '.aarr.'],
    ['between two parts, at an early sentence end', 'a b. c d e f', 'result', '.arrr.'],
  ] as const)('words %s', (_, text, part, expected) => {
    const first = { part: 'action', evidence: [{ from: 1, to: 2 }] } as const
    expect(partsOf(text, first, { part, evidence: [{ from: 4, to: 5 }] })).toBe(expected)
  })

  test('a word that proves several points goes to the part of most', () => {
    const all = [{ from: 0, to: 2 }]
    expect(
      partsOf(
        'a b',
        { part: 'task', evidence: all },
        { part: 'action', evidence: all },
        { part: 'action', evidence: all },
      ),
    ).toBe('aa')
  })

  test('shares are of the speech that belongs to a part', () => {
    const { partTimes } = measureDelivery({
      words: heardAs('a b c d'),
      durationMs: 3000,
      envelope: null,
      coverage: [
        { part: 'result', evidence: [{ from: 3, to: 4 }] },
        { part: 'situation', evidence: [{ from: 0, to: 3 }] },
      ],
    })
    expect(partTimes).toEqual([
      { part: 'situation', ms: 1500, share: 0.75 },
      { part: 'result', ms: 500, share: 0.25 },
    ])
  })
})

describe('the whole delivery', () => {
  test('pace counts from the first word to the last', () => {
    const words = heardAs('a b c d e f g h i j').map((word) => ({
      ...word,
      startMs: word.startMs + 60_000,
      endMs: word.endMs + 60_000,
    }))
    expect(measureDelivery({ words, durationMs: 90_000, envelope: null, coverage: [] })).toMatchObject({
      durationMs: 90_000,
      wordCount: 10,
      wordsPerMinute: 120,
    })
  })

  test('nothing said', () => {
    expect(measureDelivery({ words: [], durationMs: 0, envelope: recorded([]), coverage: [] })).toEqual({
      durationMs: 0,
      wordCount: 0,
      wordsPerMinute: null,
      pauses: [],
      fillers: [],
      partTimes: [],
    })
  })

  test('whatever is said, spans lie in the words and shares add up', () => {
    const text = fc.array(fc.constantFrom('we', 'um', 'like,', 'you', 'know', 'so,', 'so', 'it.', ''), {
      maxLength: 30,
    })
    const evidence = fc.array(fc.tuple(fc.constantFrom(...PARTS), fc.nat(30), fc.integer({ min: 1, max: 9 })))
    fc.assert(
      fc.property(text, evidence, (texts, spans) => {
        const words = heardAs(texts.join(' '))
        const coverage = spans.map(([part, from, length]) => ({ part, evidence: [{ from, to: from + length }] }))
        const { fillers, partTimes } = measureDelivery({ words, durationMs: 1, envelope: null, coverage })
        let end = 0
        for (const { span } of fillers) {
          expect(span.from).toBeGreaterThanOrEqual(end)
          expect(span.to).toBeGreaterThan(span.from)
          end = span.to
        }
        expect(end).toBeLessThanOrEqual(words.length)
        if (partTimes.length > 0) expect(partTimes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      }),
    )
  })
})
