import { describe, expect, it } from 'vitest'
import { drawCurve, nearestPoint } from '../../../../renderer/features/review/curve-drawing.ts'
import {
  fillerKindWords,
  isLong,
  mentionGroups,
  momentWords,
  paceExtremes,
  paceWords,
} from '../../../../renderer/features/review/delivery-words.ts'
import { paceOf } from '../../../../renderer/features/settings/rehearsal-settings.tsx'

const band = { min: 120, max: 170 }
const point = (atMs: number, wordsPerMinute: number) => ({ atMs, wordsPerMinute })

it('puts the same words together, the most frequent first', () => {
  const mention = (text: string, from: number) => ({ text, span: { from, to: from + 1 }, startMs: 500 * from })
  const groups = mentionGroups([mention('like', 1), mention('um', 2), mention('um', 5)])
  expect(groups.map(({ text, mentions }) => [text, mentions.map(({ startMs }) => startMs)])).toEqual([
    ['um', [1000, 2500]],
    ['like', [500]],
  ])
})

describe('pace in words', () => {
  it.each([
    ['slow', 'unhurried, below your calm 120–170'],
    ['calm', 'within your calm 120–170'],
    ['fast', 'brisk, above your calm 120–170'],
  ] as const)('%s is %s', (verdict, text) => expect(paceWords({ verdict }, band)).toBe(text))

  it('tells a moment and the extremes', () => {
    expect(momentWords(point(0, 168.4), band)).toBe('168 words a minute, within the band')
    expect(momentWords(point(0, 171), band)).toBe('171 words a minute, above the band')
    expect(momentWords(point(0, 20), band)).toBe('20 words a minute, below the band')
    const curve = [point(0, 150), point(1, 190), point(2, 90)]
    expect(paceExtremes(curve)).toEqual({ fastest: curve[1], slowest: curve[2] })
    expect(paceExtremes([])).toBeNull()
  })
})

describe('pauses and fillers in words', () => {
  it('counts them', () => {
    expect(fillerKindWords('false-start', 1)).toBe('1 fresh start')
    expect(fillerKindWords('hesitation', 3)).toBe('3 hesitations')
  })
  it('flags a pause from two seconds on', () => {
    expect(isLong({ startMs: 0, endMs: 1999 })).toBe(false)
    expect(isLong({ startMs: 0, endMs: 2000 })).toBe(true)
  })
})

describe('the drawing of a curve', () => {
  it('spans the recording and holds curve and band with room', () => {
    const { line, bandTop, bandBottom } = drawCurve([point(0, 120), point(10_000, 170)], band, 20_000)
    expect(line).toBe(`0,${bandBottom} 500,${bandTop}`)
    expect([bandTop, bandBottom]).toEqual([22.2, 77.8])
  })
  it('grows with what lies outside the band', () => {
    const { line } = drawCurve([point(0, 0), point(1000, 300)], band, 1000)
    expect(line).toBe('0,100 1000,6.3')
  })
  it('ends with the recording, also when a recogniser does not', () => {
    expect(drawCurve([point(0, 120), point(1200, 120)], band, 1000).line).toMatch(/^0,\S+ 1000,/)
  })
  it('has a nearest point to every moment', () => {
    const curve = [point(0, 1), point(2000, 2), point(4000, 3)]
    expect([nearestPoint(curve, 2900), nearestPoint(curve, 99_999)]).toEqual([curve[1], curve[2]])
  })
})

it('keeps the calm band a band', () => {
  expect(paceOf(200, 170, 'min')).toEqual({ min: 200, max: 205 })
  expect(paceOf(120, 100, 'max')).toEqual({ min: 95, max: 100 })
  expect(paceOf(130, 170, 'min')).toEqual({ min: 130, max: 170 })
})
