import { describe, expect, it } from 'vitest'
import type { PointCoverage } from '#domain/coverage/coverage'
import { bestMoment, type ToldAnswer, weakestMoment } from '#domain/practice/moments'
import { competenciesOf, figuresOf, type Graded, storiesOf, sumOfScores } from '#domain/practice/scorecard'
import type { PointWeight } from '#domain/story'

type Status = 'covered' | 'partial' | 'missed'
const words = Array.from({ length: 20 }, (_, i) => ({
  text: `w${i}`,
  startMs: i * 100,
  endMs: i * 100 + 90,
  probability: 1,
}))

function judged(status: Status, over: Partial<PointCoverage> = {}): PointCoverage {
  const reasoning = { basis: 'said' as const, matches: [], missing: [], note: null }
  const evidence = status === 'missed' ? [] : [{ from: 2, to: 5 }]
  return {
    pointId: 'p',
    status,
    confidence: 0.8,
    evidence,
    facts: [],
    wrongFacts: [],
    closest: null,
    reasoning,
    ...over,
  }
}
const point = (
  text: string,
  status: Status,
  over: Partial<PointCoverage> & { weight?: PointWeight; override?: Status } = {},
) => {
  const { weight = 'normal', override = null, ...rest } = over
  return { point: { text, weight }, status: override ?? status, override, judged: judged(status, rest) }
}
const answer = (position: number, points: ToldAnswer['points'], pauses: ToldAnswer['pauses'] = []): ToldAnswer => ({
  attemptId: `a${position}`,
  position,
  words,
  pauses,
  points,
})
const wrong = { wrongFacts: [{ expected: '6 weeks', said: 'ten weeks', span: { from: 7, to: 9 } }] }
const right = {
  fact: { kind: 'number' as const, text: '6' },
  status: 'right' as const,
  said: '6',
  span: { from: 3, to: 4 },
}

describe('the best moment', () => {
  it('is the point that was surely said, with the words that prove it', () => {
    const answers = [
      answer(0, [point('A', 'covered'), point('B', 'covered', { confidence: 0.9 })]),
      answer(1, [point('C', 'partial')]),
    ]
    expect(bestMoment(answers)).toEqual({
      attemptId: 'a0',
      position: 0,
      kind: 'covered',
      text: 'B',
      said: null,
      startMs: 200,
      endMs: 490,
    })
  })

  it.each<[string, ToldAnswer['points'][number]]>([
    ['a key point', point('B', 'covered', { weight: 'key' })],
    ['a point with a right fact', point('B', 'covered', { facts: [right] })],
  ])('counts %s more', (_what, better) => {
    expect(bestMoment([answer(0, [point('A', 'covered', { confidence: 0.95 }), better])])!.text).toBe('B')
  })

  it('is none where nothing was said, or the user says that it was not', () => {
    expect(bestMoment([answer(0, [point('A', 'missed'), point('B', 'covered', { override: 'missed' })])])).toBeNull()
    expect(bestMoment([])).toBeNull()
  })
})

describe('the weakest moment', () => {
  const silence = [{ startMs: 3000, endMs: 6000 }]
  it('is a wrong fact before a missed point before a long silence', () => {
    const [fact, missed] = [point('A', 'partial', wrong), point('B', 'missed', { weight: 'key' })]
    expect(weakestMoment([answer(0, [missed], silence), answer(1, [fact])])).toEqual({
      attemptId: 'a1',
      position: 1,
      kind: 'wrong-fact',
      text: '6 weeks',
      said: 'ten weeks',
      startMs: 700,
      endMs: 890,
    })
    expect(weakestMoment([answer(0, [point('A', 'covered')], silence), answer(1, [missed])])).toMatchObject({
      kind: 'missed',
      text: 'B',
      startMs: null,
    })
    expect(weakestMoment([answer(0, [point('A', 'covered')], silence)])).toMatchObject({
      kind: 'pause',
      startMs: 3000,
      endMs: 6000,
    })
  })

  it('is a key point before others, and the longest silence', () => {
    expect(weakestMoment([answer(0, [point('A', 'missed'), point('B', 'missed', { weight: 'key' })])])!.text).toBe('B')
    const pauses = [...silence, { startMs: 9000, endMs: 14_000 }]
    expect(weakestMoment([answer(0, [], pauses)])!.startMs).toBe(9000)
  })

  it('is no optional point, no short silence, and nothing that the user calls said', () => {
    const points = [
      point('A', 'missed', { weight: 'optional' }),
      point('B', 'partial', { ...wrong, override: 'covered' }),
    ]
    expect(weakestMoment([answer(0, points, [{ startMs: 0, endMs: 1900 }])])).toBeNull()
  })
})

describe('a scorecard', () => {
  const score = (covered: number, total: number, wrongFacts = 0) => ({
    covered,
    partial: 0,
    missed: total - covered,
    total,
    wrongFacts,
  })
  it('adds scores up, those that are known', () => {
    expect(sumOfScores([score(3, 4, 1), null, score(1, 6)])).toEqual(score(4, 10, 1))
    expect(sumOfScores([null])).toBeNull()
  })

  it('measures what was spoken, pauses and fillers where there is a transcript', () => {
    const delivery = {
      durationMs: 30_000,
      wordCount: 60,
      isEnglish: true,
      fillers: [1, 2, 3],
      pauses: {
        shown: [
          { startMs: 0, endMs: 2500 },
          { startMs: 5000, endMs: 6500 },
        ],
      },
    } as never
    expect(
      figuresOf([
        { durationMs: 30_000, delivery },
        { durationMs: 10_000, delivery: null },
      ]),
    ).toEqual({
      durationMs: 40_000,
      wordsPerMinute: 120,
      fillersPerMinute: 6,
      longPauses: 1,
    })
    expect(figuresOf([{ durationMs: 5000, delivery: null }])).toEqual({
      durationMs: 5000,
      wordsPerMinute: null,
      fillersPerMinute: null,
      longPauses: null,
    })
  })

  it('says of each competency and story how it went', () => {
    const graded: Graded[] = [
      { sectionId: 'c1', section: 'One', storyId: 's1', story: 'S1', isAnswered: true, score: score(3, 4) },
      { sectionId: null, section: '', storyId: 's2', story: 'S2', isAnswered: false, score: null },
      { sectionId: 'c1', section: 'One', storyId: 's1', story: 'S1', isAnswered: true, score: score(1, 4) },
    ]
    expect(competenciesOf(graded)).toEqual([
      { sectionId: 'c1', title: 'One', asked: 2, answered: 2, readiness: 0.5 },
      { sectionId: null, title: '', asked: 1, answered: 0, readiness: null },
    ])
    expect(storiesOf(graded)).toEqual([{ storyId: 's1', title: 'S1', times: 2, readiness: 0.5 }])
  })
})
