import { describe, expect, it } from 'vitest'
import { parseOutput, parseProgress } from '../../../electron/adapters/whisper/output.ts'

const token = (word: string, start: number, end: number, probability = 0.5) => ({ word, start, end, probability })
const segment = (text: string, ...words: ReturnType<typeof token>[]) => ({ text, words })

describe('parseOutput', () => {
  it('joins tokens to words with their times and mean probability', () => {
    const heard = parseOutput({
      segments: [
        segment(' We shipped', token(' We', 0.4, 0.6, 1), token(' ship', 0.6, 0.8, 0.9), token('ped', 0.8, 1.1, 0.5)),
      ],
    })
    expect(heard).toEqual({
      words: [
        { text: 'We', startMs: 400, endMs: 600, probability: 1 },
        { text: 'shipped', startMs: 600, endMs: 1100, probability: 0.7 },
      ],
      segmentStarts: [0],
      doubts: [{ noSpeech: 0, logProbability: 0 }],
      language: null,
    })
  })

  it('says for each segment that has words how much the engine doubts it, and the language it heard', () => {
    const { doubts, language } = parseOutput({
      language: 'german',
      segments: [
        { ...segment(' a', token(' a', 0, 1)), no_speech_prob: 0.2, avg_logprob: -0.4 },
        { ...segment(' (music)', token(' (music)', 1, 2)), no_speech_prob: 0.9, avg_logprob: -2 },
        { ...segment(' b', token(' b', 2, 3)), no_speech_prob: 0.7, avg_logprob: null },
      ],
    })
    expect(doubts).toEqual([
      { noSpeech: 0.2, logProbability: -0.4 },
      { noSpeech: 0.7, logProbability: 0 },
    ])
    expect(language).toBe('german')
  })

  it.each(['[BLANK_AUDIO]', ' (music)', '*coughs*', '♪♪', ' ... '])('leaves out what is not speech: %s', (text) => {
    expect(parseOutput({ segments: [segment(text, token(text, 0, 1))] }).words).toEqual([])
  })

  it('drops tokens that are only punctuation and keeps signs that are said', () => {
    const { words } = parseOutput({
      segments: [segment(' a', token(' -', 0, 1), token(' 50', 1, 2), token(' %', 2, 3))],
    })
    expect(words.map((word) => word.text)).toEqual(['50', '%'])
  })

  it('never lets time run backwards, within a segment or between two', () => {
    const { words } = parseOutput({
      segments: [segment(' a b', token(' a', 2, 1), token(' b', 0.5, 0.7)), segment(' c', token(' c', 0, 3))],
    })
    const times = words.flatMap((word) => [word.startMs, word.endMs])
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('keeps estimates within the recording', () => {
    const { words } = parseOutput({
      duration: 2.5,
      segments: [segment(' a b', token(' a', 2, 2.8), token(' b', 2.9, 3.4))],
    })
    expect(words.map((word) => [word.startMs, word.endMs])).toEqual([
      [2000, 2500],
      [2500, 2500],
    ])
  })

  it('counts segments only where words are', () => {
    const { segmentStarts } = parseOutput({
      segments: [
        segment('[BLANK_AUDIO]'),
        segment(' a', token(' a', 0, 1)),
        segment(''),
        segment(' b', token(' b', 1, 2)),
      ],
    })
    expect(segmentStarts).toEqual([0, 1])
  })

  it.each([null, {}, { segments: [{ words: [] }] }, { error: 'busy' }])('refuses what it does not know: %j', (json) => {
    expect(() => parseOutput(json)).toThrow(expect.objectContaining({ code: 'engine-failed' }))
  })
})

describe('parseProgress', () => {
  it.each([
    ['whisper_print_progress_callback: progress =  45%', 0.45],
    ['whisper_print_progress_callback: progress = 100%', 1],
    ['main: processing (4000 samples)', null],
  ])('%s', (line, fraction) => expect(parseProgress(line)).toBe(fraction))
})
