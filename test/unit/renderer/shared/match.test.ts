import { describe, expect, it } from 'vitest'
import { matchStroke, strokeOf } from '../../../../renderer/features/shared/shortcuts/match.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('strokeOf', () => {
  it.each([
    [{ key: ' ' }, 'Space'],
    [{ key: 'R', shiftKey: true }, 'r'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'Tab', shiftKey: true }, 'Shift+Tab'],
    [{ key: '1', ctrlKey: true }, 'Mod+1'],
    [{ key: '1', metaKey: true }, 'Mod+1'],
    [{ key: 'ArrowUp', altKey: true }, 'Alt+ArrowUp'],
    [{ key: '/', ctrlKey: true }, 'Mod+/'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'Mod+Shift+z'],
    [{ key: '1', ctrlKey: true, shiftKey: true }, 'Mod+1'],
  ])('%j is %s', (press, stroke) => expect(strokeOf({ ...none, ...press })).toBe(stroke))

  it('takes a sign as typed with AltGr or Option', () => {
    expect(strokeOf({ ...none, key: '[', ctrlKey: true, altKey: true })).toBe('[')
    expect(strokeOf({ ...none, key: ']', altKey: true })).toBe(']')
  })
})

describe('matchStroke', () => {
  const bindings = [
    { name: 'newer', keys: ['r'] },
    { name: 'older', keys: ['r'] },
    { name: 'library', keys: ['g l', 'Mod+1'] },
  ]
  const match = (pending: string, stroke: string) => {
    const { binding, pending: rest } = matchStroke(bindings, pending, stroke)
    return [binding?.name ?? null, rest]
  }
  it.each([
    ['', 'r', ['newer', '']],
    ['', 'g', [null, 'g']],
    ['g', 'l', ['library', '']],
    ['g', 'r', ['newer', '']],
    ['g', 'g', [null, 'g']],
    ['', 'Mod+1', ['library', '']],
    ['', 'y', [null, '']],
  ])('after “%s” %s leads to %j', (pending, stroke, expected) => expect(match(pending, stroke)).toEqual(expected))
})
