import { describe, expect, it } from 'vitest'
import type { CoverageStatus } from '#domain/coverage/coverage'
import { drillItems, MOST_POINTS } from '#domain/practice/drill'
import { focusTarget } from '#domain/practice/focus'
import type { Part, Point, PointWeight } from '#domain/story'

const point = (id: string, part: Part, text = `What ${id} says`, weight: PointWeight = 'normal'): Point => ({
  id,
  part,
  text,
  weight,
  facts: [],
  lines: null,
})
const STORY = [
  point('s', 'situation', 'Our API was slow'),
  point('a1', 'action', 'I measured every query'),
  point('a2', 'action', 'I added an index', 'key'),
  point('a3', 'action', 'I shipped it on Friday'),
  point('o', 'action', 'I wrote a blog post', 'optional'),
  point('r', 'result', 'Latency fell by half'),
]
const attempt = (verdicts: Record<string, CoverageStatus | 'wrong'>) =>
  Object.entries(verdicts).map(([pointId, verdict]) => ({
    pointId,
    status: verdict === 'wrong' ? ('partial' as const) : verdict,
    isWrong: verdict === 'wrong',
  }))
const weak = (...attempts: Parameters<typeof attempt>[0][]) => drillItems('weak', STORY, attempts.map(attempt))
const pointsOf = (items: ReturnType<typeof drillItems>) => items.map(({ focus }) => focus.join(' '))

describe('a drill of weak points', () => {
  it('takes what was missed, wrong or half said lately, most often and newest first; nothing that was said', () => {
    const items = weak(
      { s: 'covered', a1: 'missed', a2: 'covered', a3: 'covered', r: 'covered' },
      { s: 'covered', a1: 'missed', a2: 'covered', a3: 'partial', r: 'wrong' },
      { s: 'covered', a1: 'missed', a2: 'covered', a3: 'covered', r: 'covered' },
    )
    expect(pointsOf(items)).toEqual(['a1', 'r', 'a3'])
  })

  it('puts key points first and leaves optional ones out', () => {
    expect(pointsOf(weak({ a1: 'missed', a2: 'missed', o: 'missed' }))).toEqual(['a2', 'a1'])
  })

  it('takes the key points where nothing was told yet, or all where none is key', () => {
    expect(pointsOf(drillItems('weak', STORY, []))).toEqual(['a2'])
    const plain = STORY.filter(({ weight }) => weight !== 'key')
    expect(pointsOf(drillItems('weak', plain, []))).toEqual(['s', 'a1', 'a3', 'r'])
  })

  it('forgets what is older than the last three verdicts on a point', () => {
    expect(weak({ s: 'covered' }, { s: 'covered' }, { s: 'covered' }, { s: 'missed' })).toEqual([])
  })

  it('is short', () => {
    const many = Array.from({ length: 20 }, (_, i) => point(`p${i}`, 'action'))
    const missed = attempt(Object.fromEntries(many.map(({ id }) => [id, 'missed'] as const)))
    expect(drillItems('weak', many, [missed])).toHaveLength(MOST_POINTS)
  })

  it.each<[string, Parameters<typeof attempt>[0], string]>([
    ['after the point before it', { a2: 'missed' }, 'Action, after “I measured every query”. What comes next?'],
    ['before the point after it', { a1: 'missed' }, 'Action, before “I added an index”. What comes first?'],
    ['by its part where it is alone', { r: 'missed' }, 'Result. What came of it?'],
  ])('says where a point stands: %s', (_how, verdicts, prompt) => {
    expect(weak(verdicts).map((item) => item.prompt)).toEqual([prompt])
  })

  it('gives no drilled point away, neither its own words nor those of another', () => {
    const texts = weak({ a1: 'missed', a2: 'missed', a3: 'missed', r: 'missed' })
    for (const { prompt } of texts) for (const { text, id } of STORY) if (id !== 'o') expect(prompt).not.toContain(text)
    expect(texts.find(({ focus }) => focus[0] === 'a2')!.prompt).toBe('Action, point 2 of 4. What did you do?')
  })
})

describe('a drill of one part', () => {
  it('asks for all its points in one take', () => {
    expect(drillItems('action', STORY, [])).toEqual([
      { focus: ['a1', 'a2', 'a3', 'o'], prompt: 'Action only. What did you do?' },
    ])
    expect(drillItems('learning', STORY, [])).toEqual([])
  })

  it('of the opening asks for the first point of the situation, or of the story', () => {
    expect(pointsOf(drillItems('opening', STORY.toReversed(), []))).toEqual(['s'])
    expect(pointsOf(drillItems('opening', STORY.slice(1), []))).toEqual(['a1'])
    expect(drillItems('opening', [], [])).toEqual([])
  })
})

describe('the target of an answer about some points', () => {
  const points = [point('x', 'action', 'one two three'), point('y', 'action', 'four five six seven eight nine')]
  it('is their share of the words, but not below ten seconds', () => {
    expect(focusTarget({ minMs: 60_000, maxMs: 90_000 }, points, ['x'])).toEqual({ minMs: 20_000, maxMs: 30_000 })
    expect(focusTarget({ minMs: 9000, maxMs: 12_000 }, points, ['x'])).toEqual({ minMs: 10_000, maxMs: 20_000 })
    expect(focusTarget({ minMs: 60_000, maxMs: 90_000 }, points, ['x', 'y'])).toEqual({ minMs: 60_000, maxMs: 90_000 })
  })
  it('of a follow-up question, which is about none, is its own', () => {
    expect(focusTarget({ minMs: 60_000, maxMs: 90_000 }, points, [])).toEqual({ minMs: 15_000, maxMs: 60_000 })
  })
})
