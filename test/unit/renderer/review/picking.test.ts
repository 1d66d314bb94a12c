import { describe, expect, it } from 'vitest'
import type { PointCoverage } from '#domain/coverage/coverage'
import {
  drag,
  likeliest,
  moveTo,
  type Picking,
  pickedSpan,
  press,
  release,
  startPicking,
} from '../../../../renderer/features/review/picking.ts'

type Step = (picking: Picking) => Picking
const click =
  (at: number, isExtending = false): Step =>
  (now) =>
    release(press(now, at, isExtending))
const dragged =
  (...places: number[]): Step =>
  (now) =>
    release(places.slice(1).reduce(drag, press(now, places[0]!, false)))
const key =
  (at: number, isExtending = false): Step =>
  (now) =>
    moveTo(now, at, isExtending)
const after = (start: Picking, ...steps: Step[]) => pickedSpan(steps.reduce((now, step) => step(now), start))

const NONE = startPicking(null, 20)
const GUESS = startPicking({ from: 4, to: 7 }, 20)

describe('the first guess', () => {
  const judged = (over: Partial<PointCoverage>) =>
    ({ evidence: [], closest: null, ...over }) as unknown as PointCoverage

  it('is the longest evidence, else the nearest miss, else nothing', () => {
    const closest = { from: 9, to: 12 }
    const evidence = [
      { from: 0, to: 2 },
      { from: 5, to: 9 },
    ]
    expect(likeliest(judged({ evidence, closest }))).toEqual({ from: 5, to: 9 })
    expect(likeliest(judged({ closest }))).toEqual(closest)
    expect([likeliest(judged({})), likeliest(null)]).toEqual([null, null])
  })

  it('stays within the words', () => {
    expect(pickedSpan(startPicking({ from: 4, to: 9 }, 6))).toEqual({ from: 4, to: 6 })
    expect(pickedSpan(startPicking({ from: 6, to: 9 }, 6))).toBeNull()
  })
})

describe('choosing', () => {
  it.each([
    ['the guess at first', GUESS, [], { from: 4, to: 7 }],
    ['nothing without one', NONE, [], null],
    ['a single word by a click', GUESS, [click(9)], { from: 9, to: 10 }],
    ['first and last by two clicks', GUESS, [click(9), click(12)], { from: 9, to: 13 }],
    ['last and first by two clicks', GUESS, [click(12), click(9)], { from: 9, to: 13 }],
    ['anew by a third click', GUESS, [click(9), click(12), click(2)], { from: 2, to: 3 }],
    ['more by a click with Shift', GUESS, [click(10, true)], { from: 4, to: 11 }],
    ['a word by a click with Shift where nothing was chosen', NONE, [click(10, true)], { from: 10, to: 11 }],
    ['what is dragged over', GUESS, [dragged(8, 9, 10)], { from: 8, to: 11 }],
    ['what is dragged over backwards', GUESS, [dragged(8, 7, 2)], { from: 2, to: 9 }],
    ['what is dragged over, and back a little', GUESS, [dragged(8, 12, 10)], { from: 8, to: 11 }],
    ['only what is dragged over after a first click', GUESS, [click(2), dragged(8, 10)], { from: 8, to: 11 }],
    ['anew by a click after a drag', GUESS, [dragged(8, 10), click(3)], { from: 3, to: 4 }],
    ['a word by an arrow', GUESS, [key(7)], { from: 7, to: 8 }],
    ['more by Shift and arrows', GUESS, [key(7, true), key(8, true)], { from: 4, to: 9 }],
    ['fewer by Shift and arrows', GUESS, [key(5, true)], { from: 4, to: 6 }],
    ['backwards past the first word', GUESS, [key(3, true)], { from: 3, to: 5 }],
    ['from where the keyboard is, where nothing was chosen', NONE, [key(1, true)], { from: 0, to: 2 }],
  ] as const)('%s', (_what, start, steps, span) => {
    expect(after(start, ...steps)).toEqual(span)
  })

  it('does not follow a pointer that is not pressed', () => {
    expect(drag(GUESS, 12)).toBe(GUESS)
  })
})
