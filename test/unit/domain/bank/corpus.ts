import { readdirSync, readFileSync } from 'node:fs'
import type { ParsedBank, ParsedStory } from '#domain/bank/bank'
import { readBank } from '#domain/bank/read'

const BANKS = new URL('../../../fixtures/banks/', import.meta.url)

/** What a sensible reader says of a document; see the README beside the documents. */
export interface Expected {
  title?: string
  sections?: { title: string; definition?: string }[]
  questions?: string[]
  stories: ExpectedStory[]
  other?: string[]
  problems?: string[]
}

export interface ExpectedStory {
  title?: string
  kind?: string
  section?: string
  questions?: string[]
  target?: [number, number]
  guessed?: boolean
  parts?: Record<string, string[] | string>
  words?: string[]
  notes?: string[]
}

export interface Document {
  name: string
  bytes: Uint8Array
  expected: Expected
}

/** Every document of the corpus that has an expected structure. */
export function corpus(): Document[] {
  const names = readdirSync(BANKS)
  return names
    .filter((name) => name.endsWith('.expected.json'))
    .map((expectedName) => {
      const stem = expectedName.replace('.expected.json', '')
      const name = names.find((other) => other !== expectedName && other.replace(/\.\w+$/, '') === stem)!
      const expected = JSON.parse(readFileSync(new URL(expectedName, BANKS), 'utf8')) as Expected
      return { name, bytes: new Uint8Array(readFileSync(new URL(name, BANKS))), expected }
    })
}

export const read = ({ name, bytes }: Pick<Document, 'name' | 'bytes'>) => readBank({ fileName: name, bytes })

/** A text by its words alone. */
export const words = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** What was understood, in the shape and to the detail of what is expected of it. */
export function shapeOf(bank: ParsedBank, expected: Expected): Expected {
  return {
    ...(expected.title !== undefined && { title: bank.title }),
    ...(expected.sections && {
      sections: bank.sections.map(({ title, definition }, i) => ({
        title,
        ...(expected.sections![i]?.definition !== undefined && { definition: words(definition ?? '') }),
      })),
    }),
    ...(expected.questions && { questions: bank.questions.map((question) => words(question.text)) }),
    stories: bank.stories.map((story, i) => shapeOfStory(bank, story, expected.stories[i])),
    ...(expected.other && { other: held(bank.other.map((piece) => piece.text).join('\n'), expected.other) }),
    ...(expected.problems && { problems: [...new Set(bank.problems.map((problem) => problem.code))].sort() }),
  }
}

function shapeOfStory(bank: ParsedBank, story: ParsedStory, expected: ExpectedStory | undefined): ExpectedStory {
  if (!expected) return { title: story.title }
  const said = (part: string) => story.points.filter((point) => point.part === part).map((point) => words(point.text))
  const parts = new Set([...Object.keys(expected.parts ?? {}), ...story.points.map((point) => point.part)])
  const notes = story.notes.map((note) => note.text).join('\n')
  const section = bank.sections.find(({ id }) => id === story.sectionId)?.title
  return {
    ...(expected.title !== undefined && { title: story.title }),
    ...(expected.kind && { kind: story.kind }),
    ...(expected.section !== undefined && { section: section ?? '' }),
    ...(expected.questions && {
      questions: story.questionIds.map((id) => words(bank.questions.find((question) => question.id === id)!.text)),
    }),
    ...(expected.target && { target: [story.target?.minMs ?? 0, story.target?.maxMs ?? 0].map(seconds) as never }),
    ...(expected.guessed && { guessed: story.points.some((point) => point.guessed) }),
    ...(expected.parts && {
      parts: Object.fromEntries(
        [...parts].map((part) => [part, typeof expected.parts![part] === 'string' ? said(part).join(' ') : said(part)]),
      ),
    }),
    ...(expected.words && { words: held(story.points.map((point) => point.text).join('\n'), expected.words) }),
    ...(expected.notes && { notes: held(notes, expected.notes) }),
  }
}

const seconds = (ms: number) => ms / 1000

/** Those of some passages that stand in a text. */
const held = (text: string, passages: readonly string[]) =>
  passages.filter((passage) => words(text).includes(words(passage)))

/** The expectation with its texts by their words, as {@link shapeOf} gives them. */
export function normalise(expected: Expected): Expected {
  return {
    ...expected,
    ...(expected.sections && {
      sections: expected.sections.map(({ title, definition }) => ({
        title,
        ...(definition !== undefined && { definition: words(definition) }),
      })),
    }),
    ...(expected.questions && { questions: expected.questions.map(words) }),
    ...(expected.problems && { problems: [...expected.problems].sort() }),
    stories: expected.stories.map((story) => ({
      ...story,
      ...(story.questions && { questions: story.questions.map(words) }),
      ...(story.parts && {
        parts: Object.fromEntries(
          Object.entries(story.parts).map(([part, said]) => [
            part,
            typeof said === 'string' ? words(said) : said.map(words),
          ]),
        ),
      }),
    })),
  }
}
