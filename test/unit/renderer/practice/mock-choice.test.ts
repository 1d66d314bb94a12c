import { describe, expect, it } from 'vitest'
import type { BankSummary } from '#contract/banks'
import {
  askable,
  chosen,
  isWhole,
  type LeftOut,
  NOTHING,
  toggleBank,
  toggleSection,
  topicsOf,
} from '../../../../renderer/features/practice/mock-choice.ts'

const bank = (id: string, sections: Readonly<Record<string, number>>, loose = 0): BankSummary => ({
  id,
  title: id,
  fileName: `${id}.md`,
  importedAt: 0,
  language: null,
  storyCount: 1,
  sections: Object.keys(sections).map((name) => ({ id: `${id} ${name}`, title: name, definition: null })),
  questions: [
    ...Object.entries(sections).flatMap(([name, count]) =>
      Array.from({ length: count }, (_, nth) => ({
        id: `${id} ${name} ${nth}`,
        text: '?',
        sectionId: `${id} ${name}`,
      })),
    ),
    ...Array.from({ length: loose }, (_, nth) => ({ id: `${id} loose ${nth}`, text: '?', sectionId: null })),
  ],
})
const ONE = bank('one', { lead: 3, fail: 2, empty: 0 }, 4)
const TWO = bank('two', { care: 1 })
const LOOSE = bank('loose', {}, 5)
const ALL = [ONE, TWO, LOOSE]

describe('what an interview asks', () => {
  it('is everything at first', () => {
    expect(chosen(ALL, NOTHING)).toEqual({ bankIds: [], sectionIds: [] })
    expect(askable(ALL, NOTHING)).toBe(15)
    expect(topicsOf(ONE).map(({ title, count }) => [title, count])).toEqual([
      ['lead', 3],
      ['fail', 2],
    ])
  })

  it('without a section is the others of its bank, without the questions of no section', () => {
    const leftOut = toggleSection(ONE, 'one fail', NOTHING)
    expect(isWhole(ONE, leftOut)).toBe(false)
    expect(chosen(ALL, leftOut)).toEqual({ bankIds: ['two', 'loose'], sectionIds: ['one lead'] })
    expect(askable(ALL, leftOut)).toBe(3 + 1 + 5)
    expect(toggleSection(ONE, 'one fail', leftOut)).toEqual(NOTHING)
  })

  it('without a bank is the others; taken in again, or with its last section, it is whole', () => {
    const without = toggleBank(ONE, NOTHING)
    expect(chosen(ALL, without)).toEqual({ bankIds: ['two', 'loose'], sectionIds: [] })
    expect(askable([ONE], without)).toBe(0)
    expect(toggleBank(ONE, without)).toEqual(NOTHING)
    const lead = toggleSection(ONE, 'one lead', without)
    expect([isWhole(ONE, lead), isWhole(ONE, toggleSection(ONE, 'one fail', lead))]).toEqual([false, true])
    expect(toggleBank(ONE, lead)).toEqual(NOTHING)
  })

  it('is nothing when all is left out, also of a bank without sections', () => {
    const none = ALL.reduce<LeftOut>((leftOut, each) => toggleBank(each, leftOut), NOTHING)
    expect([chosen(ALL, none), askable(ALL, none)]).toEqual([null, 0])
  })
})
