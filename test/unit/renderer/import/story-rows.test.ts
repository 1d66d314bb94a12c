import { describe, expect, it } from 'vitest'
import type { BankChanges } from '../../../../core/contract/banks.ts'
import { correctBank } from '../../../../core/domain/bank/correct.ts'
import { storyTargetOf } from '../../../../core/domain/bank/correction.ts'
import { followChanges } from '../../../../renderer/features/import/changes.ts'
import { createRows } from '../../../../renderer/features/import/story-rows.ts'
import { bank } from './bank.ts'

const everything = { changes: null, onlyChanges: false, isOpen: () => true }

describe('createRows', () => {
  it('puts notes where they stand and counts the points of a part that begin there', () => {
    const rows = createRows()(bank, everything)
    const told = rows.map((row) => (row.kind === 'point' ? `${row.point.part} ${row.group}` : row.kind))
    expect(told).toEqual([
      ...['story', 'situation 1', 'task 1', 'action 2', 'action 0', 'result 1'],
      ...['story', 'situation 1', 'task 1', 'action 1', 'result 1', 'note'],
    ])
    expect(rows.flatMap((row) => (row.kind === 'story' ? [row.section?.title ?? null] : []))).toEqual(['Care', null])
  })

  it('keeps the rows of stories that a correction left alone', () => {
    const makeRows = createRows()
    const before = makeRows(bank, everything)
    const { id, text } = bank.stories[1]!.points[0]!
    const after = makeRows(correctBank(bank, [{ kind: 'mark', target: { id, text }, as: 'task' }]).bank, everything)
    expect(after.slice(0, 6).every((row, index) => row === before[index])).toBe(true)
    expect(after[7]).not.toBe(before[7])
  })

  it('leaves the points of a folded story out', () => {
    expect(createRows()(bank, { ...everything, isOpen: (id) => id === 'story-2' })).toHaveLength(7)
  })
})

const updates: BankChanges = {
  bankId: 'bank',
  bankTitle: 'Boat notes',
  counts: { added: 0, changed: 1, removed: 1, kept: 1 },
  stories: [
    { id: 'story-1', change: 'changed', removedPoints: ['I called the yard'] },
    { id: 'story-2', change: 'kept', removedPoints: [] },
  ],
  points: [{ id: 'story-1-point-3', change: 'added' }],
  removedStories: ['The old engine'],
}

describe('followChanges', () => {
  it('says what was told as long as nothing is corrected', () => {
    const changes = followChanges(updates, bank, bank)
    expect(changes.counts).toEqual(updates.counts)
    const rows = createRows()(bank, { ...everything, changes, onlyChanges: true })
    expect(rows.filter((row) => row.kind === 'removed').map((row) => row.text)).toEqual([
      'I called the yard',
      'The old engine',
    ])
    expect(rows.some((row) => row.kind === 'story' && row.change === 'kept')).toBe(false)
  })

  it('counts a corrected story as changed and a dropped one as removed', () => {
    const { id, text } = bank.stories[1]!.points[0]!
    const corrected = correctBank(bank, [{ kind: 'mark', target: { id, text }, as: 'task' }]).bank
    expect(followChanges(updates, bank, corrected).counts).toMatchObject({ changed: 2, kept: 0 })
    const dropped = correctBank(bank, [{ kind: 'drop', story: storyTargetOf(bank.stories[1]!) }]).bank
    expect(followChanges(updates, bank, dropped)).toMatchObject({
      counts: { changed: 1, kept: 0, removed: 2 },
      removedStories: ['The old engine', 'The wrong paint'],
    })
  })

  it('counts a new story as added', () => {
    const [, other] = bank.other
    const made = correctBank(bank, [{ kind: 'make-story', other: { id: other!.id, text: other!.text } }]).bank
    expect(followChanges(updates, bank, made).counts.added).toBe(1)
  })
})
