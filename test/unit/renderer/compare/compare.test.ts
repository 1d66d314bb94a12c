import { describe, expect, it } from 'vitest'
import type { PointReport, Report } from '#contract/attempts'
import type { DeliveryRow } from '#domain/compare/delivery'
import type { PointsCompared } from '#domain/compare/points'
import { createObservable } from '../../../../renderer/audio/observable.ts'
import type { Player } from '../../../../renderer/audio/player.ts'
import {
  changeLine,
  comparisonNotes,
  measureChange,
  measureName,
  measureValue,
} from '../../../../renderer/features/compare/compare-words.ts'
import { joinPlayers } from '../../../../renderer/features/compare/two-players.ts'

const points = (patch: Partial<PointsCompared<PointReport>> = {}): PointsCompared<PointReport> => ({
  pairs: [],
  unshared: 0,
  covered: 0,
  partial: 0,
  wrongFacts: 0,
  ...patch,
})

describe('the line', () => {
  it.each<[Partial<PointsCompared<PointReport>>, number, number, string]>([
    [{ covered: 3, wrongFacts: -1 }, 90_000, 78_000, '+3 points, one wrong fact fewer, 12 s shorter'],
    [{ covered: -1, wrongFacts: 2 }, 60_000, 135_000, '−1 point, 2 wrong facts more, 1:15 longer'],
    [{}, 60_000, 60_300, 'As many points, the same length'],
    [{ partial: 2 }, 60_000, 61_000, 'As many points, 2 more partly said, 1 s longer'],
    [{ covered: null, partial: null, wrongFacts: null }, 60_000, 59_000, '1 s shorter'],
  ])('%j', (patch, before, after, line) => expect(changeLine(points(patch), before, after)).toBe(line))
})

describe('what keeps them from being compared in full', () => {
  const report = (patch: Partial<Report> = {}) => ({ question: null, words: [], ...patch }) as unknown as Report
  it.each<[Partial<Report>, Partial<Report>, number, RegExp[]]>([
    [{}, {}, 0, []],
    [{ question: 'Why?' }, {}, 0, [/A “Why\?”, B the title of the story/]],
    [{}, {}, 4, [/only the 1 point/]],
    [{ words: null }, {}, 0, [/^A has no transcript/]],
    [{ words: null }, { words: null }, 0, [/^Neither/]],
  ])('%#', (before, after, unshared, expected) => {
    const compared = points({ unshared, pairs: [{} as never] })
    const notes = comparisonNotes(report(before), report(after), compared)
    expect(notes).toHaveLength(expected.length)
    for (const [i, pattern] of expected.entries()) expect(notes[i]).toMatch(pattern)
  })
})

describe('figures', () => {
  it.each<[Partial<DeliveryRow>, string[]]>([
    [{ measure: 'length', before: 61_000, after: 90_000 }, ['Length', '1:01', '1:30', '+29 s']],
    [{ measure: 'fillers', before: 5.9, after: 6.1 }, ['Fillers a minute, at least', '5.9', '6.1', '+0.2']],
    [{ measure: 'pace', before: null, after: 120 }, ['Words a minute', '–', '120', '']],
    [{ measure: 'we', before: 3, after: 3 }, ['“We”', '3', '3', 'the same']],
    [{ measure: 'part', part: 'result', before: 9000, after: 4000 }, ['Time on Result', '0:09', '0:04', '−5 s']],
  ])('%j', (patch, expected) => {
    const row = { part: null, verdict: null, ...patch } as DeliveryRow
    const { measure, before, after } = row
    expect([measureName(row), measureValue(measure, before), measureValue(measure, after), measureChange(row)]).toEqual(
      expected,
    )
  })
})

describe('two players', () => {
  function fakePlayer() {
    const [timeMs, isPlaying, isBroken] = [createObservable(0), createObservable(false), createObservable(false)]
    const played: (readonly [number, number | undefined])[] = []
    const player = {
      timeMs,
      isPlaying,
      isBroken,
      media: { pause: () => isPlaying.set(false) },
      play(fromMs: number, toMs?: number) {
        played.push([fromMs, toMs])
        timeMs.set(fromMs)
        isPlaying.set(true)
      },
      seek: (ms: number) => timeMs.set(ms),
    }
    return { player: player as unknown as Player, played, timeMs, isPlaying }
  }
  const [ONE, OTHER] = [
    { startMs: 1000, endMs: 3000 },
    { startMs: 5000, endMs: 6000 },
  ]
  const both = () => {
    const [a, b] = [fakePlayer(), fakePlayer()]
    return { a, b, joined: joinPlayers(a.player, b.player) }
  }

  it('play a stretch of the first, then of the second', () => {
    const { a, b, joined } = both()
    joined.playBoth(ONE, OTHER)
    expect([a.played, b.played]).toEqual([[[1000, 3000]], []])
    a.timeMs.set(2990)
    a.isPlaying.set(false)
    expect(b.played).toEqual([[5000, 6000]])
  })

  it('stop for good when the user stops the first', () => {
    const { a, b, joined } = both()
    joined.playBoth(ONE, OTHER)
    a.timeMs.set(1500)
    a.isPlaying.set(false)
    a.timeMs.set(3000)
    expect(b.played).toEqual([])
  })

  it('never speak at once', () => {
    const { a, b } = both()
    a.player.play(0)
    b.player.play(0)
    expect([a.isPlaying.get(), b.isPlaying.get()]).toEqual([false, true])
    a.player.play(0)
    expect([a.isPlaying.get(), b.isPlaying.get()]).toEqual([true, false])
  })

  it('play what there is where one lacks the point, and move both without a sound', () => {
    const { a, b, joined } = both()
    joined.playBoth(null, OTHER)
    expect([a.played, b.played]).toEqual([[], [[5000, 6000]]])
    joined.seekBoth(ONE, null)
    expect([a.timeMs.get(), a.played]).toEqual([1000, []])
    joined.close()
    b.player.play(0)
    a.player.play(0)
    expect(b.isPlaying.get()).toBe(true)
  })
})
