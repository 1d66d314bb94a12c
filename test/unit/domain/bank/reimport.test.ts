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
    points: story.points.map(({ part, text }) => ({ id: `stored ${text.slice(0, 12)}`, part, text, sourceText: text })),
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

test('what the user reworded or added stays theirs', () => {
  const stories = stored(readBank(CLINIC))
  stories[0]!.points = [
    { ...stories[0]!.points[0]!, text: 'Patients queued.' },
    ...stories[0]!.points.slice(1),
    { id: 'by hand', part: 'learning', text: 'Ask first.', sourceText: null },
  ]
  const match = matchBanks(
    { stories: [...stories, { id: 'mine', title: 'Mine', sourceTitle: null, points: [] }] },
    readBank(CLINIC),
  )
  expect(match.stories[0]!.points.map((point) => point.keepEdit)).toEqual([true, false, false, false])
  expect(match.stories[0]!.gonePointIds).toEqual([])
  expect(match.goneStoryIds).toEqual([])
})
