import type { LineRange } from '../story.ts'
import type { ParsedBank, ParsedNote, ParsedPoint, ParsedStory } from './bank.ts'
import { excerpt, type StoryTarget, type Target } from './correction.ts'

/** The only one of some pieces that says what the target says; among several the one with its id, else none. */
export function findPiece<T extends { id: string; text: string }>(items: readonly T[], target: Target): T | null {
  const same = items.filter((item) => says(item.text, target.text))
  return same.length === 1 ? same[0]! : (same.find((item) => item.id === target.id) ?? null)
}

/** A point or note with its story; see {@link findPiece}. */
export function findInStories<T extends ParsedPoint | ParsedNote>(
  bank: ParsedBank,
  piecesOf: (story: ParsedStory) => readonly T[],
  target: Target,
): { piece: T; story: ParsedStory } | null {
  let only: { piece: T; story: ParsedStory } | null = null
  let count = 0
  for (const story of bank.stories) {
    for (const piece of piecesOf(story)) {
      if (!says(piece.text, target.text)) continue
      if (piece.id === target.id) return { piece, story }
      only = { piece, story }
      count++
    }
  }
  return count === 1 ? only : null
}

/** The only story of that title; among several the one that opens with the same point. */
export function findStory(bank: ParsedBank, { id, text, opening }: StoryTarget): ParsedStory | null {
  const named = bank.stories.filter((story) => says(story.title, text))
  if (named.length <= 1) return named[0] ?? null
  const same = named.filter((story) => says(story.points[0]?.text ?? '', opening))
  return same.length === 1 ? same[0]! : (same.find((story) => story.id === id) ?? null)
}

const says = (text: string, sign: string) => excerpt(text) === sign

/** The bank with some stories in the place of one. */
export const replaceStory = (bank: ParsedBank, id: string, by: readonly ParsedStory[]): ParsedBank => ({
  ...bank,
  stories: bank.stories.flatMap((story) => (story.id === id ? by : [story])),
})

export const without = <T extends { id: string }>(items: readonly T[], id: string): T[] =>
  items.filter((item) => item.id !== id)

export const joinLines = (a: LineRange, b: LineRange): LineRange => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
})

export const byLine = <T extends { lines: LineRange }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => a.lines.from - b.lines.from)

/** An id for each piece that something is cut into; what stays whole keeps its id. */
export const idsFor = (id: string, count: number): string[] =>
  count === 1 ? [id] : Array.from({ length: count }, (_, i) => `${id}.${i + 1}`)
