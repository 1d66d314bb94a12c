import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CoveragePoint, coverPoints } from '#domain/coverage/cover'
import { PointCoverage } from '#domain/coverage/coverage'
import { factOf } from '#domain/facts/facts'
import type { Word } from '#domain/transcript'

const heardAs = (text: string): Word[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word, i) => ({ text: word, startMs: i * 400, endMs: i * 400 + 400, probability: 1 }))

const point = (id: string, part: CoveragePoint['part'], text: string, ...facts: string[]): CoveragePoint => ({
  id,
  part,
  text,
  facts: facts.map(factOf),
})

const WARD = [
  point('falls', 'situation', 'Patient falls on our ward had risen to 9 a month', '9 a month'),
  point('lead', 'task', 'Sister Adeyemi asked me to lead the falls review'),
  point('rounds', 'action', 'Introduced hourly comfort rounds and moved high-risk patients beside the nurses station'),
  point('chart', 'action', 'Put a footprint sticker on the chart of every patient who had fallen before'),
  point('result', 'result', 'Falls dropped by 60% within 3 months', '60%', '3 months'),
  point('learning', 'learning', 'Small visible habits protect patients better than long policies'),
]

const GOOD =
  'On our ward patient falls had risen to nine a month. Sister Adeyemi asked me to lead the falls review. ' +
  'I introduced hourly comfort rounds and we moved the high risk patients beside the nurses station. ' +
  'I also put a footprint sticker on the chart of every patient who had fallen before. ' +
  'Within three months falls dropped by sixty percent. ' +
  'I learned that small visible habits protect patients better than long policies.'

const judge = (text: string, points = WARD) => coverPoints(points, heardAs(text))
const statuses = (text: string, points = WARD) =>
  Object.fromEntries(judge(text, points).map(({ pointId, status }) => [pointId, status]))
const instead = (from: string, to: string) => {
  expect(GOOD).toContain(from)
  return GOOD.replace(from, to)
}

describe('a whole answer', () => {
  test('told as written is covered, with evidence', () => {
    const coverage = judge(GOOD)
    expect(coverage.map(({ status }) => status)).toEqual(WARD.map(() => 'covered'))
    const words = heardAs(GOOD).map((word) => word.text)
    const said = coverage.map(({ evidence }) =>
      evidence.map(({ from, to }) => words.slice(from, to).join(' ')).join(' … '),
    )
    expect(said[1]).toBe('Sister Adeyemi asked me to lead the falls review.')
  })

  test('heard without case and punctuation is covered too', () => {
    const flat = GOOD.toLowerCase().replace(/[.,]/g, '').replace('adeyemi', 'adeyemmi')
    expect(Object.values(statuses(flat)).filter((status) => status === 'covered').length).toBeGreaterThanOrEqual(5)
  })

  test('what is left out is missed', () => {
    const coverage = judge(
      instead('I also put a footprint sticker on the chart of every patient who had fallen before.', ''),
    )
    expect(coverage[3]).toMatchObject({ pointId: 'chart', status: 'missed', evidence: [] })
  })

  test.each([
    ['nothing', ''],
    ['fillers alone', 'um so yeah. uh. okay so like you know. um right. so basically uh. I mean.'],
    ['the question', 'Tell me about a time you made a process safer. A time I made a process safer.'],
    [
      'another story',
      'Our bakery threw away a lot of bread each night, so I rang two shelters and drove the rest over.',
    ],
  ])('%s covers nothing', (_, text) => {
    expect(Object.values(statuses(text))).not.toContain('covered')
  })

  test('no points, no verdicts', () => {
    expect(coverPoints([], heardAs(GOOD))).toEqual([])
  })
})

describe('facts', () => {
  test.each([
    ['sixty percent', '60%', 'right'],
    ['nearly two thirds', '60%', 'approximate'],
    ['twenty percent', '60%', 'wrong'],
    ['a good deal', '60%', 'absent'],
  ])('"%s" for %s is %s', (said, expected, status) => {
    const result = judge(instead('sixty percent', said))[4]!
    expect(result.facts.find(({ fact }) => fact.text === expected)?.status).toBe(status)
  })

  test('a wrong value makes a point partial and is named', () => {
    const result = judge(instead('three months', 'ten months'))[4]!
    expect(result.status).toBe('partial')
    expect(result.wrongFacts).toMatchObject([{ expected: '3 months', said: 'ten months' }])
  })

  test('after a self-correction the last value counts', () => {
    const result = judge(instead('sixty percent', 'sixteen, sorry, sixty percent'))[4]!
    expect(result).toMatchObject({ status: 'covered', wrongFacts: [] })
  })

  test('the same time in another unit is near enough', () => {
    expect(judge(instead('Within three months', 'Within twelve weeks'))[4]!.facts[1]?.status).toBe('approximate')
  })
})

describe('contradiction', () => {
  test.each([
    ['a denial', 'result', 'dropped by sixty percent', 'never dropped by sixty percent'],
    ['the opposite direction', 'result', 'dropped by sixty percent', 'rose by sixty percent'],
    ['a denied action', 'rounds', 'I introduced', 'I never introduced'],
    ['an undone action', 'rounds', 'I introduced', 'They abolished the'],
  ])('%s is not covered', (_, id, from, to) => {
    expect(statuses(instead(from, to))[id]).not.toBe('covered')
  })

  test('the opposite is missed and named', () => {
    const result = judge(instead('dropped by sixty percent', 'rose by sixty percent'))[4]!
    expect(result.status).toBe('missed')
    expect(result.wrongFacts[0]?.expected).toBe(WARD[4]!.text)
  })

  test('a denial in the point itself is said with one', () => {
    const points = [point('spec', 'task', 'Took over the site with no drawings and no foreman'), ...WARD.slice(1)]
    expect(statuses('I took over the site, there were no drawings and no foreman', points).spec).toBe('covered')
  })
})

describe('near misses', () => {
  test('a missed point shows the closest words', () => {
    const missed = judge('We talked about the chart of some patient for a while and then I went home.').find(
      ({ status, closest }) => status === 'missed' && closest,
    )
    expect(missed?.closest).not.toBeNull()
  })
})

test('whatever is said, verdicts are whole, in range and the same again', () => {
  const word = fc.constantFrom(...`${GOOD} no not never ten 12% $5 → & / + um … -`.split(' '))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (texts) => {
      const words = heardAs(texts.join(' '))
      const coverage = coverPoints(WARD, words)
      expect(coverage.map(({ pointId }) => pointId)).toEqual(WARD.map(({ id }) => id))
      for (const verdict of coverage) {
        expect(PointCoverage.parse(verdict)).toEqual(verdict)
        let end = 0
        for (const span of verdict.evidence) {
          expect(span.from).toBeGreaterThanOrEqual(end)
          expect(span.to).toBeGreaterThan(span.from)
          end = span.to
        }
        for (const span of [
          ...verdict.wrongFacts.map((fact) => fact.span),
          ...(verdict.closest ? [verdict.closest] : []),
        ])
          end = Math.max(end, span.to)
        expect(end).toBeLessThanOrEqual(words.length)
        expect(verdict.evidence.length === 0).toBe(verdict.status === 'missed')
        expect(verdict.facts).toHaveLength(WARD.find(({ id }) => id === verdict.pointId)!.facts.length)
      }
      expect(coverPoints(WARD, words)).toEqual(coverage)
    }),
    { numRuns: 60 },
  )
})

describe('whatever is said', () => {
  const pieces =
    'ten twenty 5 80% $50K no wait sorry was it I mean thirty, actually, was it? a half of 12 weeks days never not ' +
    'falls ward hourly rounds Monday March from to by and so, because P 95 zero none one two third dozen and a half.'
  test('every point gets a verdict with words that exist', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces.split(' ')), { maxLength: 60 }), (words) => {
        const heard = heardAs(words.join(' '))
        const coverage = coverPoints(WARD, heard)
        expect(coverage.map(({ pointId }) => pointId)).toEqual(WARD.map(({ id }) => id))
        for (const { evidence, closest, wrongFacts, confidence } of coverage) {
          expect(confidence).toBeGreaterThanOrEqual(0)
          const spans = [...evidence, ...(closest ? [closest] : []), ...wrongFacts.map(({ span }) => span)]
          expect(spans.every(({ from, to }) => from >= 0 && from < to && to <= heard.length)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
