import { expect, test } from 'vitest'
import { coverPoints } from '#domain/coverage/cover'
import { factOf } from '#domain/facts/facts'

const heardAs = (text: string) =>
  text.split(' ').map((word, i) => ({ text: word, startMs: i * 400, endMs: i * 400 + 400, probability: 1 }))

const reasoning = (text: string, answer: string, ...facts: string[]) =>
  coverPoints([{ id: 'p', part: 'action', text, facts: facts.map(factOf) }], heardAs(answer))[0]!.reasoning

test('names the words of the point as written, the words that said them, and how', () => {
  const { matches, missing } = reasoning(
    'Repaired 12 gutters with Grafana charts, cross-functional',
    'I fixed twelve gutters with gravana charts.',
    '12 gutters',
  )
  expect(matches).toEqual([
    { term: 'Repaired', said: 'fixed', kind: 'synonym' },
    { term: '12', said: 'twelve', kind: 'number' },
    { term: 'gutters', said: 'gutters', kind: 'same' },
    { term: 'Grafana', said: 'gravana', kind: 'sound' },
    { term: 'charts', said: 'charts', kind: 'same' },
  ])
  expect(missing).toEqual(['cross-functional'])
})

test('a written word of two terms is missing only when neither was heard', () => {
  expect(reasoning('Held cross-functional reviews', 'We held functional reviews.').missing).toEqual([])
})
