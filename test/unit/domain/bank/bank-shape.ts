import fc from 'fast-check'
import type { ParsedBank } from '#domain/bank/bank'

export const PARTS = ['situation', 'task', 'action', 'result', 'learning'] as const
export type SaidPart = (typeof PARTS)[number]

/** A story as its writer means it; `target` in seconds. */
export interface ShapeStory {
  title: string
  section: string | null
  question: string | null
  hook: string | null
  target: readonly [number, number] | null
  parts: { part: SaidPart; points: string[] }[]
}

/** A bank as its writer means it. */
export interface Shape {
  title: string
  definitions: Record<string, string>
  stories: ShapeStory[]
}

const WORDS =
  'copper lantern willow harbour ferry kitchen orchard violin ladder blanket garden engine window saddle bakery glacier meadow anchor compass furnace pillow quarry carpet pepper basket cottage tunnel thunder feather marble'.split(
    ' ',
  )
const VERBS = 'painted carried lifted polished mended counted ordered measured moved sorted'.split(' ')
const FACTS = ['412 crates', '38 percent', '17 March', '6 weeks', '2,300 euros', '19 pupils', '40%', '£1.3m']
const SECTIONS = ['Teamwork', 'Customer focus', 'Courage under fire', 'Delivering at pace']

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
const word = fc.constantFrom(...WORDS)

const point = fc
  .tuple(
    fc.constantFrom('the', 'every', 'our'),
    fc.array(word, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(...VERBS),
    fc.array(word, { minLength: 1, maxLength: 8 }),
    fc.option(fc.constantFrom(...FACTS)),
  )
  .map(([article, subject, verb, object, fact]) =>
    capital([article, ...subject, verb, ...object, ...(fact ? ['near', fact] : [])].join(' ')),
  )

const title = fc
  .tuple(fc.constantFrom('The', 'A', 'My'), fc.uniqueArray(word, { minLength: 1, maxLength: 3 }))
  .map(([article, words]) => `${article} ${words.join(' ')}`)
const question = fc
  .tuple(fc.constantFrom('Tell me about a time you lost a', 'Describe a moment with a', 'How did you find the'), word)
  .map(([ask, what]) => `${ask} ${what}${ask.startsWith('How') ? '?' : ''}`)

const PART_SETS: SaidPart[][] = [
  ['situation', 'task', 'action', 'result'],
  ['situation', 'task', 'action', 'result', 'learning'],
  ['situation', 'action', 'result'],
  ['situation', 'action', 'result', 'learning'],
  ['task', 'action', 'result'],
]

const parts = fc
  .constantFrom(...PART_SETS)
  .chain((names) =>
    fc.tuple(
      ...names.map((part) => fc.array(point, { minLength: 1, maxLength: 4 }).map((points) => ({ part, points }))),
    ),
  )

/** Stories of one bank; all have the same parts when `alike`, as a table's columns or a document's first label demand. */
export const shapes: fc.Arbitrary<Shape> = fc
  .record({
    title: word.map((name) => `Stories of a ${name} keeper`),
    sectioned: fc.boolean(),
    defined: fc.boolean(),
    stories: fc.uniqueArray(
      fc.record({
        title,
        section: fc.constantFrom(...SECTIONS),
        question: fc.option(question, { freq: 3 }),
        hook: fc.option(point, { freq: 4 }),
        target: fc.option(fc.constantFrom<[number, number]>([60, 90], [90, 120]), { freq: 4 }),
        parts,
      }),
      { minLength: 1, maxLength: 5, selector: (story) => story.title },
    ),
  })
  .map(({ title: name, sectioned, defined, stories }) => {
    const order = [...new Set(stories.map((story) => story.section))]
    const sorted = sectioned
      ? [...stories].sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section))
      : stories.map((story) => ({ ...story, section: null }))
    const definitions =
      sectioned && defined
        ? Object.fromEntries(
            order.map((section) => [section, `What a ${section.toLowerCase()} keeper shows every single day`]),
          )
        : {}
    return { title: name, definitions, stories: sorted as ShapeStory[] }
  })

const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** What was understood, told in the same way; only by words. */
export function shapeOfBank(bank: ParsedBank): Shape {
  const sectionOf = (id: string | null) => bank.sections.find((section) => section.id === id)
  return comparable({
    title: bank.title,
    definitions: Object.fromEntries(
      bank.sections.flatMap(({ title: name, definition }) => (definition ? [[name, definition]] : [])),
    ),
    stories: bank.stories.map((story) => ({
      title: story.title,
      section: sectionOf(story.sectionId)?.title ?? null,
      question: story.questionIds.map((id) => bank.questions.find((each) => each.id === id)!.text).join(' | ') || null,
      hook:
        story.notes
          .map(({ text }) => text)
          .find((text) => text.startsWith('Hook'))
          ?.replace(/^Hook\W*/, '') ?? null,
      target: story.target ? [story.target.minMs / 1000, story.target.maxMs / 1000] : null,
      parts: story.points.reduce<ShapeStory['parts']>((told, { part, text }) => {
        if (told.at(-1)?.part === part) told.at(-1)!.points.push(text)
        else told.push({ part: part as SaidPart, points: [text] })
        return told
      }, []),
    })),
  })
}

/** A shape by its words alone. */
export const comparable = (shape: Shape): Shape => ({
  ...shape,
  title: plain(shape.title),
  definitions: Object.fromEntries(Object.entries(shape.definitions).map(([name, text]) => [name, plain(text)])),
  stories: shape.stories.map((story) => ({
    ...story,
    question: story.question && plain(story.question),
    hook: story.hook && plain(story.hook),
    parts: story.parts.map(({ part, points }) => ({ part, points: points.map(plain) })),
  })),
})
