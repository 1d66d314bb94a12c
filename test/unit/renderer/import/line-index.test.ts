import { describe, expect, it } from 'vitest'
import { correctBank } from '../../../../core/domain/bank/correct.ts'
import type { Correction } from '../../../../core/domain/bank/correction.ts'
import { definedLines, indexLines, sourceLines } from '../../../../renderer/features/import/line-index.ts'
import { bank, TEXT } from './bank.ts'

const lines = sourceLines(TEXT)
const at = (codes: string, line: number) => codes[line - 1]

describe('indexLines', () => {
  const index = indexLines(lines, bank, [])

  it.each([
    [1, ' ', null],
    [3, 'X', 'other other-1'],
    [5, 'E', 'section section-1'],
    [7, 'D', 'section section-1'],
    [9, 'Q', 'question question-1'],
    [11, 'H', 'story story-1'],
    [13, 'S', 'point story-1-point-1'],
    [17, 'A', 'point story-1-point-3'],
    [19, 'a', 'point story-1-point-4'],
    [21, 'R', 'point story-1-point-5'],
    [30, 'N', 'note story-2-note-1'],
    [34, 'x', 'other other-2'],
  ])('line %i is %s', (line, code, key) => {
    expect([at(index.codes, line), index.keyAt(line)]).toEqual([code, key])
  })

  it('has a code for every line and nothing beyond', () => {
    expect(index.codes).toHaveLength(TEXT.split('\n').length)
    expect(index.keyAt(0)).toBeNull()
    expect(index.keyAt(999)).toBeNull()
  })

  it('tells a line that holds several parts', () => {
    const [story] = bank.stories
    const inOneLine = story!.points.map((point) => ({ ...point, lines: { from: 13, to: 13 } }))
    const table = { ...bank, stories: [{ ...story!, points: inOneLine }] }
    expect(at(indexLines(lines, table, []).codes, 13)).toBe('M')
  })

  it('follows a block that became a definition', () => {
    const [note] = bank.stories[1]!.notes
    const corrections: Correction[] = [{ kind: 'mark', target: { id: note!.id, text: note!.text }, as: 'definition' }]
    const defined = definedLines(bank, corrections)
    const { codes, keyAt } = indexLines(lines, correctBank(bank, corrections).bank, defined)
    expect([at(codes, 30), keyAt(30)]).toEqual(['D', 'section section-1'])
  })
})
