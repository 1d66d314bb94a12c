import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBank } from '#domain/bank/parse'
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
          expect(point.line).toBeLessThanOrEqual(count)
          for (const fact of point.facts) expect(point.text).toContain(fact.text)
        }
      }
      expect(readBank(text)).toEqual(bank)
    }),
    { numRuns: 4000 },
  )
})

test('any text at all is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void parseBank(text, { fallbackTitle: '' })),
    { numRuns: 4000 },
  )
})

const cell = fc.tuple(sentence, sentence, sentence, sentence)
const dialect = fc.constantFrom<(label: string, text: string) => string>(
  (label, text) => `**${label}:** ${text}\n\n`,
  (label, text) => `### ${label}\n\n${text}\n\n`,
  (label, text) => `- ${label}: ${text}\n`,
  (label, text) => `- **${label}** – ${text}\n`,
)

test('stories come back from any dialect', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), dialect, (stories, write) => {
      const names = ['Situation', 'Task', 'Action', 'Result']
      const text = stories
        .map((parts, i) => `## Experience number ${i}\n\n${parts.map((part, p) => write(names[p]!, part)).join('')}\n`)
        .join('')
      const bank = readBank(text)
      expect(bank.stories).toHaveLength(stories.length)
      for (const story of bank.stories) {
        expect([...new Set(story.points.map((point) => point.part))]).toEqual(['situation', 'task', 'action', 'result'])
      }
    }),
    { numRuns: 1500 },
  )
})
