import { expect, test } from 'vitest'
import type { ParsedBank } from '#domain/bank/bank'
import { decodeSource } from '#domain/bank/decode'
import { readBank } from '#domain/bank/read'
import { matchBanks } from '#domain/bank/reimport'
import { corpus } from './corpus.ts'
import { random } from './mutate.ts'

const existing = (bank: ParsedBank) => ({
  stories: bank.stories.map((story) => ({
    ...story,
    sourceTitle: story.title,
    points: story.points.map((point) => ({ ...point, source: point, removed: false })),
  })),
})

const readText = (name: string, text: string) =>
  readBank({ fileName: name, bytes: new TextEncoder().encode(text) }).bank

/** The document with one word of every third line put another way. */
function reworded(text: string, next: () => number): string {
  const lines = text.split('\n')
  return lines
    .map((line, i) => {
      const words = [...line.matchAll(/(?<=\p{L}{2} )\p{Ll}{5,}(?= \p{L}{2})/gu)]
      const word = words[Math.floor(next() * words.length)]
      if (i % 3 !== 0 || !word || line.endsWith(':')) return line
      return `${line.slice(0, word.index)}otherwise${line.slice(word.index + word[0].length)}`
    })
    .join('\n')
}

// Where every row repeats the story's name, another name is another story.
const REPEATS_NAMES = 'excel-part-column.csv'
const documents = corpus().filter(({ name, expected }) => expected.stories.length > 0 && name !== REPEATS_NAMES)

test.each(documents)('the stories and points of $name are found again when words change', ({ name, bytes }) => {
  const { text } = decodeSource(bytes)
  const before = readText(name, text)
  const later = readText(name, reworded(text, random(7)))
  const match = matchBanks(existing(before), later)
  expect(match.goneStoryIds).toEqual([])
  expect(match.stories.map((story) => story.existingId)).toEqual(before.stories.map((story) => story.id))
  const points = match.stories.flatMap((story) => story.points)
  const found = points.filter((point) => point.existingId === point.parsedId)
  expect(found.length / points.length).toBeGreaterThanOrEqual(0.9)
})

test.each(documents)('the same text of $name changes nothing', ({ name, bytes }) => {
  const { text } = decodeSource(bytes)
  const bank = readText(name, text)
  const match = matchBanks(existing(bank), readText(name, text))
  expect(match.stories.every((story) => story.change === 'kept')).toBe(true)
  expect(match.stories.flatMap((story) => story.points).every((p) => p.existingId === p.parsedId)).toBe(true)
})
