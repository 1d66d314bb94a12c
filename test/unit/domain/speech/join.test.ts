import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinPiece, NOTHING_HEARD } from '#domain/speech/join'
import { type Transcript, transcriptText, type Word } from '#domain/transcript'

/** Words of 300 ms, one every 350 ms from `startMs` on, in segments parted by "|". */
function heardAs(text: string, startMs = 0): Transcript {
  const words: Word[] = []
  const segmentStarts: number[] = []
  for (const segment of text.split('|')) {
    segmentStarts.push(words.length)
    for (const word of segment.trim().split(' ')) {
      const at = startMs + 350 * words.length
      words.push({ text: word, startMs: at, endMs: at + 300, probability: 0.9 })
    }
  }
  return { words, segmentStarts }
}

const text = ({ words }: Transcript) => transcriptText(words)

describe('pieces after a pause', () => {
  test('follow one another, with times of the recording', () => {
    const first = joinPiece(NOTHING_HEARD, heardAs('We had | a problem.'), { startMs: 1000, endMs: 3000 }, 0)
    const both = joinPiece(first, heardAs('A problem. | We solved it.'), { startMs: 3500, endMs: 6000 }, 3000)
    expect(text(both)).toBe('We had a problem. A problem. We solved it.')
    expect(both.segmentStarts).toEqual([0, 2, 4, 6])
    expect(both.words.map(({ startMs }) => startMs)).toEqual([1000, 1350, 1700, 2050, 3500, 3850, 4200, 4550, 4900])
  })

  test('may hold nothing', () => {
    const first = joinPiece(NOTHING_HEARD, heardAs('Well.'), { startMs: 0, endMs: 900 }, 0)
    expect(joinPiece(first, NOTHING_HEARD, { startMs: 2000, endMs: 3000 }, 900)).toEqual(first)
  })

  test('keep their words within their own time', () => {
    const late: Transcript = { words: [{ text: 'so', startMs: 900, endMs: 2500, probability: 1 }], segmentStarts: [0] }
    const { words } = joinPiece(NOTHING_HEARD, late, { startMs: 5000, endMs: 6000 }, 0)
    expect(words).toEqual([{ text: 'so', startMs: 5900, endMs: 6000, probability: 1 }])
  })
})

/** Two pieces of one talk; the second begins `from` words in, and hears the first of them together with the first piece. */
const overlap = (first: string, second: string, from: number) => {
  const firstEndMs = 350 * first.split(' ').length
  const soFar = joinPiece(NOTHING_HEARD, heardAs(first), { startMs: 0, endMs: firstEndMs }, 0)
  const piece = { startMs: 350 * from, endMs: 350 * from + 350 * second.split(' ').length }
  return text(joinPiece(soFar, heardAs(second), piece, firstEndMs))
}

describe('pieces that overlap', () => {
  test.each([
    [
      'as they are',
      'we moved the tests into small',
      'tests into small services',
      3,
      'we moved the tests into small services',
    ],
    [
      'with other case and marks',
      'we moved the tests into.',
      'Tests, into small services',
      3,
      'we moved the tests into small services',
    ],
    [
      'with half a word at the first end',
      'we moved the tests into ser',
      'the tests into services today',
      2,
      'we moved the tests into services today',
    ],
    [
      'with half a word at the second beginning',
      'we moved the tests into small',
      'ests into small services',
      3,
      'we moved the tests into small services',
    ],
    [
      'with other words at both edges',
      'we moved the tests into the mall',
      'it tests into small services',
      2,
      'we moved the tests into small services',
    ],
    ['where a word was said twice', 'it was very very', 'very very slow then', 2, 'it was very very slow then'],
    [
      'where nothing is alike',
      'alpha bravo charlie delta',
      'echo foxtrot golf hotel',
      2,
      'alpha bravo charlie foxtrot golf hotel',
    ],
  ])('%s', (_, first, second, from, expected) => {
    expect(overlap(first, second, from)).toBe(expected)
  })

  test('are put together by their words when times are a second off', () => {
    const soFar = joinPiece(
      NOTHING_HEARD,
      heardAs('our release took forty days for', 2000),
      { startMs: 0, endMs: 4000 },
      0,
    )
    const joined = joinPiece(
      soFar,
      heardAs('took forty days for each team', 1000),
      { startMs: 2600, endMs: 7000 },
      4000,
    )
    expect(text(joined)).toBe('our release took forty days for each team')
  })

  test('take each shared word from the side where it is further from the edge', () => {
    const certain = (text: string, probability: number): Transcript => {
      const { words, segmentStarts } = heardAs(text)
      return { words: words.map((word) => ({ ...word, probability })), segmentStarts }
    }
    const soFar = joinPiece(
      NOTHING_HEARD,
      certain('so we moved the tests into small', 0.1),
      { startMs: 0, endMs: 2450 },
      0,
    )
    const second = certain('moved the tests into small services', 0.2)
    const { words } = joinPiece(soFar, second, { startMs: 700, endMs: 2800 }, 2450)
    expect(words.map(({ text, probability }) => [text, probability])).toEqual([
      ['so', 0.1],
      ['we', 0.1],
      ['moved', 0.1],
      ['the', 0.1],
      ['tests', 0.1],
      ['into', 0.2],
      ['small', 0.2],
      ['services', 0.2],
    ])
  })

  test('begin no segment in the middle of one', () => {
    const soFar = joinPiece(NOTHING_HEARD, heardAs('we met | and we agreed'), { startMs: 0, endMs: 1750 }, 0)
    const joined = joinPiece(soFar, heardAs('we agreed on it | today'), { startMs: 1050, endMs: 3000 }, 1750)
    expect(text(joined)).toBe('we met and we agreed on it today')
    expect(joined.segmentStarts).toEqual([0, 2, 7])
  })

  test('a piece that heard nothing takes the words of the other', () => {
    const soFar = joinPiece(NOTHING_HEARD, NOTHING_HEARD, { startMs: 0, endMs: 3000 }, 0)
    expect(text(joinPiece(soFar, heardAs('we did it'), { startMs: 1600, endMs: 4000 }, 3000))).toBe('we did it')
  })
})

describe('any pieces', () => {
  const word = fc.constantFrom('we', 'We', 'the', 'tests', 'tests.', 'moved', 'um', 'services')
  const heard = fc
    .tuple(
      fc.array(fc.tuple(word, fc.nat(600), fc.nat(900)), { maxLength: 12 }),
      fc.array(fc.nat(11), { maxLength: 3 }),
    )
    .map(([items, starts]): Transcript => {
      let at = 0
      const words = items.map(([text, gap, length]) => {
        const startMs = at + gap
        at = startMs + length
        return { text, startMs, endMs: at, probability: 0.5 }
      })
      const inside = [...new Set([0, ...starts])].filter((start) => start < words.length)
      return { words, segmentStarts: inside.sort((a, b) => a - b) }
    })
  const pieces = fc.array(
    fc.tuple(heard, fc.integer({ min: -1400, max: 3000 }), fc.integer({ min: 2000, max: 9000 })),
    {
      maxLength: 6,
    },
  )

  const joinAll = (items: readonly (readonly [Transcript, number, number])[]) => {
    let soFar = NOTHING_HEARD
    let endMs = 0
    for (const [heard, gapMs, lengthMs] of items) {
      const startMs = Math.max(0, endMs + gapMs)
      soFar = joinPiece(soFar, heard, { startMs, endMs: startMs + lengthMs }, endMs)
      endMs = startMs + lengthMs
    }
    return { ...soFar, endMs }
  }

  test('give times that rise and segments that begin in order', () => {
    fc.assert(
      fc.property(pieces, (items) => {
        const { words, segmentStarts, endMs } = joinAll(items)
        let lastMs = 0
        for (const { startMs, endMs } of words) {
          expect(startMs).toBeGreaterThanOrEqual(lastMs)
          expect(endMs).toBeGreaterThanOrEqual(startMs)
          lastMs = endMs
        }
        expect(lastMs).toBeLessThanOrEqual(endMs)
        expect(segmentStarts).toEqual([...new Set(segmentStarts)].sort((a, b) => a - b))
        expect(segmentStarts[0]).toBe(words.length > 0 ? 0 : undefined)
        expect(segmentStarts.every((start) => start < words.length)).toBe(true)
      }),
    )
  })

  test('lose and change no word where they do not overlap', () => {
    fc.assert(
      fc.property(pieces, (items) => {
        const apart = items.map(([heard, gap, length]) => [heard, Math.abs(gap), length] as const)
        expect(text(joinAll(apart))).toBe(apart.flatMap(([{ words }]) => words.map((each) => each.text)).join(' '))
      }),
    )
  })

  test('of one talk, heard right, give that talk wherever it is cut', () => {
    const talk = 'at first nobody owned our release process so every team waited two days for somebody else'.split(' ')
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 14 }), fc.integer({ min: 2, max: 4 }), (cut, shared) => {
        const from = Math.max(0, cut - shared)
        expect(overlap(talk.slice(0, cut).join(' '), talk.slice(from).join(' '), from)).toBe(talk.join(' '))
      }),
    )
  })
})
