import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParsedBank } from '#domain/bank/bank'
import { correctBank } from '#domain/bank/correct'
import {
  type Correction,
  Correction as CorrectionSchema,
  Mark,
  storyTargetOf,
  type Target,
  targetOf,
} from '#domain/bank/correction'
import { keptWords, readBank } from './retention.ts'

const SOURCE = `# Harbour

## Courage

Speaks up when it costs something.

### The crane

Hook: It was still swaying.

**Situation:** A crane was due for inspection.

**Action:** I called the inspector. I closed the pier.

**Result:** The ship left one day earlier.

### The reference

**Situation:** A colleague wanted a reference.

**Action:** I told her what I would write.

**Result:** She found a better post.

## Read this aloud

Nobody asked me, so I painted the boats myself. In the end we sold 12 of them.
`
const BANK = readBank(SOURCE)

const texts = (items: readonly { text: string }[]) => items.map((item) => item.text)
const parts = (story: ParsedBank['stories'][number]) => story.points.map((point) => point.part[0]).join('')

function target(bank: ParsedBank, text: string): Target {
  const pieces = [...bank.stories.flatMap((story) => [...story.points, ...story.notes]), ...bank.other]
  return targetOf(pieces.find((piece) => piece.text.startsWith(text))!)
}

const to = (text: string) => target(BANK, text)
const toStory = (title: string) => storyTargetOf(BANK.stories.find((story) => story.title === title)!)
const corrected = (...corrections: Correction[]) => {
  const { bank, applied } = correctBank(BANK, corrections)
  expect(applied).toEqual(corrections)
  return bank
}

describe('a piece is marked as', () => {
  test('another part', () => {
    const bank = corrected({ kind: 'mark', target: to('I called the inspector'), as: 'task' })
    expect(parts(bank.stories[0]!)).toBe('star')
  })

  test('a note, and a note as a point', () => {
    const bank = corrected(
      { kind: 'mark', target: to('A crane was due'), as: 'note' },
      { kind: 'mark', target: to('Hook'), as: 'situation' },
    )
    expect(texts(bank.stories[0]!.notes)).toEqual(['A crane was due for inspection'])
    expect(bank.stories[0]!.points[0]).toMatchObject({ part: 'situation', guessed: false })
    expect(bank.problems).toEqual([])
  })

  test('a question of its story', () => {
    const bank = corrected({ kind: 'mark', target: to('Hook'), as: 'question' })
    expect(bank.questions).toMatchObject([{ text: 'Hook: It was still swaying.', sectionId: 'section-1' }])
    expect(bank.stories[0]!.questionIds).toEqual([bank.questions[0]!.id])
  })

  test('no question, after it was taken for one', () => {
    const asked = corrected({ kind: 'mark', target: to('Hook'), as: 'question' })
    const [question] = asked.questions
    const { bank } = correctBank(asked, [{ kind: 'mark', target: targetOf(question!), as: 'note' }])
    expect(bank.questions).toEqual([])
    expect(bank.stories[0]!.questionIds).toEqual([])
    expect(texts(bank.stories[0]!.notes)).toEqual(['Hook: It was still swaying.'])
  })

  test('the definition of its section', () => {
    const bank = corrected({ kind: 'mark', target: to('Hook'), as: 'definition' })
    expect(bank.sections[0]!.definition).toBe('Speaks up when it costs something.\nHook: It was still swaying.')
  })

  test('nothing, and a missing part is told', () => {
    const bank = corrected({ kind: 'mark', target: to('The ship left'), as: 'nothing' })
    expect(texts(bank.other)).toContain('The ship left one day earlier')
    expect(bank.problems.map((problem) => problem.code)).toEqual(['missing-part'])
  })

  test('a part of the story above, when it belonged to none', () => {
    const bank = corrected({ kind: 'mark', target: to('## Read this aloud'), as: 'result' })
    expect(texts(bank.stories[1]!.points)).toContain('In the end we sold 12 of them')
    expect(bank.other).toEqual([])
  })
})

describe('a story', () => {
  test('is merged with the one above', () => {
    const bank = corrected({ kind: 'merge', story: toStory('The reference') })
    expect(bank.stories.map(parts)).toEqual(['saarsar'])
    expect(texts(bank.stories[0]!.notes)).toContain('The reference')
    expect(bank.stories[0]!.lines).toEqual({ from: 7, to: 23 })
  })

  test('is split at a point', () => {
    const bank = corrected({ kind: 'split', point: to('I closed the pier') })
    expect(bank.stories.map(parts)).toEqual(['sa', 'ar', 'sar'])
    expect(bank.stories[1]!.title).toBe('I closed the pier')
  })

  test('is renamed, and dropped', () => {
    const bank = corrected(
      { kind: 'rename', story: toStory('The crane'), title: 'The swaying crane' },
      { kind: 'drop', story: toStory('The reference') },
    )
    expect(bank.stories.map((story) => story.title)).toEqual(['The swaying crane'])
    expect(texts(bank.other).join(' ')).toContain('She found a better post')
  })

  test('is made of other text, its parts guessed', () => {
    const bank = corrected({ kind: 'make-story', other: to('## Read this aloud') })
    expect(bank.stories[2]).toMatchObject({ title: 'Read this aloud', lines: { from: 25, to: 27 } })
    expect(parts(bank.stories[2]!)).toMatch(/^s+a*r$/)
    expect(bank.stories[2]!.points.every((point) => point.guessed)).toBe(true)
  })
})

test('a correction finds its text when ids have moved, and lapses when it is gone', () => {
  const correction: Correction = { kind: 'mark', target: to('She found a better post'), as: 'learning' }
  const moved = readBank(
    SOURCE.replace(
      '### The crane',
      '### New\n\n**Situation:** We sank in the harbour.\n\n**Action:** I swam to the pier.\n\n### The crane',
    ),
  )
  expect(parts(correctBank(moved, [correction]).bank.stories[2]!)).toBe('sal')
  const gone = readBank(SOURCE.replace('She found a better post', 'She thanked me'))
  expect(correctBank(gone, [correction])).toEqual({ bank: gone, applied: [] })
})

test('of several stories of one title the one that opens the same is meant, or none', () => {
  const story = (what: string) =>
    `## Ownership\n\n**Situation:** ${what} was broken that day.\n\n**Action:** I mended it.\n\n`
  const before = readBank(`# Two\n\n${story('The pump')}${story('The lift')}`)
  const drop: Correction = { kind: 'drop', story: storyTargetOf(before.stories[1]!) }
  const titles = (text: string) => correctBank(readBank(text), [drop]).bank.stories.map(({ points }) => points[0]!.text)
  expect(titles(`# Two\n\n${story('The roof')}${story('The pump')}${story('The lift')}`)).toEqual([
    'The roof was broken that day',
    'The pump was broken that day',
  ])
  expect(titles(`# Two\n\n${story('The roof')}${story('The pump')}`)).toHaveLength(2)
})

test('a dropped story that had labels gets its parts back', () => {
  const text = '### The crane\n\n**Situation:** A crane was due.\n\n**Action:** I called the inspector at once.\n'
  const other = { id: 'other-9', lines: { from: 30, to: 34 }, text }
  const bank = correctBank({ ...BANK, other: [other] }, [{ kind: 'make-story', other: targetOf(other) }]).bank
  expect(bank.stories.at(-1)).toMatchObject({ title: 'The crane', lines: { from: 30, to: 34 } })
  expect(bank.stories.at(-1)!.points.map(({ part, lines }) => [part, lines.from])).toEqual([
    ['situation', 32],
    ['action', 34],
  ])
})

test('every correction passes the contract, however often a piece is marked again', () => {
  let bank = BANK
  for (let i = 0; i < 12; i++) {
    for (const as of ['nothing', 'action', 'question', 'note'] as const) {
      const pieces = [...bank.stories.flatMap((s) => [...s.points, ...s.notes]), ...bank.questions, ...bank.other]
      const piece = pieces.find((each) => each.text.startsWith('I called the inspector'))!
      const correction: Correction = { kind: 'mark', target: targetOf(piece), as }
      expect(CorrectionSchema.parse(correction)).toEqual(correction)
      const { bank: next, applied } = correctBank(bank, [correction])
      expect(applied).toHaveLength(1)
      bank = next
    }
  }
  expect(
    CorrectionSchema.safeParse({ kind: 'mark', target: targetOf({ id: 'o', text: 'x'.repeat(1e5) }), as: 'note' })
      .success,
  ).toBe(true)
})

test('no sequence of corrections loses a word or an id', () => {
  const choice = fc.record({ what: fc.nat(), where: fc.nat(), as: fc.constantFrom(...Mark.options) })
  const words = (bank: ParsedBank) => new Set(keptWords(bank))
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 8 }), (choices) => {
      let bank = BANK
      for (const { what, where, as } of choices) {
        const correction = pick(bank, what, where, as)
        if (correction) bank = correctBank(bank, [correction]).bank
      }
      expect(words(BANK).difference(words(bank))).toEqual(new Set())
      const ids = bank.stories.flatMap((story) => [
        story.id,
        ...story.points.map((p) => p.id),
        ...story.notes.map((n) => n.id),
      ])
      expect(new Set(ids).size).toBe(ids.length)
      const questions = new Set(bank.questions.map((question) => question.id))
      for (const story of bank.stories) for (const id of story.questionIds) expect(questions.has(id)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

function pick(bank: ParsedBank, what: number, where: number, as: Mark): Correction | null {
  const pieces = [
    ...bank.stories.flatMap((story) => [...story.points, ...story.notes]),
    ...bank.questions,
    ...bank.other,
  ]
  const points = bank.stories.flatMap((story) => story.points)
  const at = <T>(items: readonly T[]): T | undefined => items[where % Math.max(1, items.length)]
  const story = at(bank.stories)
  const named = story && storyTargetOf(story)
  const piece = at(pieces)
  const point = at(points)
  const other = at(bank.other)
  switch (what % 6) {
    case 0:
      return named ? { kind: 'merge', story: named } : null
    case 1:
      return named ? { kind: 'drop', story: named } : null
    case 2:
      return point ? { kind: 'split', point: targetOf(point) } : null
    case 3:
      return other ? { kind: 'make-story', other: targetOf(other) } : null
    default:
      return piece ? { kind: 'mark', target: targetOf(piece), as } : null
  }
}
