import { beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '#contract/attempts'
import { TranscriptJson } from '#contract/exports'
import type { Scorecard } from '#contract/sessions'
import { parseWav } from '#domain/audio/wav'
import { AppError } from '#domain/errors'
import type { Answer } from '#domain/progress/answer'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createJobs } from '../../../../electron/services/app/jobs.ts'
import type { KnownScore } from '../../../../electron/services/ports/stores.ts'
import { createExports } from '../../../../electron/services/taking-out/exports.ts'
import { ids, memoryAttempts, memoryAudio, memoryStories, memoryTranscripts, storyOf, transcriptOf } from '../fakes.ts'

const AT = Date.UTC(2026, 10, 21, 20, 21)
const STORY = storyOf('s1', { p1: 'We cut the build to 20 minutes' })
const WORDS = transcriptOf('We cut the build to 30 minutes.').words

const report = (patch: Partial<Report> = {}): Report => ({
  attempt: {
    id: 'a1',
    storyId: 's1',
    questionId: 'q1',
    cueLevel: 'off-book',
    status: 'recorded',
    recovered: false,
    focus: null,
    note: 'Slower <b>next</b> time\n# breathe',
    favourite: true,
    audioRemovedAt: null,
    startedAt: AT,
    durationMs: 7000,
  },
  transcription: { state: 'done', modelName: 'base.en', again: null },
  storyTitle: 'The build',
  question: 'What did you improve?',
  target: { minMs: 60_000, maxMs: 90_000 },
  points: [
    {
      point: STORY.points[0]!,
      judged: {
        pointId: 'p1',
        status: 'partial',
        confidence: 0.9,
        evidence: [{ from: 0, to: 7 }],
        facts: [],
        wrongFacts: [{ expected: '20 minutes', said: '30 minutes', span: { from: 5, to: 7 } }],
        closest: null,
        reasoning: { basis: 'wrong-fact', matches: [], missing: [], note: null },
      },
      override: null,
      status: 'partial',
    },
  ],
  score: { covered: 0, partial: 1, missed: 0, total: 1, wrongFacts: 1 },
  words: WORDS,
  segmentStarts: [0],
  corrected: false,
  loudestDb: -20,
  delivery: null,
  ...patch,
})

let shown: Report
let reportOf: () => Report
let printed: string[]
let print: () => Promise<Uint8Array>
let audio: ReturnType<typeof memoryAudio>
let attempts: ReturnType<typeof memoryAttempts>
let transcripts: ReturnType<typeof memoryTranscripts>
let exports: ReturnType<typeof createExports>
let jobKinds: string[]
let knownAnswers: Answer[]
let knownScores: Map<string, KnownScore>
beforeEach(() => {
  shown = report()
  reportOf = () => shown
  printed = []
  jobKinds = []
  knownScores = new Map()
  knownAnswers = []
  print = async () => new TextEncoder().encode('%PDF-')
  audio = memoryAudio()
  attempts = memoryAttempts()
  transcripts = memoryTranscripts()
  const events = createEventHub()
  events.subscribe((name, payload) => {
    if (name === 'job.changed' && 'state' in payload && payload.state === 'done') jobKinds.push(payload.kind)
  })
  exports = createExports({
    attempts: attempts.store,
    stories: memoryStories(STORY),
    transcripts: transcripts.store,
    scores: { ofStory: () => knownScores, answers: () => knownAnswers },
    reports: {
      report: () => reportOf(),
      score: () => ({ covered: 1, partial: 0, missed: 0, total: 1, wrongFacts: 0 }),
    },
    scorecard: (): Scorecard => ({
      sessionId: 'm1',
      setup: { kind: 'due' },
      startedAt: AT,
      endedAt: null,
      answers: [
        {
          item: {
            position: 0,
            prompt: 'What did you *improve*?',
            section: 'Ownership',
            storyId: 's1',
            storyTitle: 'The build',
            questionId: 'q1',
            focus: null,
            followUp: false,
            state: 'answered',
            storyBy: 'app',
            attemptId: 'a1',
          },
          score: null,
          readiness: 0.5,
          figures: null,
          isPending: false,
        },
      ],
      score: { covered: 0, partial: 1, missed: 0, total: 1, wrongFacts: 1 },
      figures: { durationMs: 7000, wordsPerMinute: 141.6, fillersPerMinute: 2.5, longPauses: 1 },
      competencies: [{ sectionId: 'x', title: 'Ownership', asked: 1, answered: 1, readiness: 0.5 }],
      stories: [{ storyId: 's1', title: 'The build', times: 1, readiness: 0.5 }],
      best: null,
      weakest: {
        attemptId: 'a1',
        position: 0,
        kind: 'wrong-fact',
        text: '20 minutes',
        said: '30 minutes',
        startMs: 5000,
        endMs: 6900,
      },
    }),
    audio: audio.store,
    printer: {
      print(html) {
        printed.push(html)
        return print()
      },
    },
    jobs: createJobs({ events, newId: ids('j'), logError: () => {} }),
    timeZone: 'Europe/Berlin',
    now: () => AT,
    pause: async () => {},
  })
})
const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes)

describe('reports', () => {
  it('say in Markdown what the screen says', async () => {
    const file = await exports.report('a1', 'markdown')
    expect(file.fileName).toBe('The build 2026-11-21 21.21.md')
    expect(textOf(file)).toBe(`# The build

**0 of 1 point, 1 wrong fact, 0:07**

Asked: “What did you improve?”

21 November 2026 at 21:21 · off book · favourite

## Note

> Slower \\<b>next\\</b> time\\
> \\# breathe

## Wrong facts

- You said 30 minutes, the story says 20 minutes (0:05)

## Points

### Action

- **Partial:** We cut the build to 20 minutes
  - “We cut the build to 30 minutes.” (0:00)

## Transcript

0:00 We cut the build to 30 minutes.
`)
  })

  it('are printed from the same page that is exported', async () => {
    const html = textOf(await exports.report('a1', 'html'))
    const file = await exports.report('a1', 'pdf')
    expect([file.fileName, file.mediaType, textOf(file)]).toEqual([
      'The build 2026-11-21 21.21.pdf',
      'application/pdf',
      '%PDF-',
    ])
    expect(printed).toEqual([html])
    expect(jobKinds).toEqual(['export'])
  })

  it('say why there is no PDF', async () => {
    print = () => Promise.reject(new AppError('pdf-unavailable'))
    await expect(exports.report('a1', 'pdf')).rejects.toMatchObject({ code: 'pdf-unavailable' })
  })

  it('show the words of a missed point that came closest, and none where the user judged', async () => {
    const [point] = shown.points
    const judged = { ...point!.judged!, status: 'missed' as const, evidence: [], closest: { from: 0, to: 2 } }
    shown = report({ points: [{ ...point!, judged, status: 'missed' }] })
    expect(textOf(await exports.report('a1', 'markdown'))).toContain('  - closest: “We cut” (0:00)')
    shown = report({ points: [{ ...point!, judged, override: 'missed', status: 'missed' }] })
    const byHand = textOf(await exports.report('a1', 'markdown'))
    expect(byHand).toContain('- **Missed, by you:** We cut')
    expect(byHand).not.toContain('closest')
    expect(byHand).not.toContain('Wrong facts')
  })

  it('do without a transcript', async () => {
    shown = report({ words: null, score: null, transcription: { state: 'none' } })
    const text = textOf(await exports.report('a1', 'markdown'))
    expect(text).toContain('**Not transcribed yet, 0:07**')
    expect(text).not.toContain('Transcript')
  })
})

it('a scorecard holds figures, competencies, moments and the report of each answer', async () => {
  const file = await exports.scorecard('m1', 'markdown')
  expect(file.fileName).toBe('Mock interview 2026-11-21 21.21.md')
  const text = textOf(file)
  for (const words of [
    '**1 of 1 question answered, 0 of 1 point, 1 wrong fact, 0:07, 142 words a minute, 2.5 fillers a minute, 1 long pause**',
    '- **Weakest moment:** Question 1 at 0:05, you said 30 minutes, the story says 20 minutes',
    '| Ownership | 1 | 1 | 50 % |',
    '## Question 1: What did you \\*improve\\*?',
    'told: The build',
    '### Wrong facts',
    '#### Action',
  ])
    expect(text).toContain(words)
})

describe('transcripts', () => {
  it.each([
    ['txt', 'We cut the build to 30 minutes.\n'],
    ['srt', '1\n00:00:00,000 --> 00:00:06,900\nWe cut the build to 30 minutes.\n'],
    ['vtt', 'WEBVTT\n\n00:00:00.000 --> 00:00:06.900\nWe cut the build to 30 minutes.\n'],
  ] as const)('as %s', (format, text) => {
    const file = exports.transcript('a1', format)
    expect([file.fileName, textOf(file)]).toEqual([`The build 2026-11-21 21.21.${format}`, text])
  })
  it('as JSON of the documented shape', () => {
    const json = TranscriptJson.parse(JSON.parse(textOf(exports.transcript('a1', 'json'))))
    expect(json).toMatchObject({ story: 'The build', model: 'base.en', recordedAt: '2026-11-21T20:21:00.000Z' })
    expect(json.words).toEqual(WORDS)
  })
  it('are missing until there is one', () => {
    shown = report({ words: null, transcription: { state: 'none' } })
    expect(() => exports.transcript('a1', 'txt')).toThrow(expect.objectContaining({ code: 'transcript-missing' }))
  })
})

describe('sound', () => {
  it('is a WAV file with every sample, however long it is', async () => {
    const samples = Array.from({ length: 32 * 130_000 }, (_, at) => at % 251)
    audio.files.set('a1', samples)
    const { bytes, fileName } = await exports.audio('a1')
    const { dataOffset, dataBytes, sampleRateHz } = parseWav(bytes)
    expect([fileName, sampleRateHz, dataBytes]).toEqual(['The build 2026-11-21 21.21.wav', 16_000, samples.length])
    expect(Buffer.from(bytes.subarray(dataOffset)).equals(Buffer.from(samples))).toBe(true)
  })
  it('may be gone', () => expect(exports.audio('a1')).rejects.toMatchObject({ code: 'audio-missing' }))
})

it('the history has a row for every recorded attempt, and none for one that is being recorded', async () => {
  for (const id of ['a1', 'a2'])
    attempts.store.add({ id, storyId: 's1', questionId: null, cueLevel: 'full', focus: ['p1'], startedAt: AT })
  attempts.store.finish('a1', { durationMs: 60_000, recovered: false, envelope: null as never })
  transcripts.store.save(
    'a1',
    { heard: transcriptOf('Um we cut the build to 20 minutes.'), corrected: null, modelName: 'base.en' },
    1,
  )
  const { fileName, bytes } = await exports.history()
  expect(fileName).toBe('Starbeat history 2026-11-21.csv')
  const [head, ...rows] = textOf({ bytes }).trim().split('\r\n')
  expect(head).toContain('date,bank,section,story')
  expect(rows).toEqual(['2026-11-21T20:21:00.000Z,Bank,,Story s1,,full,1,60,1,1,0,0,0,61,1,,no'])

  const score = { covered: 3, partial: 2, missed: 4, total: 9, wrongFacts: 1 }
  const figures = { wordsPerMinute: 99, fillersPerMinute: 2.25, pauseShare: 0.1 }
  knownAnswers = [{ ...figures, attemptId: 'a1', storyId: 's1', startedAt: AT, durationMs: 60_000, readiness: null }]
  knownScores.set('a1', { attemptId: 'a1', score, isCurrent: false })
  expect(textOf(await exports.history())).toContain(',60,1,1,0,0,0,61,')
  knownScores.set('a1', { attemptId: 'a1', score, isCurrent: true })
  expect(textOf(await exports.history())).toContain(',60,9,3,2,4,1,99,2.3,')
})

it('a scorecard leaves out what was deleted since', async () => {
  reportOf = () => {
    throw new AppError('not-found')
  }
  const text = textOf(await exports.scorecard('m1', 'markdown'))
  expect(text).toContain('Answered; the attempt was deleted since')
  expect(text).not.toContain('### Points')
})
