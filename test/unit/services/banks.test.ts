import { beforeEach, expect, it } from 'vitest'
import { type Banks, createBanks } from '../../../electron/services/banks.ts'
import { createEventHub } from '../../../electron/services/events.ts'
import type { BankContent, BankRecord, BankStore, StoryStore } from '../../../electron/services/ports.ts'
import { ids } from './fakes.ts'

const PUMPS = `# My stories

## The lost pumps

**Situation:** The ward lost two hours a day looking for infusion pumps.

**Action:** I painted a number on each pump and hung a board beside the lift.

**Result:** Searching fell from two hours to ten minutes a day.
`
const PHARMACY = `# My stories

## The night window

**Situation:** A colleague wanted to close the night pharmacy window.

**Action:** I counted the night requests for a month and showed the chart to the team.

**Result:** The window stayed open and waiting time fell by 40 %.
`

const pasted = (text: string) => ({ fileName: 'Pasted text.md', bytes: new TextEncoder().encode(text) })

let banks: Banks
let saved: Map<string, BankRecord>
beforeEach(() => {
  saved = new Map()
  const storyOf = (id: string) => [...saved.values()].flatMap((bank) => bank.stories).find((story) => story.id === id)!
  const store: BankStore = {
    list: () => [...saved.values()],
    contentOf: (id) => saved.get(id) as unknown as BankContent,
    outlineOf: (id) => ({ sections: [], questions: [], storyCount: saved.get(id)!.stories.length }),
    source: (id) => saved.get(id) ?? null,
    save: (record) => void saved.set(record.id, record),
    setRemoved: () => {},
  }
  const stories = {
    sourceTitle: (id: string) => storyOf(id).sourceTitle,
    allPoints: (id: string) => storyOf(id).points.map((point) => ({ ...point, removed: false })),
  } as StoryStore
  const newId = ids('id')
  banks = createBanks({ store, stories, samples: () => [], events: createEventHub(), now: () => 1, newId })
})

it('updates a bank when its document comes again', () => {
  const { bankId } = banks.accept(pasted(PUMPS))
  const later = pasted(PUMPS.replace('ten minutes', 'five minutes'))
  expect(banks.preview(later).updates).toMatchObject({ bankId, changed: 1, added: 0, removed: 0 })
  expect(banks.accept(later).bankId).toBe(bankId)
  expect(saved.size).toBe(1)
})

it('never takes another document for a new version because it has the same name', () => {
  const first = banks.accept(pasted(PUMPS))
  expect(banks.preview(pasted(PHARMACY)).updates).toBeNull()
  const second = banks.accept(pasted(PHARMACY))
  expect(second.bankId).not.toBe(first.bankId)
  expect(new TextDecoder().decode(saved.get(first.bankId)!.source)).toBe(PUMPS)
})

it('finds the version among several documents of the same name', () => {
  banks.accept(pasted(PUMPS))
  const { bankId } = banks.accept(pasted(PHARMACY))
  expect(banks.preview(pasted(PHARMACY.replace('40 %', '45 %'))).updates).toMatchObject({ bankId, changed: 1 })
})
