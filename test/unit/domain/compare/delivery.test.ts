import { describe, expect, it } from 'vitest'
import { compareDelivery } from '#domain/compare/delivery'
import type { Delivery } from '#domain/delivery/delivery'

const BANDS = { target: { minMs: 60_000, maxMs: 90_000 }, pace: { min: 120, max: 170 } }
const mention = { text: 'um', span: { from: 0, to: 1 }, startMs: 0 }

const delivery = (patch: Partial<Delivery> = {}): Delivery => ({
  durationMs: 75_000,
  wordCount: 180,
  isEnglish: true,
  pace: { wordsPerMinute: 144, articulationRate: 160, verdict: 'calm', curve: [] },
  pauses: { count: 5, totalMs: 3000, shown: [], source: 'audio' },
  fillers: [],
  hedges: [],
  absolutes: [],
  passives: [],
  voices: [{ part: null, i: 4, we: 2 }],
  partTimes: [{ part: 'action', ms: 40_000, share: 1, usual: null }],
  shape: [],
  traits: [],
  ...patch,
})
const paced = (wordsPerMinute: number | null) => ({ pace: { ...delivery().pace, wordsPerMinute } })
const filled = (count: number) => ({
  fillers: Array.from({ length: count }, () => ({ ...mention, kind: 'hesitation' as const })),
})

const row = (measure: string, before: Partial<Delivery>, after: Partial<Delivery>) =>
  compareDelivery(delivery(before), delivery(after), BANDS).find((each) => each.measure === measure)

describe('delivery of two answers', () => {
  it.each<[string, Partial<Delivery>, Partial<Delivery>, 'better' | 'worse' | null]>([
    ['length', { durationMs: 110_000 }, { durationMs: 95_000 }, 'better'],
    ['length', { durationMs: 75_000 }, { durationMs: 50_000 }, 'worse'],
    ['length', { durationMs: 62_000 }, { durationMs: 88_000 }, null],
    ['length', { durationMs: 90_200 }, { durationMs: 90_400 }, null],
    ['pace', paced(190), paced(165), 'better'],
    ['pace', paced(130), paced(110), 'worse'],
    ['pace', paced(null), paced(110), null],
    ['fillers', filled(4), filled(1), 'better'],
    ['fillers', filled(2), filled(3), 'worse'],
    // Three in twice the time are fewer than two.
    ['fillers', filled(2), { ...filled(3), durationMs: 150_000 }, 'better'],
    ['fillers', filled(2), { ...filled(2), durationMs: 150_000 }, 'better'],
    ['fillers', filled(2), { ...filled(2), durationMs: 75_300 }, null],
    ['pauses', {}, { pauses: { ...delivery().pauses, count: 9 } }, null],
    ['long-pauses', { pauses: { ...delivery().pauses, shown: [{ startMs: 0, endMs: 2100 }] } }, {}, 'better'],
    ['long-pauses', { pauses: { ...delivery().pauses, shown: [{ startMs: 0, endMs: 1900 }] } }, {}, null],
    ['hedges', {}, { hedges: [mention] }, 'worse'],
    ['i', {}, { voices: [{ part: null, i: 9, we: 0 }] }, null],
    ['part', {}, { partTimes: [] }, null],
  ])('%s', (measure, before, after, verdict) => {
    expect(row(measure, before, after)?.verdict).toBe(verdict)
  })

  it('has the time of every part that one of them tells', () => {
    const told = compareDelivery(
      delivery(),
      delivery({ partTimes: [{ part: 'result', ms: 9000, share: 1, usual: null }] }),
      BANDS,
    ).filter(({ measure }) => measure === 'part')
    expect(told.map(({ part, before, after }) => [part, before, after])).toEqual([
      ['action', 40_000, 0],
      ['result', 0, 9000],
    ])
  })

  it('leaves habits out that were not looked for', () => {
    const measures = compareDelivery(delivery(), delivery({ isEnglish: false }), BANDS).map((each) => each.measure)
    expect(measures).toEqual(['length', 'pace', 'pauses', 'long-pauses', 'part'])
  })
})
