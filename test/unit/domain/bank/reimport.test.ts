import { expect, test } from 'vitest'
import type { ParsedBank } from '#domain/bank/bank'
import { type ExistingStory, matchBanks } from '#domain/bank/reimport'
import { readBank } from './retention.ts'

const CLINIC =
  '## Clinic\n\n**Situation:** Twelve patients waited in the corridor every morning.\n\n**Action:** I moved the blood tests to seven. I called each patient the day before.\n\n**Result:** The wait fell to 15 minutes.\n\n'
const BAKERY =
  '## Bakery\n\n**Situation:** The oven needed longer to heat up than in spring.\n\n**Action:** I kept a log on the door.\n\n**Result:** We did not lose a single Saturday.\n\n'

/** As if the bank had been stored with ids of its own. */
const stored = (bank: ParsedBank): ExistingStory[] =>
  bank.stories.map((story) => ({
    id: `stored ${story.title}`,
    title: story.title,
    sourceTitle: story.title,
    points: story.points.map((point) => ({
      ...point,
      id: `stored ${point.text.slice(0, 12)}`,
      source: point,
      removed: false,
    })),
  }))

const changesOf = (before: string, after: string) => matchBanks({ stories: stored(readBank(before)) }, readBank(after))

test('the same document keeps everything', () => {
  const match = changesOf(CLINIC + BAKERY, CLINIC + BAKERY)
  expect(match.stories.map((story) => [story.existingId, story.change])).toEqual([
    ['stored Clinic', 'kept'],
    ['stored Bakery', 'kept'],
  ])
  expect(match.goneStoryIds).toEqual([])
})

test('stories that moved or were retitled are found again', () => {
  const match = changesOf(CLINIC + BAKERY, BAKERY + CLINIC.replace('## Clinic', '## The clinic corridor'))
  expect(match.stories.map((story) => [story.existingId, story.change])).toEqual([
    ['stored Bakery', 'kept'],
    ['stored Clinic', 'changed'],
  ])
})

test('changed, added and removed points are told apart', () => {
  const after = CLINIC.replace('I moved the blood tests to seven.', 'I moved all the blood tests to seven.').replace(
    ' I called each patient the day before.',
    ' My sister painted every chair yellow.',
  )
  const [story] = changesOf(CLINIC, after).stories
  expect(story!.points.map((point) => point.change)).toEqual(['kept', 'changed', 'added', 'kept'])
  expect(story!.gonePointIds).toEqual(['stored I called eac'])
})

test('removed stories are gone, new ones are added', () => {
  const match = changesOf(CLINIC, BAKERY)
  expect(match.stories).toMatchObject([{ existingId: null, change: 'added' }])
  expect(match.goneStoryIds).toEqual(['stored Clinic'])
})

test('what the user reworded or added is not gone, and is found when the document has it, too', () => {
  const stories = stored(readBank(CLINIC))
  const [first, ...others] = stories[0]!.points
  const own = { ...first!, id: 'by hand', part: 'learning' as const, text: 'Ask the patients first', source: null }
  const edited = [{ ...stories[0]!, points: [{ ...first!, text: 'Patients queued' }, ...others, own] }]
  const match = matchBanks({ stories: edited }, readBank(CLINIC))
  expect(match.stories[0]).toMatchObject({ change: 'kept', gonePointIds: [] })
  const later = matchBanks({ stories: edited }, readBank(`${CLINIC}**Learning:** Ask the patients first.\n`))
  expect(later.stories[0]!.points.at(-1)).toMatchObject({ existingId: 'by hand' })
})

test('an exact document is compared with what is there now, and what it leaves out is gone', () => {
  const stories = stored(readBank(CLINIC))
  const [first, ...others] = stories[0]!.points
  const own = { ...first!, id: 'by hand', text: 'Ask first', source: null }
  const edited = [{ ...stories[0]!, points: [{ ...first!, text: 'Patients queued' }, ...others, own] }]
  const exact = (points: { text: string }[]) => ({
    ...readBank(CLINIC),
    exact: true,
    stories: readBank(CLINIC).stories.map((story) => ({
      ...story,
      points: points.map(({ text }, i) => ({
        ...story.points[0]!,
        ...edited[0]!.points[i]!,
        lines: story.lines,
        facts: [],
        guessed: false,
        id: `p${i}`,
        text,
      })),
    })),
  })
  expect(matchBanks({ stories: edited }, exact(edited[0]!.points)).stories[0]).toMatchObject({ change: 'kept' })
  const [story] = matchBanks({ stories: edited }, exact(edited[0]!.points.slice(0, -1))).stories
  expect(story!.gonePointIds).toEqual(['by hand'])
})
