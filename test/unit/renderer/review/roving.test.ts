import { expect, it } from 'vitest'
import { nextWord } from '../../../../renderer/features/review/roving.ts'

// Two lines of three words and one of two.
const places = [0, 50, 100, 0, 60, 120, 0, 45].map((offsetLeft, i) => ({
  offsetLeft,
  offsetTop: Math.floor(i / 3) * 24,
}))

it.each([
  ['ArrowRight', 2, 3],
  ['ArrowRight', 7, 7],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, 0],
  ['Home', 5, 0],
  ['End', 1, 7],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 7],
  ['ArrowDown', 7, 7],
  ['ArrowUp', 5, 2],
  ['ArrowUp', 1, 1],
])('%s from word %i leads to word %i', (key, from, to) => expect(nextWord(key, from, places)).toBe(to))

it('leaves other keys alone', () => expect(nextWord('a', 0, places)).toBeNull())
