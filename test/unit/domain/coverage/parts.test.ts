import { stemmer } from 'stemmer'
import { describe, expect, test } from 'vitest'
import { prepareAnswer } from '#domain/coverage/answer'
import { findMatches } from '#domain/coverage/match'
import { isSameSound, soundOf, spellingLikeness } from '#domain/coverage/names'
import { bestSpans, saidShare } from '#domain/coverage/spans'
import { areSynonyms } from '#domain/coverage/synonyms'
import { pointTerms } from '#domain/coverage/terms'
import { tokenizeText } from '#domain/coverage/tokens'

const look = (text: string, answer: string) => {
  const tokens = tokenizeText(answer)
  const [point] = pointTerms([text])
  const spans = bestSpans(point!.terms, findMatches(point!, prepareAnswer(tokens)))
  const words = spans.map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
  )
  return { point: point!, spans, words, said: saidShare(point!.terms, spans) }
}

describe('names', () => {
  test.each([
    ['coughka', 'kafka', true],
    ['jeera', 'jira', false],
    ['gravana', 'grafana', false],
    ['reddis', 'redis', true],
    ['cat', 'dog', false],
  ])('%s sounds like %s: %s', (heard, name, same) => {
    expect(isSameSound({ text: heard, sound: soundOf(heard) }, { text: name, sound: soundOf(name) })).toBe(same)
  })

  test.each([
    ['grafana', 'grafana', 1],
    ['gravana', 'grafana', 0.75],
    ['notif', 'notifi', 0.8],
    ['team', 'time', 0],
    ['nurse', 'purse', 0],
  ])('%s is like %s by %d', (left, right, likeness) => {
    expect(spellingLikeness(left, right)).toBe(likeness)
  })

  test.each([
    ['the G T I N code', 'GTIN'],
    ['our cough ka topics', 'we used Kafka topics'],
    ['on git hub we wrote', 'wrote on GitHub'],
    ['the recovery point objective', 'the RPO'],
    ['a runbook for it', 'a run book'],
    ['a run book for it', 'a runbook'],
  ])('"%s" says "%s"', (answer, text) => {
    expect(look(text, answer).said).toBeGreaterThan(0.7)
  })
})

describe('synonyms', () => {
  test.each([
    ['worried', 'concerned', true],
    ['pupils', 'students', true],
    ['reduce', 'increase', false],
    ['nurse', 'wall', false],
  ])('%s, %s: %s', (left, right, same) => {
    expect(areSynonyms(stemmer(left), stemmer(right))).toBe(same)
  })
})

describe('spans', () => {
  test('are as long as what is said, not of one size', () => {
    expect(look('repaired the scaffold bolts', 'well one day I repaired the scaffold bolts and left').words).toEqual([
      'repaired the scaffold bolts',
    ])
    const apart = look('repaired scaffold bolts', 'I repaired the whole broken scaffold and its bolts')
    expect(apart.words).toEqual(['repaired the whole broken scaffold and its bolts'])
  })

  test('a point said in two places has both', () => {
    const filler =
      'and then something else came up that took much of our morning and afternoon before lunch with everyone'
    const { words, said } = look(
      'trained volunteers, printed leaflets',
      `I trained volunteers ${filler} ${filler} ${filler} and printed leaflets`,
    )
    expect(words).toHaveLength(2)
    expect(said).toBeCloseTo(1)
  })

  test('nothing said has none', () => {
    expect(look('repaired the scaffold', '').spans).toEqual([])
    expect(look('repaired the scaffold', 'hello there').spans).toEqual([])
  })
})
