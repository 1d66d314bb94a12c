import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plausibleTranscript } from '#domain/speech/plausible'
import type { HeardPiece, SegmentDoubt } from '#domain/speech/speech'
import { transcriptText } from '#domain/transcript'

const SURE: SegmentDoubt = { noSpeech: 0.02, logProbability: -0.2 }

function heardAs(segments: readonly string[], doubts: readonly SegmentDoubt[] = []): HeardPiece {
  const texts = segments.map((segment) => segment.split(' '))
  const segmentStarts = texts.map((_, i) => texts.slice(0, i).flat().length)
  const words = texts.flat().map((text, i) => ({ text, startMs: 300 * i, endMs: 300 * i + 250, probability: 0.8 }))
  return { words, segmentStarts, doubts: segments.map((_, i) => doubts[i] ?? SURE) }
}

const SPOKEN = { voicedMs: 8000, soundMs: 12_000 }
const check = (segments: readonly string[], piece = SPOKEN, doubts?: readonly SegmentDoubt[]) =>
  transcriptText(plausibleTranscript(heardAs(segments, doubts), piece).words)

describe('silence', () => {
  const doubtful = { noSpeech: 0.8, logProbability: -1.4 }
  test('is what the engine takes for it and is unsure of', () => {
    expect(check(['We did it.', 'I am the', 'And it worked.'], SPOKEN, [SURE, doubtful, SURE])).toBe(
      'We did it. And it worked.',
    )
  })

  test.each([
    ['no speech, but sure of the words', { noSpeech: 0.95, logProbability: -0.5 }],
    ['unsure, but of speech', { noSpeech: 0.3, logProbability: -1.6 }],
  ])('is not what is %s', (_, doubt) => {
    expect(check(['We did it.'], SPOKEN, [doubt])).toBe('We did it.')
  })

  test.each([
    'Thank you.',
    'Thanks for watching!',
    'Subtitles by the community',
    'Subtitles by the Amara.org community',
    'you',
    'Bye-bye.',
  ])('"%s" is invented where there is no voice', (text) => {
    expect(check([text], { voicedMs: 40, soundMs: 900 })).toBe('')
  })

  test('a thank-you that has the voice for it stays', () => {
    expect(check(['Thank you.'], { voicedMs: 360, soundMs: 500 })).toBe('Thank you.')
    expect(check(['That was it.', 'Thank you.'])).toBe('That was it. Thank you.')
  })

  test('other words stay even where there is hardly any voice', () => {
    expect(check(['We waited.'], { voicedMs: 40, soundMs: 900 })).toBe('We waited.')
  })
})

describe('loops', () => {
  test.each([
    ['a word', `we had ${'the '.repeat(20)}problem`, 'we had the problem'],
    ['two words', `so ${'and then '.repeat(6)}we left`, 'so and then we left'],
    ['a sentence', `${'I was on the team. '.repeat(3)}We won.`, 'I was on the team. We won.'],
    ['whatever its case and marks', 'We did it. We did it, we did it. we did it! Good.', 'We did it. Good.'],
    ['that breaks off', `well ${'I went to the shop and '.repeat(3)}I went to`, 'well I went to the shop and'],
    ['of numbers', `zero ${'1 '.repeat(30)}end`, 'zero 1 end'],
  ])('of %s keep their first copy', (_, heard, expected) => {
    expect(check([heard.trim()], { voicedMs: 60_000, soundMs: 90_000 })).toBe(expected)
  })

  test.each([
    'no, no, no, no, that was it',
    'very very very slow',
    'and then, and then, and then we stopped',
    'We did it. We did it. And then we left',
    'the code is 0 0 0 0 0 0 0 0 1',
    'step by step by step by step we went',
  ])('are not what people say: "%s"', (text) => {
    expect(check([text])).toBe(text)
  })

  test('may go over several segments', () => {
    const heard = heardAs(['It was late and dark.', 'It was late and dark.', 'It was late and dark.', 'We left.'])
    const plausible = plausibleTranscript(heard, SPOKEN)
    expect(transcriptText(plausible.words)).toBe('It was late and dark. We left.')
    expect(plausible.segmentStarts).toEqual([0, 5])
  })
})

describe('more words than the sound can hold', () => {
  test('go, the most doubtful first', () => {
    const doubts = [SURE, { noSpeech: 0.5, logProbability: -0.9 }, SURE]
    const segments = ['We did it.', 'one more thing that nobody ever said here', 'And it worked.']
    expect(check(segments, { voicedMs: 700, soundMs: 1000 }, doubts)).toBe('We did it. And it worked.')
  })

  test('are not the words of a fast speaker', () => {
    const fast = 'we had to do it all by the end of the day'
    expect(check([fast], { voicedMs: 1500, soundMs: 2000 })).toBe(fast)
  })
})

test('any words: what is left is in order, and nothing is added', () => {
  const segments = fc.array(fc.array(fc.constantFrom('a', 'b', 'A,', '1'), { minLength: 1, maxLength: 12 }), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(segments, fc.nat(5000), (texts, soundMs) => {
      const heard = heardAs(texts.map((words) => words.join(' ')))
      const { words, segmentStarts } = plausibleTranscript(heard, { voicedMs: soundMs / 2, soundMs })
      expect(words).toEqual(heard.words.filter((word) => words.includes(word)))
      expect(segmentStarts[0]).toBe(words.length > 0 ? 0 : undefined)
      expect(segmentStarts).toEqual([...new Set(segmentStarts)].sort((a, b) => a - b))
    }),
  )
})
