import { beforeEach, describe, expect, it } from 'vitest'
import type { Correction } from '#domain/bank/correction'
import { createDocuments } from '../../../electron/services/documents.ts'
import { createEventHub } from '../../../electron/services/events.ts'
import { createImports, type Imports } from '../../../electron/services/imports.ts'
import { createJobs } from '../../../electron/services/jobs.ts'
import type { BankRecord, BankStore, StoryStore } from '../../../electron/services/ports.ts'
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

let imports: Imports
let saved: Map<string, BankRecord>
beforeEach(() => {
  saved = new Map()
  const store = {
    list: () => [...saved.values()],
    outlineOf: () => ({ sections: [], questions: [], storyCount: 0 }),
    corrections: (id) => [...saved.get(id)!.corrections],
    save: (record) => void saved.set(record.id, record),
  } as Partial<BankStore> as BankStore
  const stories = {
    known: (id) =>
      saved.get(id)!.stories.map((story) => ({
        ...story,
        points: story.points.map((point) => ({ ...point, removed: false })),
      })),
  } as Partial<StoryStore> as StoryStore
  const events = createEventHub()
  const newId = ids('id')
  const documents = createDocuments({
    converter: { wordToHtml: async () => new Uint8Array() },
    now: () => 1,
    pause: async () => {},
  })
  const jobs = createJobs({ events, newId, logError: () => {} })
  imports = createImports({ documents, store, stories, samples: () => [], jobs, events, now: () => 1, newId })
})

const previewOf = (text: string) => imports.preview(pasted(text), 'request')

describe('a new version of a document', () => {
  it('updates its bank', async () => {
    const { bankId } = await imports.accept(pasted(PUMPS), [])
    const later = PUMPS.replace('ten minutes', 'five minutes')
    const { updates } = await previewOf(later)
    expect(updates).toMatchObject({
      bankId,
      counts: { changed: 1, added: 0, removed: 0, kept: 0 },
      stories: [{ change: 'changed', removedPoints: [] }],
      points: [{ change: 'changed' }],
      removedStories: [],
    })
    expect((await imports.accept(pasted(later), [])).bankId).toBe(bankId)
    expect(saved.size).toBe(1)
  })

  it('says what it no longer has', async () => {
    await imports.accept(pasted(PUMPS + PHARMACY.replace('# My stories\n', '')), [])
    const { updates } = await previewOf(PUMPS.replace(' and hung a board beside the lift', ''))
    expect(updates!.counts).toEqual({ added: 0, changed: 1, kept: 0, removed: 1 })
    expect(updates!.removedStories).toEqual(['The night window'])
  })

  it('is never seen in another document of the same name', async () => {
    const first = await imports.accept(pasted(PUMPS), [])
    expect((await previewOf(PHARMACY)).updates).toBeNull()
    const second = await imports.accept(pasted(PHARMACY), [])
    expect(second.bankId).not.toBe(first.bankId)
    expect(new TextDecoder().decode(saved.get(first.bankId)!.source)).toBe(PUMPS)
  })

  it('is found among several documents of the same name', async () => {
    await imports.accept(pasted(PUMPS), [])
    const { bankId } = await imports.accept(pasted(PHARMACY), [])
    const { updates } = await previewOf(PHARMACY.replace('40 %', '45 %'))
    expect(updates).toMatchObject({ bankId, counts: { changed: 1 } })
  })
})

describe('what the user set right', () => {
  it('is stored with the bank and found again in its next version', async () => {
    const { bank } = await previewOf(PUMPS)
    const [point] = bank.stories[0]!.points
    const correction: Correction = { kind: 'mark', target: { id: point!.id, text: point!.text }, as: 'task' }
    const { bankId } = await imports.accept(pasted(PUMPS), [correction])
    expect(saved.get(bankId)!.stories[0]!.points.map((each) => each.part)).toEqual(['task', 'action', 'result'])

    const moved = PUMPS.replace('# My stories', '# My stories\n\nRead these aloud.').replace('ten', 'five')
    const { corrections, updates } = await previewOf(moved)
    expect(corrections).toEqual([correction])
    expect(updates!.counts).toEqual({ added: 0, changed: 1, kept: 0, removed: 0 })
  })

  it('refuses a document of which no story is left', async () => {
    const story = { id: 'story-1', text: 'The lost pumps' }
    await expect(imports.accept(pasted(PUMPS), [{ kind: 'drop', story }])).rejects.toMatchObject({ code: 'empty-bank' })
  })
})
