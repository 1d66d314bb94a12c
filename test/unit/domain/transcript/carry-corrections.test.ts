import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Transcript, transcriptText } from '#domain/transcript'
import { carryCorrections, carryText } from '#domain/transcript/carry-corrections'
import { correctTranscript } from '#domain/transcript/correct'

const heardAs = (text: string): Transcript => ({
  words: text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, i) => ({ text: word, startMs: i * 500, endMs: i * 500 + 400, probability: 0.8 })),
  segmentStarts: text === '' ? [] : [0],
})

const carry = (heard: string, corrected: string, anew: string) => {
  const old = heardAs(heard)
  const carried = carryCorrections({ heard: old, corrected: correctTranscript(old, corrected) }, heardAs(anew))
  return carried && transcriptText(carried.words)
}

describe('a text that is corrected while it is heard anew', () => {
  test.each([
    [
      'both changed it',
      'we used cough ka two go',
      'we used Kafka  two go',
      'we used cough ka to go',
      'we used Kafka to go',
    ],
    ['only the user did', 'we used cough', 'we  used\nKafka', 'we used cough', 'we  used\nKafka'],
    ['only the engine did', 'we used cough', 'we used cough', 'we used coffee', 'we used coffee'],
    ['the user took all out', 'we used cough', '', 'we used coffee', ''],
  ])('%s', (_, base, changed, anew, expected) => {
    expect(carryText(base, changed, anew)).toBe(expected)
  })
})

describe('carrying corrections over to what was heard anew', () => {
  test.each([
    [
      'elsewhere the new words stand',
      'we used cough ka two go',
      'we used Kafka two go',
      'we used cough ka to go',
      'we used Kafka to go',
    ],
    ['both agree', 'we used cough ka', 'we used Kafka', 'we used Kafka', null],
    ['nothing was corrected', 'we used cough', 'we used cough', 'we used coffee', null],
    [
      'both change the same word',
      'we used cough daily',
      'we used Kafka daily',
      'we used coffee daily',
      'we used Kafka daily',
    ],
    ['a word the user took out', 'we um used it', 'we used it', 'we um used this', 'we used this'],
    ['a word the user put in', 'we did it too', 'we never did it too', 'We did it, two.', 'We never did it, two.'],
    ['words put in at the same place', 'we went', 'we never went', 'we always went', 'we never went'],
    ['neighbouring words', 'the gee tin code', 'the GTIN code', 'the gee tin coat', 'the GTIN coat'],
    ['case set right', 'the apple team', 'the Apple team', 'the apple teams', 'the Apple teams'],
    [
      'case of the new words',
      'the apple team won',
      'the apple team lost',
      'The Apple team won.',
      'The Apple team lost',
    ],
    ['everything deleted', 'thank you', '', 'Thank you.', ''],
    ['nothing had been heard', '', 'hello there', '', 'hello there'],
  ])('%s', (_, heard, corrected, anew, expected) => {
    expect(carry(heard, corrected, anew)).toBe(expected)
  })

  test('new words keep their own times and probabilities', () => {
    const old = heardAs('we used cough')
    const anew = heardAs('so we used coffee today')
    const carried = carryCorrections({ heard: old, corrected: correctTranscript(old, 'we used Kafka') }, anew)
    expect(carried?.words.map(({ text, startMs, probability }) => [text, startMs, probability])).toEqual([
      ['so', 0, 0.8],
      ['we', 500, 0.8],
      ['used', 1000, 0.8],
      ['Kafka', 1500, 1],
    ])
  })

  const text = fc
    .array(fc.constantFrom('we', 'We', 'used', 'kafka,', 'um', 'a', 'ten', 'a.'), { maxLength: 14 })
    .map((words) => words.join(' '))

  test('the same hearing keeps every correction', () => {
    fc.assert(
      fc.property(text, text, (heard, corrected) => {
        expect(carry(heard, corrected, heard) ?? heard).toBe(corrected)
      }),
    )
  })

  test('without corrections the new hearing stands', () => {
    fc.assert(
      fc.property(text, text, (heard, anew) => {
        expect(carry(heard, heard, anew)).toBeNull()
      }),
    )
  })

  test('no word comes from nowhere, and no typed word is lost', () => {
    fc.assert(
      fc.property(text, fc.nat(14), text, (heard, at, anew) => {
        const words = heard.split(' ').filter(Boolean)
        const corrected = [...words.slice(0, at), 'Typed', ...words.slice(at)].join(' ')
        const carried = carry(heard, corrected, anew)?.split(' ') ?? []
        expect(carried.filter((word) => word === 'Typed')).toHaveLength(1)
        const known = new Set([...words, ...anew.split(' '), 'Typed'])
        expect(carried.every((word) => known.has(word))).toBe(true)
      }),
    )
  })
})
