import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DeliveryInput, measureDelivery } from '#domain/delivery/measure'
import { partEvidence, wordParts } from '#domain/delivery/part-times'
import { PARTS } from '#domain/story'
import { heardAs, recorded } from './heard.ts'

const measure = (input: Partial<DeliveryInput>) =>
  measureDelivery({
    words: [],
    durationMs: 0,
    envelope: null,
    coverage: [],
    pace: { min: 120, max: 170 },
    target: null,
    checklist: [],
    ...input,
  })

describe('time per part', () => {
  const letters = { situation: 's', task: 't', action: 'a', result: 'r', learning: 'l', other: 'o' }
  const partsOf = (text: string, ...coverage: Parameters<typeof wordParts>[1]) =>
    wordParts(heardAs(text), coverage)
      .map((part) => (part ? letters[part] : '.'))
      .join('')

  test.each([
    ['between evidence of one part', 'a b c d e f', 'action', '.aaaa.'],
    ['between two parts, at the middle', 'a b c d e f', 'result', '.aarr.'],
    ['between two parts, at the sentence end', 'a b c. d e f', 'result', '.aarr.'],
    ['between two parts, at an early sentence end', 'a b. c d e f', 'result', '.arrr.'],
  ] as const)('words %s', (_, text, part, expected) => {
    const first = { part: 'action', evidence: [{ from: 1, to: 2 }] } as const
    expect(partsOf(text, first, { part, evidence: [{ from: 4, to: 5 }] })).toBe(expected)
  })

  test('a word that proves several points goes to the part of most', () => {
    const all = [{ from: 0, to: 2 }]
    expect(
      partsOf(
        'a b',
        { part: 'task', evidence: all },
        { part: 'action', evidence: all },
        { part: 'action', evidence: all },
      ),
    ).toBe('aa')
  })

  test('shares are of the speech that belongs to a part, beside the usual ones; a part of the story not told has none', () => {
    const { partTimes } = measure({
      words: heardAs('a b c d'),
      durationMs: 3000,
      coverage: [
        { part: 'result', evidence: [{ from: 3, to: 4 }] },
        { part: 'situation', evidence: [{ from: 0, to: 3 }] },
        { part: 'learning', evidence: [] },
        { part: 'other', evidence: [] },
      ],
    })
    expect(partTimes).toEqual([
      { part: 'situation', ms: 1500, share: 0.75, usual: { min: 0.1, max: 0.2 } },
      { part: 'result', ms: 500, share: 0.25, usual: { min: 0.1, max: 0.25 } },
      { part: 'learning', ms: 0, share: 0, usual: { min: 0.05, max: 0.15 } },
    ])
  })

  test.each([
    ['covered', [{ from: 0, to: 1 }], { evidence: [{ from: 0, to: 1 }], isUnheard: false }],
    ['missed', [{ from: 0, to: 1 }], { evidence: [], isUnheard: false }],
    ['covered', [], { evidence: [], isUnheard: true }],
    [null, [], { evidence: [], isUnheard: false }],
  ] as const)('a point that counts as %s with the words %j', (status, evidence, expected) => {
    const point = { part: 'action' } as const
    expect(partEvidence({ point, judged: { evidence }, status })).toEqual({ part: 'action', ...expected })
  })

  test('where no part was told there are none', () => {
    expect(measure({ words: heardAs('a b'), coverage: [{ part: 'task', evidence: [] }] }).partTimes).toEqual([])
  })
})

describe('the whole delivery', () => {
  test('nothing said', () => {
    expect(measure({ envelope: recorded([]), target: { minMs: 1, maxMs: 2 } })).toEqual({
      durationMs: 0,
      wordCount: 0,
      isEnglish: true,
      pace: { wordsPerMinute: null, articulationRate: null, verdict: null, curve: [] },
      pauses: { count: 0, totalMs: 0, shown: [], source: 'words' },
      fillers: [],
      hedges: [],
      absolutes: [],
      passives: [],
      voices: [{ part: null, i: 0, we: 0 }],
      partTimes: [],
      shape: [],
      traits: [],
    })
  })

  test('one word', () => {
    expect(measure({ words: heardAs('I'), durationMs: 500 })).toMatchObject({
      wordCount: 1,
      pace: { wordsPerMinute: null },
      voices: [{ part: null, i: 1, we: 0 }],
      shape: [{ shape: 'hook', met: false }],
    })
  })

  test.each([
    ['Er was een probleem en we hadden er geen tijd meer voor, dus heb ik er iemand bij gehaald', []],
    ['Um so there was a problem and we had er no time left for it', ['um', 'er']],
  ])('habits are read in English alone: %s', (text, expected) => {
    expect(measure({ words: heardAs(text) }).fillers.map((filler) => filler.text)).toEqual(expected)
  })

  test('in another language what only English lists could tell is left out, the rest is measured', () => {
    const words = heardAs(
      'Also äh wir hatten ein Problem und ich habe dann mit dem Team gesprochen, 40 Prozent gespart.',
    )
    const coverage = [{ part: 'result', evidence: [{ from: 10, to: 17 }] }] as const
    expect(measure({ words, coverage, checklist: ['initiative'] })).toMatchObject({
      isEnglish: false,
      pace: { wordsPerMinute: 120 },
      fillers: [],
      traits: [],
      shape: [
        { shape: 'result-told', met: true },
        { shape: 'result-number', met: true },
      ],
    })
  })

  test('times in no order and capitals throughout change nothing', () => {
    const text = 'SO WE HAD A PROBLEM AND UM THE TEAM HELPED US WITH THE THE PATIENTS OF THE WARD'
    const inOrder = heardAs(text)
    expect(measure({ words: inOrder }).fillers.map(({ text: filler }) => filler)).toEqual(['um', 'the the'])
    expect(measure({ words: inOrder }).voices).toEqual([{ part: null, i: 0, we: 2 }])
    expect(measure({ words: inOrder.toReversed() }).pace.wordsPerMinute).toBe(120)
  })

  test('whatever is said, spans lie in the words and shares add up', () => {
    const text = fc.array(
      fc.constantFrom(
        ...'we I um like, like you know so, so it. it was made by kind of – think- the The 40 percent reduced a bit never'.split(
          ' ',
        ),
        '',
      ),
      { maxLength: 40 },
    )
    const evidence = fc.array(fc.tuple(fc.constantFrom(...PARTS), fc.nat(30), fc.integer({ min: 1, max: 9 })))
    fc.assert(
      fc.property(text, evidence, (texts, spans) => {
        const words = heardAs(texts.join(' '))
        const coverage = spans.map(([part, from, length]) => ({
          part,
          evidence: [{ from: Math.min(from, Math.max(0, words.length - 1)), to: from + length }],
        }))
        const { partTimes, ...found } = measure({ words, coverage })
        for (const mentions of [found.fillers, found.hedges, found.absolutes, found.passives]) {
          let end = 0
          for (const { span } of mentions) {
            expect(span.from).toBeGreaterThanOrEqual(end)
            expect(span.to).toBeGreaterThan(span.from)
            end = span.to
          }
          expect(end).toBeLessThanOrEqual(words.length)
        }
        if (partTimes.length > 0) expect(partTimes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      }),
    )
  })

  test('a very long answer takes time in proportion', () => {
    const sentence =
      'So, um, we were going we are going and it was decided by nobody that I think 40 percent is like really a bit much. '
    const timed = (times: number) => {
      const words = heardAs(sentence.repeat(times))
      const from = performance.now()
      measure({ words, coverage: [{ part: 'action', evidence: [{ from: 0, to: words.length }] }] })
      return performance.now() - from
    }
    timed(40)
    // 25,000 words; a quadratic step would take minutes.
    expect(timed(1000)).toBeLessThan(3000)
  })
})
