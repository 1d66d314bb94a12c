import { describe, expect, it } from 'vitest'
import type { PointReport } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Part } from '#domain/story'
import { spanText, type WordSpan } from '#domain/transcript'
import {
  evidenceWords,
  partRegions,
  pointMoment,
  runsOf,
  spanTime,
  withRoom,
  wordAt,
  wordMarks,
} from '../../../../renderer/features/review/evidence.ts'

const words = ['We', 'cut', 'latency', 'by', 'half.', 'I', 'led', 'it.'].map((text, i) => ({
  text,
  startMs: i * 500,
  endMs: i * 500 + 400,
  probability: 1,
}))

interface Said {
  readonly part?: Part
  readonly status?: CoverageStatus
  readonly judged?: CoverageStatus
  readonly confidence?: number
}

function said(id: string, evidence: WordSpan[], changes: Said = {}): PointReport {
  const { part = 'action', status = 'covered', judged = status, confidence = 0.9 } = changes
  return {
    point: { id, part, text: id, weight: 'normal', facts: [], lines: null },
    judged: {
      pointId: id,
      status: judged,
      confidence,
      evidence,
      facts: [],
      wrongFacts: [],
      closest: null,
      reasoning: { basis: 'said', matches: [], missing: [], note: null },
    },
    override: judged === status ? null : status,
    status,
  }
}

const marked = (points: PointReport[]) => wordMarks(points, words.length).map((mark) => mark?.pointId ?? '-')

describe('spans', () => {
  it('has the time of its words', () => {
    expect(spanTime(words, { from: 1, to: 3 })).toEqual({ startMs: 500, endMs: 1400 })
    expect(spanTime(words, { from: 20, to: 30 })).toBeNull()
    expect(spanText(words, { from: 1, to: 3 })).toBe('cut latency')
  })
  it('gets room on both sides, but never before the start', () => {
    expect(withRoom({ startMs: 100, endMs: 1000 })).toEqual({ startMs: 0, endMs: 1250 })
  })
})

describe('wordAt', () => {
  it.each([
    [0, 0],
    [499, 0],
    [500, 1],
    [99_999, 7],
  ])('at %i ms it is word %i', (ms, index) => expect(wordAt(words, ms)).toBe(index))
  it('is none before the first word', () => {
    expect(wordAt([{ ...words[0]!, startMs: 300 }], 100)).toBe(-1)
    expect(wordAt([], 100)).toBe(-1)
  })
})

describe('wordMarks', () => {
  it('gives shared words to the point that is said best', () => {
    const points = [said('a', [{ from: 0, to: 4 }], { status: 'partial' }), said('b', [{ from: 2, to: 5 }])]
    expect(marked(points)).toEqual(['a', 'a', 'b', 'b', 'b', '-', '-', '-'])
  })
  it('gives them to the surer one where both are said alike', () => {
    const points = [said('a', [{ from: 0, to: 2 }], { confidence: 0.5 }), said('b', [{ from: 1, to: 3 }])]
    expect(marked(points).slice(0, 3)).toEqual(['a', 'b', 'b'])
  })
  it('believes the user', () => {
    const missed = said('a', [{ from: 0, to: 2 }], { status: 'missed', judged: 'covered' })
    expect(marked([missed])[0]).toBe('-')
  })
  it('survives evidence beyond the words', () => expect(marked([said('a', [{ from: 6, to: 99 }])]).at(-1)).toBe('a'))
})

it('knows the words of one point, or the closest where it has none', () => {
  const missed = said('b', [], { status: 'missed' })
  const points = [
    said('a', [
      { from: 1, to: 3 },
      { from: 5, to: 6 },
    ]),
    { ...missed, judged: { ...missed.judged!, closest: { from: 6, to: 7 } } },
  ]
  expect([...evidenceWords(points, 'a')]).toEqual([1, 2, 5])
  expect([...evidenceWords(points, 'b')]).toEqual([6])
  expect(evidenceWords(points, null).size).toBe(0)
})

it('joins equally marked words into runs that hold every word', () => {
  const runs = runsOf(wordMarks([said('a', [{ from: 1, to: 3 }]), said('b', [{ from: 3, to: 4 }])], words.length))
  expect(runs.map(({ mark, span }) => [mark?.pointId ?? '-', span.from, span.to])).toEqual([
    ['-', 0, 1],
    ['a', 1, 3],
    ['b', 3, 4],
    ['-', 4, 8],
  ])
})

describe('times', () => {
  const points = [
    said('late', [{ from: 5, to: 8 }], { part: 'result' }),
    said(
      'early',
      [
        { from: 0, to: 3 },
        { from: 4, to: 5 },
      ],
      { part: 'situation' },
    ),
    said('never', [], { status: 'missed' }),
  ]
  it('knows where each part is told', () => {
    expect(partRegions(points, words)).toEqual([
      { part: 'situation', startMs: 0, endMs: 2400 },
      { part: 'result', startMs: 2500, endMs: 3900 },
    ])
    expect(partRegions(points, [])).toEqual([])
  })
  it('knows when a point is first said', () => {
    const moments = points.map((point) => pointMoment(point, words)?.startMs ?? null)
    expect(moments).toEqual([2500, 0, null])
    expect(pointMoment(points[0]!, [])).toBeNull()
  })
})
