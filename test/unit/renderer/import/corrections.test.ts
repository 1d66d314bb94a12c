import { describe, expect, it } from 'vitest'
import type { ParsedBank } from '../../../../core/domain/bank/bank.ts'
import { correctBank } from '../../../../core/domain/bank/correct.ts'
import { type Correction, type Mark, storyTargetOf, targetOf } from '../../../../core/domain/bank/correction.ts'
import { changeHistory, type History, openHistory } from '../../../../renderer/features/import/corrections.ts'
import { bank } from './bank.ts'

const points = bank.stories.flatMap((story) => story.points)
const mark = (id: string, as: Mark): Correction => {
  return { kind: 'mark', target: targetOf(points.find((point) => point.id === id)!), as }
}
const correct = (history: History, ...corrections: Correction[]) =>
  changeHistory(history, { kind: 'correct', corrections })
const partOf = ({ stories }: ParsedBank, id: string) =>
  stories.flatMap((story) => story.points).find((point) => point.id === id)?.part

const first = 'story-1-point-1'
const second = 'story-1-point-2'
const merge: Correction = { kind: 'merge', story: storyTargetOf(bank.stories[1]!) }

describe('changeHistory', () => {
  it('makes one step of a batch, undoes and redoes it', () => {
    const opened = openHistory(bank, [])
    const corrected = correct(opened, mark(first, 'result'), mark(second, 'action'))
    expect([partOf(corrected.now.bank, first), partOf(corrected.now.bank, second)]).toEqual(['result', 'action'])
    expect(corrected.past).toHaveLength(1)
    const undone = changeHistory(corrected, { kind: 'undo' })
    expect(undone.now).toBe(opened.now)
    expect(changeHistory(undone, { kind: 'redo' }).now).toBe(corrected.now)
  })

  it('stays the same object when there is nothing to do', () => {
    const opened = openHistory(bank, [])
    const lost: Correction = { kind: 'drop', story: { id: 'story-9', text: 'Never heard of', opening: '' } }
    expect(correct(opened, lost)).toBe(opened)
    for (const kind of ['undo', 'redo', 'discard'] as const) expect(changeHistory(opened, { kind })).toBe(opened)
  })

  it('forgets what was undone when something else is done', () => {
    const undone = changeHistory(correct(openHistory(bank, []), mark(first, 'result')), { kind: 'undo' })
    expect(correct(undone, mark(second, 'learning')).future).toEqual([])
  })

  it('discards everything, remembered corrections too, and takes that back', () => {
    const opened = openHistory(bank, [mark(first, 'result')])
    expect(partOf(opened.now.bank, first)).toBe('result')
    const discarded = changeHistory(correct(opened, merge), { kind: 'discard' })
    expect(discarded.now).toEqual({ corrections: [], bank })
    expect(changeHistory(discarded, { kind: 'undo' }).now.bank.stories).toHaveLength(1)
  })

  it('drops remembered corrections that no longer find their place', () => {
    const lost: Correction = { kind: 'split', point: { id: 'gone', text: 'gone' } }
    expect(openHistory(bank, [lost, mark(first, 'task')]).now.corrections).toEqual([mark(first, 'task')])
  })

  it('keeps one part for each point, the last one', () => {
    let history = openHistory(bank, [])
    for (const as of ['result', 'task', 'learning'] as const) history = correct(history, mark(first, as))
    expect(history.now.corrections).toEqual([mark(first, 'learning')])
    expect(history.past).toHaveLength(3)
  })

  it('leads to the same bank as all corrections at once', () => {
    const steps: Correction[][] = [
      [mark(first, 'result'), mark(second, 'note')],
      [mark('story-1-point-5', 'nothing')],
      [{ kind: 'split', point: { id: 'story-1-point-4', text: points[3]!.text } }],
      [merge, { kind: 'rename', story: storyTargetOf(bank.stories[0]!), title: 'The ferry' }],
      [mark(first, 'action'), mark('story-1-point-3', 'question')],
      [{ kind: 'make-story', other: { id: bank.other[1]!.id, text: bank.other[1]!.text } }],
    ]
    const history = steps.reduce((now, step) => correct(now, ...step), openHistory(bank, []))
    expect(history.past).toHaveLength(steps.length)
    expect(history.now.bank).toEqual(correctBank(bank, history.now.corrections).bank)
  })
})
