import { describe, expect, it } from 'vitest'
import { parseBank } from '#domain/bank/parse'
import { type KnownBank, planImport } from '../../../../electron/services/library/import-plan.ts'
import { ids } from '../fakes.ts'

const DOCUMENT = `# Field notes

## Question 1: Tell me about a time you fixed a broken process

**Situation:** The ward lost two hours a day looking for infusion pumps.

**Task:** I had to find a way to know where every pump was.

**Action:** I painted a number on each pump. I hung a board beside the lift with one hook per pump.

**Result:** Searching fell from two hours to ten minutes a day.

## Question 2: Describe a time you disagreed with a colleague

**Situation:** A colleague wanted to close the night pharmacy window.

**Action:** I counted the night requests for a month and showed the chart to the team.

**Result:** The window stayed open and waiting time fell by 40 %.
`

const parse = (text: string) => parseBank(text, { fallbackTitle: 'Field notes' })
const newId = ids('new')

/** What is stored after a plan was carried out. */
const stored = (plan: ReturnType<typeof planImport>): KnownBank => ({
  sections: plan.sections,
  questions: plan.questions,
  stories: plan.stories.map((story) => ({
    ...story,
    points: story.points.map((point) => ({ ...point, removed: false })),
  })),
})

const first = planImport(parse(DOCUMENT), null, newId)

describe('a first import', () => {
  it('gives lasting ids to everything and links it', () => {
    expect(first.changes).toEqual({ added: 2, changed: 0, kept: 0, removed: 0 })
    const all = [...first.questions, ...first.stories, ...first.stories.flatMap((story) => story.points)]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(first.stories[0]!.questionIds).toEqual([first.questions[0]!.id])
    expect(first.stories[0]!.points.every((point) => point.text === point.source?.text)).toBe(true)
  })
})

describe('importing again', () => {
  it('changes nothing when the document is the same', () => {
    const again = planImport(parse(DOCUMENT), stored(first), newId)
    expect(again.changes).toEqual({ added: 0, changed: 0, kept: 2, removed: 0 })
    const { sections, questions, stories } = first
    expect(again).toMatchObject({ sections, questions, stories })
  })

  it('keeps identity when text moves or changes a little', () => {
    const edited = `An introduction that was not there.\n\n${DOCUMENT.replace('ten minutes', 'five minutes')}`
    const again = planImport(parse(edited), stored(first), newId)
    expect(again.changes).toEqual({ added: 0, changed: 1, kept: 1, removed: 0 })
    const idsOf = (plan: typeof first) => plan.stories.map(({ id, points }) => [id, points.map((point) => point.id)])
    expect(idsOf(again)).toEqual(idsOf(first))
    expect(again.stories[0]!.points.some((point) => point.text.includes('five minutes'))).toBe(true)
  })

  it('counts a story that is gone and one that is new', () => {
    const [one] = DOCUMENT.split('## Question 2')
    const other = `${one}## Question 2: Tell me about a goal you missed\n\n**Situation:** We ran out of vaccine in March.\n\n**Result:** We now order in January.\n`
    const again = planImport(parse(other), stored(first), newId)
    expect(again.changes).toEqual({ added: 1, changed: 0, kept: 1, removed: 1 })
  })

  it("keeps the user's own words, weights, additions and removals", () => {
    const known = stored(first)
    const [story] = known.stories
    const points = story!.points.map((point, index) => ({
      ...point,
      ...(index === 0 ? { text: 'In my words', weight: 'key' as const } : {}),
      ...(index === 1 ? { removed: true } : {}),
    }))
    const own = { ...points[0]!, id: 'own', text: 'Added by hand', source: null }
    const edited: KnownBank = {
      ...known,
      stories: [{ ...story!, title: 'My title', points: [points[0]!, own, ...points.slice(1)] }, known.stories[1]!],
    }
    const again = planImport(parse(DOCUMENT), edited, newId).stories[0]!
    expect(again.title).toBe('My title')
    expect(again.points[0]).toMatchObject({
      text: 'In my words',
      weight: 'key',
      source: { text: first.stories[0]!.points[0]!.text, weight: 'normal' },
    })
    expect(again.points.map((point) => point.id)).not.toContain(points[1]!.id)
    expect(again.points[1]).toMatchObject({ id: 'own', text: 'Added by hand', source: null })
  })

  it("follows the document's part and weight unless the user set them", () => {
    const known = stored(first)
    const [story] = known.stories
    const mine = story!.points.map((point, i) => (i === 1 ? { ...point, part: 'learning' as const } : point))
    const later = parse(DOCUMENT.replace('**Situation:** The ward', '**Task:** The ward'))
    const edited = { ...known, stories: [{ ...story!, points: mine }, known.stories[1]!] }
    const again = planImport(later, edited, newId).stories[0]!
    expect(again.points.slice(0, 2).map((point) => point.part)).toEqual(['task', 'learning'])
    const settled = planImport(later, stored(planImport(later, edited, newId)), newId)
    expect(settled.changes).toMatchObject({ changed: 0, kept: 2 })
  })

  it('leaves points where the user moved them, and puts new ones behind what they follow', () => {
    const known = stored(first)
    const [story] = known.stories
    const [s, t, ...others] = story!.points
    const moved = { ...known, stories: [{ ...story!, points: [t!, s!, ...others] }, known.stories[1]!] }
    const later = parse(DOCUMENT.replace('where every pump was.', 'where every pump was. I had one week.'))
    const again = planImport(later, moved, newId).stories[0]!
    expect(again.points.slice(0, 3).map((point) => point.text)).toEqual([t!.text, 'I had one week', s!.text])
  })
})
