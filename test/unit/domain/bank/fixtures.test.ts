import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeSource } from '#domain/bank/decode'
import { parseBank } from '#domain/bank/parse'
import { lostWords, retention } from './retention.ts'

const BANKS = new URL('../../../fixtures/banks/', import.meta.url)
const SAMPLES = new URL('../../../../resources/samples/', import.meta.url)

function read(folder: URL, name: string) {
  const { text } = decodeSource(readFileSync(new URL(name, folder)))
  return { text, bank: parseBank(text, { fallbackTitle: name }) }
}

const shape = (bank: ReturnType<typeof parseBank>) =>
  bank.stories.map((story) => ({
    title: story.title,
    parts: [...new Set(story.points.map((point) => point.part))].map((part) => part[0]).join(''),
    points: story.points.length,
  }))

test.each([
  ...['soar-headings.md', 'german-notes.txt', 'narrative.md'].map((name) => ({ name, folder: BANKS })),
  ...readdirSync(SAMPLES).map((name) => ({ name, folder: SAMPLES })),
])('$name keeps its words', ({ name, folder }) => {
  const { text, bank } = read(folder, name)
  expect(retention(text, bank), lostWords(text, bank).join(' ')).toBeGreaterThanOrEqual(0.99)
})

test('a heading per part, with front matter, definition and follow-ups', () => {
  const { bank } = read(BANKS, 'soar-headings.md')
  expect(bank.title).toBe('Autumn applications')
  expect(bank.sections).toMatchObject([
    { id: 'section-1', title: 'Courage', definition: 'Says what has to be said, to the person who has to hear it.' },
  ])
  expect(shape(bank)).toEqual([
    { title: 'The crane inspection', parts: 'star', points: 8 },
    { title: 'The honest reference', parts: 'star', points: 4 },
  ])
  expect(bank.stories[0]!.notes.map((note) => note.text).join('\n')).toContain('if he had insisted')
  expect(bank.problems).toEqual([])
})

test('plain German notes under a question', () => {
  const { bank } = read(BANKS, 'german-notes.txt')
  expect(shape(bank)).toEqual([{ title: 'Bewerbungsgespräch', parts: 'starl', points: 7 }])
  expect(bank.questions.map((question) => question.text)).toEqual(['Wann haben Sie zuletzt einen Fehler gemacht?'])
})

test('a narrative without labels, its parts guessed', () => {
  const { bank } = read(BANKS, 'narrative.md')
  expect(shape(bank)).toEqual([{ title: 'How the choir survived', parts: 'starl', points: 7 }])
  expect(bank.problems.map((problem) => problem.code)).toEqual(['part-guessed'])
})

test('the samples are six stories of eight to twelve points, with sections and questions', () => {
  const banks = readdirSync(SAMPLES).map((name) => read(SAMPLES, name).bank)
  const stories = banks.flatMap((bank) => bank.stories)
  expect(stories).toHaveLength(6)
  for (const story of stories) {
    expect(story.points.length).toBeGreaterThanOrEqual(8)
    expect(story.points.length).toBeLessThanOrEqual(12)
    expect(new Set(story.points.map((point) => point.part)).size).toBe(5)
    expect(story.sectionId).not.toBeNull()
    expect(story.questionIds).toHaveLength(1)
  }
  expect(banks.flatMap((bank) => bank.problems)).toEqual([])
})

test('time grows with size, no faster', () => {
  const story = (i: number) =>
    `## Story ${i}: The bridge\n\n**Situation:** It swayed in the wind.\n\n**Action:**\n\n- I counted ${i} bolts\n- I tightened half of them\n\n**Result:** It swayed less.\n\n`
  const timeOf = (count: number) => {
    const text = Array.from({ length: count }, (_, i) => story(i)).join('')
    const start = performance.now()
    expect(parseBank(text, { fallbackTitle: '' }).stories).toHaveLength(count)
    return performance.now() - start
  }
  timeOf(300)
  const small = timeOf(300)
  expect(timeOf(2400)).toBeLessThan(small * 8 * 3)
})

test.each([
  ['one endless line', 'word '.repeat(200_000)],
  ['one endless paragraph', 'a line of words\n'.repeat(30_000)],
  ['one endless list', '- a list item of words\n'.repeat(10_000)],
  ['deep quotes', '>'.repeat(2000)],
  ['stars', '*'.repeat(20_000)],
  ['brackets', '['.repeat(20_000)],
  ['backticks', '`a'.repeat(20_000)],
  ['open tags', '<a '.repeat(20_000)],
  [
    'a story in one endless paragraph',
    `Situation: ${'we rowed on, '.repeat(5000)} Action: ${'I asked them; '.repeat(5000)} Result: land`,
  ],
])('%s does not hang', (_, text) => {
  const start = performance.now()
  parseBank(text, { fallbackTitle: '' })
  expect(performance.now() - start).toBeLessThan(4000)
})
