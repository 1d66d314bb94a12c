import { describe, expect, it } from 'vitest'
import type { Report } from '#contract/attempts'
import { measureDelivery } from '#domain/delivery/measure'
import { lengthWords, pauseWords, reportLine, silenceWords } from '../../../../renderer/features/review/report-words.ts'

const attempt: Report['attempt'] = {
  id: 'a',
  storyId: 's',
  questionId: null,
  cueLevel: 'full',
  focus: null,
  note: '',
  favourite: false,
  audioRemovedAt: null,
  status: 'recorded',
  recovered: false,
  startedAt: 0,
  durationMs: 94_000,
}
const paced = (wordsPerMinute: number | null) => ({
  ...measureDelivery({
    words: [],
    durationMs: 94_000,
    envelope: null,
    coverage: [],
    pace: { min: 120, max: 170 },
    target: null,
    checklist: [],
  }),
  pace: { wordsPerMinute, articulationRate: null, verdict: null, curve: [] },
})
const delivery = paced(141.7)
const score = { covered: 9, partial: 2, missed: 1, total: 12, wrongFacts: 1 }
const done = { state: 'done', modelName: 'base.en', again: null } as const
const words = [{ text: 'we', startMs: 0, endMs: 1, probability: 1 }]

describe('reportLine', () => {
  it('says it all in one line', () => {
    expect(reportLine({ words, attempt, delivery, score, transcription: done })).toBe(
      '9 of 12 points, 1 wrong fact, 1:34, 142 words a minute',
    )
  })
  it('leaves out what there is not', () => {
    const right = { ...score, wrongFacts: 0, total: 1, covered: 1 }
    expect(reportLine({ words, attempt, delivery: null, score: right, transcription: done })).toBe('1 of 1 point, 1:34')
    expect(reportLine({ words, attempt, delivery: paced(null), score, transcription: done })).toBe(
      '9 of 12 points, 1 wrong fact, 1:34',
    )
  })
  it('says how far it is before there is a score', () => {
    const nothing = { attempt, delivery: null, score: null, words: null }
    expect(reportLine({ ...nothing, transcription: { state: 'none' } })).toBe('Not transcribed yet, 1:34')
    expect(reportLine({ ...nothing, transcription: { state: 'running', jobId: 'j', progress: 0 } })).toBe(
      'Transcribing, 1:34',
    )
    expect(reportLine({ ...nothing, words: [], transcription: done })).toBe('No speech heard, 1:34')
  })
})

describe('silenceWords', () => {
  it('asks for the microphone where it was quiet, and for an ear where it was not', () => {
    expect(silenceWords(-58.6)).toMatch(/^The loudest sound was at −59 dB; .*muted, far away, or turned down\?$/)
    expect(silenceWords(-12)).toMatch(/^The loudest sound was at −12 dB, which is loud enough for a voice/)
    expect(silenceWords(0)).toMatch(/at 0 dB/)
    expect(silenceWords(null)).toBe('Play the recording to check the microphone.')
  })
})

describe('lengthWords', () => {
  const band = { minMs: 60_000, maxMs: 90_000 }
  it.each([
    [47_000, '0:13 short of 1:00–1:30'],
    [60_000, 'within 1:00–1:30'],
    [90_000, 'within 1:00–1:30'],
    [94_000, '0:04 over 1:00–1:30'],
  ])('%i ms is %s', (ms, text) => expect(lengthWords(ms, band)).toBe(text))
})

it('names a pause by its seconds, never rounded up', () => {
  expect(pauseWords({ startMs: 1000, endMs: 3400 })).toBe('2.4 s')
  expect(pauseWords({ startMs: 0, endMs: 1990 })).toBe('1.9 s')
})
