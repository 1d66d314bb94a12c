import { describe, expect, test } from 'vitest'
import { type CoveragePoint, survey } from '#domain/coverage/survey'
import type { Word } from '#domain/transcript'

const heardAs = (text: string): Word[] =>
  text.split(/\s+/).map((word, i) => ({ text: word, startMs: i * 400, endMs: i * 400 + 400, probability: 1 }))

const point = (text: string): CoveragePoint => ({ id: text, part: 'action', text, facts: [] })
const against = (text: string, answer: string) => survey([point(text)], heardAs(answer)).contradictions[0]

describe('what a point says is denied', () => {
  test.each([
    ['The bridge collapsed after the flood', 'the bridge never collapsed after the flood'],
    ['Penalty for each day of delay', 'there was no penalty for a delay'],
    ['My neighbour paid for the new roof', 'my neighbour did not pay for the new roof'],
    ['Cooked a monthly supper for the volunteers', 'the supper for the volunteers, nobody cooked that'],
    ['Reconciled the accounts each Wednesday', 'we stopped reconciling the accounts each Wednesday'],
  ])('%s / %s', (text, answer) => {
    expect(against(text, answer)).toBe('opposite')
  })
})

describe('the opposite is said of the same thing', () => {
  test.each([
    ['Complaints about noise dropped', 'complaints about noise rose that year'],
    ['Opened a second evening for workers', 'we had to close that second evening for workers'],
    ['The returns desk went from 5 people to 2', 'the returns desk kept its five people'],
    ['Introduced a quiet hour in the library', 'they abolished the quiet hour in the library'],
  ])('%s / %s', (text, answer) => {
    expect(against(text, answer)).toBe('opposite')
  })
})

describe('there was what a point denies', () => {
  test.each([
    ['No teaching assistant since the winter', 'luckily I had a teaching assistant the whole time'],
    ['There was no room for the chairs', 'we had plenty of room for the chairs'],
    ['Parents no longer complained about queues', 'the parents complained about queues all the time'],
  ])('%s / %s', (text, answer) => {
    expect(against(text, answer)).toBe('opposite')
  })
})

describe('no contradiction', () => {
  test.each([
    ['said as it is', 'Complaints about noise dropped', 'complaints about noise dropped a lot'],
    ['a denial denied in other words', 'Nobody at home listened to them read', 'no one at home was hearing them read'],
    ['a denial as it is', 'There was no room for the chairs', 'there was no room for our chairs'],
    [
      'another idea denied in the same breath',
      'Moved the boxes to the cellar',
      'so I moved the boxes to the cellar and nobody helped me and it was never a problem',
    ],
    [
      'said by what was missing',
      'The breaks were too short for the toilet',
      'there was no time in the breaks for the toilet',
    ],
    ['more than that', 'Taught them to swim', 'not only did I teach them to swim'],
    [
      'taken back, then said',
      'The board approved the plan in spring',
      'I did not wait, and in spring the board approved the plan',
    ],
    ['a value taken back', 'Each wrong parcel cost us 18 euros', 'one wrong parcel is eighty no eighteen euros for us'],
    [
      'denied of others, said of them',
      'Good leaders create room for ideas',
      'good leaders do not have the best ideas, they create room for ideas',
    ],
    ['the opposite word of another thing', 'Complaints about noise dropped', 'prices rose and complaints dropped'],
  ])('%s', (_, text, answer) => {
    expect(against(text, answer)).not.toBe('opposite')
  })
})

test('the point that is denied is the one whose words are', () => {
  const story = [point('Typed the invoices by hand'), point('The auditors found errors in the invoices')]
  const answer = 'All invoices came by wire, nobody typed anything. The auditors found errors in the invoices.'
  expect(survey(story, heardAs(answer)).contradictions).toEqual(['opposite', 'none'])
})
