import { beforeEach, describe, expect, it } from 'vitest'
import { writeBank } from '#domain/bank/canonical-write'
import { type Correction, storyTargetOf, targetOf } from '#domain/bank/correction'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createJobs } from '../../../../electron/services/app/jobs.ts'
import { createDocuments } from '../../../../electron/services/library/documents.ts'
import { createImports, type Imports } from '../../../../electron/services/library/imports.ts'
import type { BankRecord, BankStore, StoryStore } from '../../../../electron/services/ports/stores.ts'
import { ids } from '../fakes.ts'

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
    list: () => [...saved.values()].map((bank) => ({ ...bank, language: null })),
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
    sharedPoints: () => 1,
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

async function accept(text: string, more: readonly Correction[] = []) {
  const { corrections, updates } = await previewOf(text)
  return imports.accept(pasted(text), { corrections: [...corrections, ...more], updates: updates?.bankId ?? null })
}

describe('a new version of a document', () => {
  it('updates its bank', async () => {
    const { bankId } = await accept(PUMPS)
    const later = PUMPS.replace('ten minutes', 'five minutes')
    const { updates } = await previewOf(later)
    expect(updates).toMatchObject({
      bankId,
      counts: { changed: 1, added: 0, removed: 0, kept: 0 },
      stories: [{ change: 'changed', removedPoints: [] }],
      points: [{ change: 'changed' }],
      removedStories: [],
    })
    expect((await accept(later)).bankId).toBe(bankId)
    expect(saved.size).toBe(1)
  })

  it('says what it no longer has', async () => {
    await accept(PUMPS + PHARMACY.replace('# My stories\n', ''))
    const { updates } = await previewOf(PUMPS.replace(' and hung a board beside the lift', ''))
    expect(updates!.counts).toEqual({ added: 0, changed: 1, kept: 0, removed: 1 })
    expect(updates!.removedStories).toEqual(['The night window'])
  })

  it('is never seen in another document of the same name', async () => {
    const first = await accept(PUMPS)
    expect((await previewOf(PHARMACY)).updates).toBeNull()
    const second = await accept(PHARMACY)
    expect(second.bankId).not.toBe(first.bankId)
    expect(new TextDecoder().decode(saved.get(first.bankId)!.source)).toBe(PUMPS)
  })

  it('is found among several documents of the same name', async () => {
    await accept(PUMPS)
    const { bankId } = await accept(PHARMACY)
    const { updates } = await previewOf(PHARMACY.replace('40 %', '45 %'))
    expect(updates).toMatchObject({ bankId, counts: { changed: 1 } })
  })
})

describe('the decision of the preview', () => {
  it('is carried out even when the corrections leave little of the former bank', async () => {
    const { bankId } = await accept(PUMPS)
    const later = `${PUMPS}\n${PHARMACY.replace('# My stories\n', '')}`
    const { bank, updates } = await previewOf(later)
    expect(updates!.counts).toMatchObject({ added: 1, kept: 1 })
    const story = storyTargetOf(bank.stories[0]!)
    const decision = { corrections: [{ kind: 'drop', story } as const], updates: bankId }
    expect((await imports.accept(pasted(later), decision)).bankId).toBe(bankId)
  })

  it('is refused when its bank is gone', async () => {
    const decision = { corrections: [], updates: 'gone' }
    await expect(imports.accept(pasted(PUMPS), decision)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('never takes one untitled pasted story for another of the same shape', async () => {
    const told = (what: string) =>
      `Situation: The ${what} was late by 3 weeks and nobody knew why.\nAction: I called 5 people and rewrote the plan.\nResult: The ${what} was on time again.\n`
    await accept(told('payroll'))
    expect((await previewOf(told('bridge'))).updates).toBeNull()
  })
})

describe('an exported bank', () => {
  it('comes back as it was, with what was changed by hand and without a word lost', async () => {
    const { bankId } = await accept(PUMPS)
    const record = saved.get(bankId)!
    const [first, second, ...rest] = record.stories[0]!.points
    const own = { ...first!, id: 'own', text: 'Added by hand', part: 'learning' as const, source: null }
    const edited = [second!, { ...first!, text: 'Put in my own words', weight: 'key' as const }, own, ...rest]
    saved.set(bankId, { ...record, stories: [{ ...record.stories[0]!, title: 'My title', points: edited }] })

    const text = writeBank({ ...record, stories: saved.get(bankId)!.stories })
    const { updates, bank } = await previewOf(text)
    expect(bank.exact).toBe(true)
    expect(updates!.counts).toEqual({ added: 0, changed: 0, kept: 1, removed: 0 })
    await accept(text)
    const [story] = saved.get(bankId)!.stories
    const shown = (points: typeof edited) => points.map(({ id, text, part, weight }) => ({ id, text, part, weight }))
    expect(story!.title).toBe('My title')
    expect(shown([...story!.points])).toEqual(shown(edited))
  })
})

describe('what the user set right', () => {
  it('takes effect at a second import of the same text, too, and can be taken back', async () => {
    const { bankId } = await accept(PUMPS)
    const { bank } = await previewOf(PUMPS)
    await accept(PUMPS, [{ kind: 'mark', target: targetOf(bank.stories[0]!.points[0]!), as: 'task' }])
    const parts = () => saved.get(bankId)!.stories[0]!.points.map((point) => point.part)
    expect(parts()).toEqual(['task', 'action', 'result'])
    await imports.accept(pasted(PUMPS), { corrections: [], updates: bankId })
    expect(parts()).toEqual(['situation', 'action', 'result'])
  })

  it('finds the former bank even when all of its stories were made by hand', async () => {
    const text = 'The pumps were lost in the ward.\n\nThen they were found behind the lift, all twelve of them.\n'
    const { bank } = await previewOf(text)
    const { bankId } = await accept(text, [{ kind: 'make-story', other: targetOf(bank.other[0]!) }])
    expect((await previewOf(text)).updates).toMatchObject({ bankId, counts: { kept: 1 } })
  })

  it('is stored with the bank and found again in its next version', async () => {
    const { bank } = await previewOf(PUMPS)
    const [point] = bank.stories[0]!.points
    const correction: Correction = { kind: 'mark', target: { id: point!.id, text: point!.text }, as: 'task' }
    const { bankId } = await accept(PUMPS, [correction])
    expect(saved.get(bankId)!.stories[0]!.points.map((each) => each.part)).toEqual(['task', 'action', 'result'])

    const moved = PUMPS.replace('# My stories', '# My stories\n\nRead these aloud.').replace('ten', 'five')
    const { corrections, updates } = await previewOf(moved)
    expect(corrections).toEqual([correction])
    expect(updates!.counts).toEqual({ added: 0, changed: 1, kept: 0, removed: 0 })
  })

  it('refuses a document of which no story is left', async () => {
    const story = storyTargetOf((await previewOf(PUMPS)).bank.stories[0]!)
    await expect(accept(PUMPS, [{ kind: 'drop', story }])).rejects.toMatchObject({ code: 'empty-bank' })
  })
})
