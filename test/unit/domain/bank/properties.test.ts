import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBank } from '#domain/bank/parse'
import { readBank as readDocument } from '#domain/bank/read'
import { shapeOfBank } from './bank-shape.ts'
import { written } from './dialects-arbitrary.ts'
import { readBank, retention } from './retention.ts'

const word = fc.constantFrom(
  'river',
  'ledger',
  'planned',
  'twelve',
  'boats',
  'I',
  'we',
  'because',
  '40%',
  'Monday',
  'and',
  'harbour',
)
const sentence = fc.array(word, { minLength: 3, maxLength: 60 }).map((words) => `${words.join(' ')}.`)
const mark = fc.constantFrom(
  '# ',
  '## ',
  '### ',
  '- ',
  '  - ',
  '1. ',
  '> ',
  '**Situation:** ',
  '**Task**: ',
  'Action: ',
  '- R: ',
  '```',
  '---',
  '| a | b |',
  '✓ ',
  '**',
  'STAR: ',
  '**Hook**: ',
  '    ',
  '<b>',
  '',
)
const line = fc.tuple(mark, fc.option(sentence, { nil: '' })).map(([sign, words]) => sign + words)
const document = fc.array(fc.oneof(line, fc.constant('')), { maxLength: 40 }).map((lines) => lines.join('\n'))

test('any document is read without a throw, a lost word or a wrong line', () => {
  fc.assert(
    fc.property(document, (text) => {
      const bank = readBank(text)
      expect(retention(text, bank)).toBeGreaterThanOrEqual(0.99)
      const count = text.split('\n').length
      for (const story of bank.stories) {
        for (const point of story.points) {
          expect(point.lines.to).toBeLessThanOrEqual(count)
          for (const fact of point.facts) expect(point.text).toContain(fact.text)
        }
      }
      expect(readBank(text)).toEqual(bank)
    }),
    { numRuns: 300 },
  )
})

test('any text at all is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void parseBank(text, { fallbackTitle: '' })),
    { numRuns: 300 },
  )
})

test('a bank comes back from any dialect as its writer meant it', () => {
  fc.assert(
    fc.property(written, ({ fileName, text, means, dialect }) => {
      const { bank } = readDocument({ fileName, bytes: new TextEncoder().encode(text) })
      expect(shapeOfBank(bank), dialect).toEqual(means)
    }),
    { numRuns: 300, seed: 20_261_121 },
  )
})
