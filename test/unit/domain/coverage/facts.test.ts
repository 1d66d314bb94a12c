import { describe, expect, test } from 'vitest'
import { type CoveragePoint, survey } from '#domain/coverage/survey'
import { factOf } from '#domain/facts/facts'
import type { Word } from '#domain/transcript'

const heardAs = (text: string): Word[] =>
  text.split(/\s+/).map((word, i) => ({ text: word, startMs: i * 400, endMs: i * 400 + 400, probability: 1 }))

const point = (text: string, ...facts: string[]): CoveragePoint => ({
  id: text,
  part: 'action',
  text,
  facts: facts.map(factOf),
})

/** The status of each fact of the first point, and what was said where there is something. */
const read = (points: readonly CoveragePoint[], answer: string): string[] =>
  survey(points, heardAs(answer)).facts[0]!.map(({ finding }) =>
    finding.said === null ? finding.status : `${finding.status}: ${finding.said}`,
  )

const status = (text: string, fact: string, answer: string) => read([point(text, fact)], answer)[0]!.split(':')[0]

type Case = readonly [answer: string, status: string]
const table = (name: string, text: string, fact: string, cases: readonly Case[]) =>
  describe(name, () => {
    test.each(cases)('"%s" is %s', (answer, expected) => {
      expect(status(text, fact, answer)).toBe(expected)
    })
  })

table('a small count is exact', 'Taught 27 children to swim', '27 children', [
  ['I taught twenty-seven children to swim', 'right'],
  ['I taught twenty seven kids to swim', 'right'],
  ['I taught twenty-four children to swim', 'wrong'],
  ['I taught about thirty children to swim', 'approximate'],
  ['I taught the children to swim', 'absent'],
])

table('a large number may be rounded', 'Counted 58,696 birds on the marsh', '58,696 birds', [
  ['We counted fifty-nine thousand birds on the marsh', 'approximate'],
  ['We counted almost sixty thousand birds on the marsh', 'approximate'],
  ['We counted over fifty thousand birds on the marsh', 'approximate'],
  ['We counted eighty-five thousand birds on the marsh', 'wrong'],
])

table('a rounding has a plausible direction', 'Sold 84 tickets for the concert', '84 tickets', [
  ['we sold over eighty tickets for the concert', 'approximate'],
  ['we sold almost ninety tickets for the concert', 'approximate'],
  ['we sold less than eighty tickets for the concert', 'wrong'],
])

table('numbers as they are spoken', 'Paid the roofer 6,500 pounds', '6,500 pounds', [
  ['we paid the roofer six and a half grand', 'right'],
  ['we paid the roofer six and a half thousand pounds', 'right'],
  ['we paid the roofer sixty-five hundred pounds', 'right'],
  ['we paid the roofer six thousand five hundred', 'right'],
  ['we paid the roofer four and a half grand', 'wrong'],
])

table('hundreds without the word', 'The oven needs 150 degrees', '150', [
  ['the oven needs one fifty degrees', 'right'],
  ['the oven needs a hundred and fifty degrees', 'right'],
])

table('the same time in another unit', 'Painted the hall within 4 weeks', '4 weeks', [
  ['we painted the hall within a month', 'approximate'],
  ['we painted the hall within twenty-eight days', 'right'],
  ['we painted the hall in almost five weeks', 'wrong'],
  ['we painted the hall within four months', 'wrong'],
  ['we painted the hall within ten weeks', 'wrong'],
  ['we painted the hall', 'absent'],
])

table('years', 'The roof had leaked since 1998', '1998', [
  ['the roof had leaked since nineteen ninety-eight', 'right'],
  ['the roof had leaked since 1989', 'wrong'],
  ['the roof had leaked for ages', 'absent'],
])

table('a year and a half', 'The debts were gone after 18 months', '18 months', [
  ['the debts were gone after a year and a half', 'right'],
  ['the debts were gone after two and a half years', 'wrong'],
])

table('days of work', 'Waited 5 days for the permit', '5 days', [
  ['we waited a whole week for the permit', 'approximate'],
  ['we waited two weeks for the permit', 'wrong'],
])

table('half a unit', 'Was ill for 6 months', '6 months', [
  ['I was ill for half a year', 'right'],
  ['I was ill for a year and then came back', 'wrong'],
])

table('shares', 'Complaints fell by 67%', '67%', [
  ['complaints fell by two thirds', 'right'],
  ['complaints fell by about three quarters', 'approximate'],
  ['complaints fell to a third of what they were', 'approximate'],
  ['complaints fell by a quarter', 'wrong'],
])

table('one in so many', '9 of the 11 guests stayed', '9 of the 11', [
  ['nine out of eleven guests stayed', 'right'],
  ['nine of the eleven guests stayed', 'right'],
  ['five of the eleven guests stayed', 'wrong'],
  ['half of the guests stayed', 'wrong'],
])

table('rates', 'The kitchen cooks 300 meals a day', '300 meals a day', [
  ['the kitchen cooks three hundred meals a day', 'right'],
  ['the kitchen cooks three hundred meals every day', 'right'],
  ['the kitchen cooks three hundred meals a week', 'wrong'],
  ['the kitchen cooks three hundred meals', 'right'],
])

table('weekdays', 'Opened the shop on Thursdays', 'Thursdays', [
  ['we opened the shop on Thursdays', 'right'],
  ['we opened the shop every Thursday', 'right'],
  ['we opened the shop on Tuesdays', 'wrong'],
  ['we opened the shop once a month', 'absent'],
])

table('days of a month', 'Moved house on 26 August', '26 August', [
  ['we moved house on the twenty-sixth of August', 'right'],
  ['we moved house on August the 26th', 'right'],
  ['we moved house on the 24th of august', 'wrong'],
  ['we moved house some time in September', 'wrong'],
  ['we moved house in August', 'absent'],
])

table('months, seasons and holidays', 'The choir wanted a stage by Christmas', 'Christmas', [
  ['the choir wanted a stage by Christmas', 'right'],
  ['the choir wanted a stage in the winter', 'approximate'],
  ['the choir wanted a stage by Easter', 'wrong'],
  ['the choir wanted a stage by the summer', 'wrong'],
])

table('times of day', 'The lights went out at 22:40', '22:40', [
  ['the lights went out at twenty to eleven', 'right'],
  ['the lights went out at ten forty', 'right'],
  ['the lights went out at around half past ten', 'approximate'],
  ['the lights went out at quarter past nine', 'wrong'],
])

table('how often', 'We drill the alarm every quarter', 'every quarter', [
  ['we drill the alarm four times a year', 'right'],
  ['we drill the alarm quarterly', 'right'],
  ['we drill the alarm every week', 'wrong'],
  ['we drill the alarm twice a year', 'wrong'],
])

table('from one value to another', 'Waiting time fell from 25 to 8 minutes', '25 to 8 minutes', [
  ['the waiting time fell from twenty-five to eight minutes', 'right'],
  ['the waiting time went from twenty-five minutes down to eight', 'right'],
  ['the waiting time fell from eight to twenty-five minutes', 'wrong'],
  ['the waiting time fell from twenty-five to eighteen minutes', 'wrong'],
  ['the waiting time fell to eight minutes', 'absent'],
])

table('what was corrected', 'Rang 30 people from the list', '30 people', [
  ['I rang thirteen, no, thirty people from the list', 'right'],
  ['I rang thirteen people no sorry thirty from the list', 'right'],
  ['I rang thirty people, or rather thirteen, from the list', 'wrong'],
  ['I rang thirty people no hang on thirteen from the list', 'wrong'],
  ['I rang thirteen people, well, thirty actually, from the list', 'right'],
  ['I rang thirty, no hairdressers, from the list', 'right'],
  ['I rang thirty people from the list, I mean for ten days', 'right'],
])

table('none', 'There were no accidents on the building site', 'no accidents', [
  ['there were zero accidents on the building site', 'right'],
  ['there was not a single accident on the building site', 'right'],
  ['there were several accidents on the building site', 'wrong'],
  ['it was a building site like any other', 'absent'],
])

table('names', 'Called Captain Okafor about the harbour', 'Captain Okafor', [
  ['I called Captain Okafor about the harbour', 'right'],
  ['I called captain okafur about the harbour', 'right'],
  ['Then I called Captain Lindqvist about the harbour', 'wrong'],
  ['I called about the harbour', 'absent'],
])

table('a name between the same words', 'One nurse, Tomasz, checks every tray', 'Tomasz', [
  ['One nurse, Tomasz, checks every tray', 'right'],
  ['One nurse, Pavel, checks every tray', 'wrong'],
  ['one nurse checks every tray', 'absent'],
])

test('counts of two things in one point are told apart by what they count', () => {
  const facts = [point('Sent 8 bakers to the fair and 6 cooks to the hotel', '8 bakers', '6 cooks')]
  expect(read(facts, 'I sent six bakers to the fair and eight cooks to the hotel')).toEqual([
    'wrong: six bakers',
    'wrong: eight cooks',
  ])
  expect(read(facts, 'I sent eight bakers to the fair and six cooks to the hotel')).toEqual([
    'right: eight bakers',
    'right: six cooks',
  ])
})

test('values that changed places are wrong', () => {
  const facts = [point('Damp in the cellar was 7%, in the attic still 24%', '7%', '24%')]
  expect(read(facts, 'it was twenty-four percent damp in the cellar and seven percent in the attic')).toEqual([
    'wrong: twenty-four percent',
    'wrong: seven percent',
  ])
})

test('a value of another point is not wrong here', () => {
  const story = [
    point('Built the fence in 3 weeks', '3 weeks'),
    point('The permit took 10 weeks', '10 weeks'),
    point('Twelve neighbours came to help', 'Twelve neighbours'),
  ]
  expect(read(story, 'We built the fence. The permit took ten weeks and twelve neighbours came to help.')).toEqual([
    'absent',
  ])
})

test('what is said with a wrong value is shown', () => {
  expect(read([point('Trained for 15 weeks', '15 weeks')], 'so I trained for about five weeks, I think')).toEqual([
    'wrong: five weeks',
  ])
})
