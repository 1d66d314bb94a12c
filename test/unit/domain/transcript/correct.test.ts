import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Transcript, transcriptText } from '#domain/transcript'
import { correctTranscript } from '#domain/transcript/correct'

const heardAs = (text: string, segmentStarts: number[] = [0]): Transcript => ({
  words: text.split(' ').map((word, i) => ({ text: word, startMs: i * 500, endMs: i * 500 + 400, probability: 0.8 })),
  segmentStarts,
})

const times = (transcript: Transcript) => transcript.words.map((word) => [word.text, word.startMs, word.endMs])

describe('correcting a transcript', () => {
  test('a replaced word keeps its time and becomes certain', () => {
    const corrected = correctTranscript(heardAs('we used cough quickly'), 'we used Kafka quickly')
    expect(corrected.words[2]).toEqual({ text: 'Kafka', startMs: 1000, endMs: 1400, probability: 1 })
    expect(corrected.words[3]).toEqual({ text: 'quickly', startMs: 1500, endMs: 1900, probability: 0.8 })
  })

  test.each([
    [
      'two words for one',
      'the cough ka topic',
      'the Kafka topic',
      [
        ['the', 0, 400],
        ['Kafka', 500, 1400],
        ['topic', 1500, 1900],
      ],
    ],
    [
      'one word for two',
      'the gtin code',
      'the G TIN code',
      [
        ['the', 0, 400],
        ['G', 500, 600],
        ['TIN', 600, 900],
        ['code', 1000, 1400],
      ],
    ],
    [
      'an inserted word',
      'the code',
      'the good code',
      [
        ['the', 0, 400],
        ['good', 400, 500],
        ['code', 500, 900],
      ],
    ],
    [
      'an inserted beginning',
      'code works',
      'the code works',
      [
        ['the', 0, 0],
        ['code', 0, 400],
        ['works', 500, 900],
      ],
    ],
    [
      'an inserted end',
      'code works',
      'code works well',
      [
        ['code', 0, 400],
        ['works', 500, 900],
        ['well', 900, 900],
      ],
    ],
    [
      'a deleted word',
      'the um code',
      'the code',
      [
        ['the', 0, 400],
        ['code', 1000, 1400],
      ],
    ],
    ['everything deleted', 'the um code', '', []],
    [
      'case and punctuation',
      'the kafka topic',
      'The Kafka topic.',
      [
        ['The', 0, 400],
        ['Kafka', 500, 900],
        ['topic.', 1000, 1400],
      ],
    ],
  ])('%s', (_, heard, text, expected) => {
    expect(times(correctTranscript(heardAs(heard), text))).toEqual(expected)
  })

  test('text for an empty transcript stands at its beginning', () => {
    const corrected = correctTranscript({ words: [], segmentStarts: [] }, 'hello there')
    expect(times(corrected)).toEqual([
      ['hello', 0, 0],
      ['there', 0, 0],
    ])
  })

  test.each([
    ['kept', 'a b c d', [0, 2], 'a b x d', [0, 2]],
    ['after an insertion', 'a b c d', [0, 2], 'a b x c d', [0, 3]],
    ['whose first word is deleted', 'a b c d', [0, 2], 'a b d', [0, 2]],
    ['that is deleted whole', 'a b c d', [0, 2], 'a b', [0]],
    ['before the first word', 'a b', [0], 'x a b', [0]],
  ])('a segment %s', (_, heard, starts, text, expected) => {
    expect(correctTranscript(heardAs(heard, starts), text).segmentStarts).toEqual(expected)
  })

  const word = fc.constantFrom('we', 'We', 'used', 'Kafka', 'kafka,', 'um', 'a', '-', 'ten', '10%')
  const text = fc.array(word, { maxLength: 25 })
  const heard = fc
    .tuple(fc.array(fc.tuple(word, fc.nat(900), fc.nat(900)), { maxLength: 25 }), fc.array(fc.nat(24)))
    .map(([items, starts]): Transcript => {
      let at = 0
      const words = items.map(([text, gap, length]) => {
        const startMs = at + gap
        at = startMs + length
        return { text, startMs, endMs: at, probability: 0.5 }
      })
      const valid = [...new Set([0, ...starts])].filter((start) => start < words.length).sort((a, b) => a - b)
      return { words, segmentStarts: valid }
    })

  test('its own text changes nothing', () => {
    fc.assert(
      fc.property(heard, (transcript) => {
        expect(correctTranscript(transcript, transcriptText(transcript.words))).toEqual(transcript)
      }),
    )
  })

  test('the words are the text, times never run back, and segments stay valid', () => {
    fc.assert(
      fc.property(heard, text, (transcript, words) => {
        const corrected = correctTranscript(transcript, words.join('  '))
        expect(corrected.words.map((word) => word.text)).toEqual(words)
        corrected.words.forEach((word, i) => {
          expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
          expect(word.startMs).toBeGreaterThanOrEqual(corrected.words[i - 1]?.endMs ?? 0)
        })
        const starts = corrected.segmentStarts
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
        for (const start of starts) expect(start).toBeLessThan(words.length)
        if (words.length > 0 && transcript.words.length > 0) expect(starts[0]).toBe(0)
      }),
    )
  })
})
