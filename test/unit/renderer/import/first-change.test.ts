import { describe, expect, it } from 'vitest'
import { correctBank } from '../../../../core/domain/bank/correct.ts'
import { type Correction, storyTargetOf, targetOf } from '../../../../core/domain/bank/correction.ts'
import { firstChange } from '../../../../renderer/features/import/first-change.ts'
import { bank } from './bank.ts'

const corrected = (...corrections: Correction[]) => correctBank(bank, corrections).bank
const [first, second] = bank.stories
const point = second!.points[1]!

describe('firstChange', () => {
  it('is the point that changed, with its story', () => {
    const marked = corrected({ kind: 'mark', target: targetOf(point), as: 'result' })
    const found = { tab: 'stories', key: `point ${point.id}`, storyId: second!.id }
    expect(firstChange(bank, marked, 'stories')).toEqual(found)
    expect(firstChange(marked, bank, 'stories')).toEqual(found)
  })

  it('is the story that is back', () => {
    const dropped = corrected({ kind: 'drop', story: storyTargetOf(first!) })
    expect(firstChange(dropped, bank, 'stories')?.key).toBe(`story ${first!.id}`)
  })

  it('is one of the tab in view, if there is one', () => {
    const dropped = corrected({ kind: 'drop', story: storyTargetOf(second!) })
    expect(firstChange(bank, dropped, 'other')?.tab).toBe('other')
    expect(firstChange(bank, dropped, 'stories')?.tab).toBe('stories')
  })

  it('is nothing where nothing changed', () => expect(firstChange(bank, bank, 'stories')).toBeNull())
})
