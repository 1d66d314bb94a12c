import { describe, expect, test } from 'vitest'
import type { Shape } from '#domain/delivery/delivery'
import { measureDelivery } from '#domain/delivery/measure'
import type { PartEvidence } from '#domain/delivery/part-times'
import { countVoices } from '#domain/delivery/voices'
import { heardAs, spokenAs } from './heard.ts'

const TARGET = { minMs: 60_000, maxMs: 90_000 }
const shapeOf = (text: string, coverage: readonly PartEvidence[] = [], durationMs = 75_000) => {
  const words = heardAs(text)
  const { shape } = measureDelivery({
    words,
    durationMs,
    envelope: null,
    coverage,
    pace: { min: 120, max: 170 },
    target: TARGET,
    checklist: [],
  })
  return (wanted: Shape) => {
    const finding = shape.find((each) => each.shape === wanted)
    if (!finding) return null
    const { span } = finding
    return [
      finding.met,
      span &&
        words
          .slice(span.from, span.to)
          .map((word) => word.text)
          .join(' '),
    ]
  }
}

describe('the hook', () => {
  test.each([
    ['Forty guests were waiting in the rain. So I', [true, 'Forty guests']],
    ['One morning Maria came to me in tears. I', [true, 'Maria']],
    ['Our biggest supplier refused to deliver. I', [true, 'refused']],
    ['Okay. So. The roof collapsed on a Friday.', [true, 'collapsed']],
    ['So, um, let me think about it. We lost 9 orders.', [false, 'So, um, let me think about it.']],
    [
      'This was when I was working at Tesco in London. 40 guests',
      [false, 'This was when I was working at Tesco in London.'],
    ],
    ['Three years ago, in 2019, I joined the school. It', [false, 'Three years ago, in 2019, I joined the school.']],
    ['I stood behind the bar, closing up. Nobody', [false, 'I stood behind the bar, closing up.']],
    ['One day it began. So', [false, 'One day it began.']],
    ['um', [false, 'um']],
  ])('%s', (text, expected) => expect(shapeOf(text)('hook')).toEqual(expected))

  test('the result told first is one', () => {
    const coverage = [{ part: 'result', evidence: [{ from: 0, to: 4 }] }] as const
    expect(shapeOf('I opened the library again. Then came', coverage)('hook')).toEqual([true, 'I opened the library'])
  })
})

describe('the build of an answer', () => {
  const text = 'The ward was full. I rang everyone and asked them all twice. We saved 40 beds. I learned to ask.'
  const told: PartEvidence[] = [
    { part: 'situation', evidence: [{ from: 0, to: 4 }] },
    { part: 'action', evidence: [{ from: 4, to: 12 }] },
    { part: 'result', evidence: [{ from: 12, to: 16 }] },
    { part: 'learning', evidence: [{ from: 16, to: 20 }] },
  ]

  test('has everything', () => {
    const shape = shapeOf(text, told)
    expect(shape('action-longest')).toEqual([true, null])
    expect(shape('result-told')).toEqual([true, 'We saved 40 beds.'])
    expect(shape('result-number')).toEqual([true, '40 beds.'])
    expect(shape('learning-last')).toEqual([true, 'I learned to ask.'])
    expect(shape('length')).toEqual([true, null])
  })

  test('misses what was not told', () => {
    const silent = told.map(({ part, evidence }) => ({ part, evidence: part === 'situation' ? evidence : [] }))
    const shape = shapeOf(text, silent, 95_000)
    expect(shape('action-longest')).toEqual([false, null])
    expect(shape('result-told')).toEqual([false, null])
    expect(shape('result-number')).toBeNull()
    expect(shape('learning-last')).toEqual([false, null])
    expect(shape('length')).toEqual([false, null])
  })

  test('says nothing of what the user calls said and nobody heard', () => {
    const byHand = told.map(({ part, evidence }) =>
      part === 'situation' ? { part, evidence } : { part, evidence: [], isUnheard: true },
    )
    const shape = shapeOf(text, byHand)
    expect(shape('result-told')).toEqual([true, null])
    for (const hint of ['action-longest', 'result-number', 'learning-last'] as const) expect(shape(hint)).toBeNull()
  })

  test.each([
    ['One manager said it went well', null],
    ['In 2019 we closed it for good', null],
    ['On the second day it was full', null],
    ['We closed 3 of the wards today', '3'],
    ['It takes one hour less each day', 'one hour'],
  ])('the number of a result: %s', (result, number) => {
    const shape = shapeOf(`It was late . ${result}`, [{ part: 'result', evidence: [{ from: 4, to: 10 }] }])
    expect(shape('result-number')).toEqual([number !== null, number])
  })

  test('a learning in the middle is not last', () => {
    const middle = told.map((point) =>
      point.part === 'learning' ? { ...point, evidence: [{ from: 5, to: 6 }] } : point,
    )
    expect(shapeOf(text, middle)('learning-last')).toEqual([false, 'rang'])
  })

  test('hints that make no sense for the story are left out', () => {
    const shape = shapeOf(text, [{ part: 'other', evidence: [{ from: 0, to: 3 }] }])
    for (const hint of ['action-longest', 'result-told', 'result-number', 'learning-last'] as const)
      expect(shape(hint)).toBeNull()
  })
})

describe('I and we', () => {
  test.each([
    ["I rang my boss and I'm glad; we told them ourselves, it was ours", 3, 3],
    ['in phase I the mine was closed in the US.', 0, 0],
    ['me, mine, myself! I’ve us', 4, 1],
    ['', 0, 0],
  ])('%s', (text, i, we) => expect(countVoices(spokenAs(text), [])).toEqual([{ part: null, i, we }]))

  test('are counted for each part that was told', () => {
    const spoken = spokenAs('we were late . I rang us')
    expect(countVoices(spoken, ['task', 'task', 'task', 'task', 'action', 'action', null])).toEqual([
      { part: 'task', i: 0, we: 1 },
      { part: 'action', i: 1, we: 0 },
      { part: null, i: 1, we: 2 },
    ])
  })
})
