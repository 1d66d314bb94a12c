import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextPiece } from '#domain/speech/pieces'
import type { Phrase, Piece } from '#domain/speech/speech'

const phrase = (startMs: number, endMs: number, ends: Phrase['ends'] = 'pause'): Phrase => ({
  startMs,
  endMs,
  ends,
  voicedMs: 0.6 * (endMs - startMs),
  soundMs: 0.8 * (endMs - startMs),
})

const options = { limitMs: 15_000, nowMs: 60_000, isFinal: false }
const span = (next: { piece: Piece; rest: Phrase[] } | null) =>
  next && [next.piece.startMs, next.piece.endMs, next.rest.length]

describe('the next piece', () => {
  test('is one phrase when one waits', () => {
    expect(nextPiece([phrase(0, 5000)], options)).toEqual({ piece: phrase(0, 5000), rest: [] })
  })

  test('is none when none waits', () => {
    expect(nextPiece([], { ...options, isFinal: true })).toBeNull()
  })

  test('holds neighbours up to the limit', () => {
    const waiting = [phrase(0, 5000), phrase(5500, 9000), phrase(9400, 14_900), phrase(15_000, 16_000)]
    expect(span(nextPiece(waiting, options))).toEqual([0, 14_900, 1])
    expect(span(nextPiece(waiting, { ...options, limitMs: 28_000 }))).toEqual([0, 16_000, 0])
    expect(span(nextPiece(waiting, { ...options, limitMs: 1000 }))).toEqual([0, 5000, 3])
  })

  test('ends before a long silence', () => {
    expect(span(nextPiece([phrase(0, 3000), phrase(5001, 7000)], options))).toEqual([0, 3000, 1])
  })

  test('of overlapping phrases counts what they share once', () => {
    const next = nextPiece([phrase(0, 8000, 'limit'), phrase(6000, 10_000)], options)
    expect(next?.piece).toMatchObject({ startMs: 0, endMs: 10_000, ends: 'pause' })
    expect(next?.piece.soundMs).toBeCloseTo(8000)
  })
})

describe('a lone short phrase', () => {
  const um = phrase(10_000, 10_700)
  test.each([
    ['waits while more may join it', { nowMs: 12_000, isFinal: false }, null],
    ['goes when nothing joined it in time', { nowMs: 13_000, isFinal: false }, [10_000, 10_700, 0]],
    ['goes at the end', { nowMs: 11_000, isFinal: true }, [10_000, 10_700, 0]],
  ])('%s', (_, when, expected) => {
    expect(span(nextPiece([um], { ...options, ...when }))).toEqual(expected)
  })

  test('goes along with the next', () => {
    expect(span(nextPiece([um, phrase(11_000, 15_000)], { ...options, nowMs: 15_700 }))).toEqual([10_000, 15_000, 0])
  })
})

test('every phrase goes into exactly one piece, in order', () => {
  const gapsAndLengths = fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 200, max: 15_000 })), { maxLength: 20 })
  fc.assert(
    fc.property(gapsAndLengths, fc.integer({ min: 1000, max: 30_000 }), (items, limitMs) => {
      let atMs = 0
      const phrases = items.map(([gap, length]) => {
        const startMs = atMs + gap
        atMs = startMs + length
        return phrase(startMs, atMs)
      })
      let waiting: Phrase[] = phrases
      let soundMs = 0
      while (waiting.length > 0) {
        const next = nextPiece(waiting, { limitMs, nowMs: atMs, isFinal: true })!
        const taken = waiting.slice(0, waiting.length - next.rest.length)
        expect(taken.length).toBeGreaterThan(0)
        expect([next.piece.startMs, next.piece.endMs]).toEqual([taken[0]!.startMs, taken.at(-1)!.endMs])
        if (taken.length > 1) expect(next.piece.endMs - next.piece.startMs).toBeLessThanOrEqual(limitMs)
        expect(next.rest).toEqual(waiting.slice(taken.length))
        soundMs += next.piece.soundMs
        waiting = next.rest
      }
      expect(soundMs).toBeCloseTo(phrases.reduce((sum, each) => sum + each.soundMs, 0))
    }),
  )
})
