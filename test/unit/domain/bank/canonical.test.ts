import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParsedBank } from '#domain/bank/bank'
import { type WritableBank, writeBank } from '#domain/bank/canonical-write'
import { parseBank } from '#domain/bank/parse'
import { findFacts } from '#domain/facts/facts'
import { PARTS, type Story } from '#domain/story'
import { corpus, read } from './corpus.ts'
import { readBank } from './retention.ts'

const parse = (text: string) => parseBank(text, { fallbackTitle: '' })

/** The parsed bank as it would be stored, ids by position. */
function stored(bank: ParsedBank | WritableBank): WritableBank {
  const sectionIds = new Map(bank.sections.map(({ id }, i) => [id, `section-${i}`]))
  const questionIds = new Map(bank.questions.map(({ id }, i) => [id, `question-${i}`]))
  const section = (id: string | null) => (id === null ? null : sectionIds.get(id)!)
  return {
    title: bank.title,
    sections: bank.sections.map(({ id, title, definition }) => ({ id: sectionIds.get(id)!, title, definition })),
    questions: bank.questions.map(({ id, text, sectionId }) => ({
      id: questionIds.get(id)!,
      text,
      sectionId: section(sectionId),
    })),
    stories: bank.stories.map((story, i) => ({
      id: `story-${i}`,
      kind: story.kind,
      title: story.title,
      sectionId: section(story.sectionId),
      questionIds: story.questionIds.map((id) => questionIds.get(id)!),
      notes: story.notes.map((note) => (typeof note === 'string' ? note : note.text)),
      target: story.target,
      lines: null,
      points: story.points.map(({ part, text, weight, facts }, at) => ({
        id: `point-${at}`,
        part,
        text,
        weight,
        facts: facts.map(({ kind, text }) => ({ kind, text })),
        lines: null,
      })),
    })),
  }
}

/** The same bank with its questions in the order of their sections, as a document has them. */
function inOrder(bank: WritableBank): WritableBank {
  const at = (id: string | null) => bank.sections.findIndex((section) => section.id === id)
  return stored({ ...bank, questions: bank.questions.toSorted((a, b) => at(a.sectionId) - at(b.sectionId)) })
}

const words = fc.constantFrom('ferry', 'rope', '**', '*', '_', 'a_b', '`', '<b>', '[x]', '\\', '- ', '# ', '1.', '-->')
const more = fc.constantFrom('<!--', '{"weight":"key"}', '40 %', 'Situation:', 'é', '情况', '|', '> ', '\\*', '—', '"')
const oneLine = fc
  .array(fc.oneof(words, more, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join(' ').replace(/\s+/g, ' ').trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/\p{C}/u.test(text))
const manyLines = fc.array(oneLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\n'))

const point = fc
  .record({
    part: fc.constantFrom(...PARTS),
    text: oneLine,
    weight: fc.constantFrom('key' as const, 'normal' as const, 'optional' as const),
    ownFact: fc.boolean(),
  })
  .map(({ ownFact, ...rest }) => ({
    ...rest,
    id: '',
    lines: null,
    facts: ownFact ? [{ kind: 'name' as const, text: rest.text }] : findFacts(rest.text),
  }))

const bank = fc
  .record({
    title: oneLine,
    sections: fc.array(fc.record({ title: oneLine, definition: fc.option(manyLines) }), { maxLength: 3 }),
    questions: fc.array(fc.record({ text: oneLine, section: fc.nat(3) }), { maxLength: 4 }),
    stories: fc.array(
      fc.record({
        kind: fc.constantFrom<Story['kind']>('story', 'quick-answer'),
        title: oneLine,
        section: fc.nat(3),
        asked: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
        notes: fc.array(manyLines, { maxLength: 2 }),
        target: fc.option(fc.constant({ minMs: 60_500, maxMs: 90_000 })),
        points: fc.array(point, { maxLength: 6 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ title, sections, questions, stories }): WritableBank => {
    const sectionId = (at: number) => (sections[at] ? `s${at}` : null)
    return inOrder({
      title,
      sections: sections.map((section, i) => ({ ...section, id: `s${i}` })),
      questions: questions.map(({ text, section }, i) => ({ id: `q${i}`, text, sectionId: sectionId(section) })),
      stories: stories.map(({ section, asked, ...story }, i) => ({
        ...story,
        id: `t${i}`,
        lines: null,
        sectionId: sectionId(section),
        questionIds: asked.filter((at) => questions[at]).map((at) => `q${at}`),
      })),
    })
  })

describe("Starbeat's own Markdown", () => {
  test('gives any bank back as it was', () => {
    fc.assert(
      fc.property(bank, (before) => {
        const after = parse(writeBank(before))
        expect(stored(after)).toEqual(before)
        expect(after.other).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test.each(corpus())('gives $name back as it was understood', (document) => {
    const before = inOrder(stored(read(document).bank))
    expect(stored(parse(writeBank(before)))).toEqual(before)
  })

  test('reads well', () => {
    const source = `# Kitchen\n\n## Calm under pressure\n\nDefinition: Stays kind when it burns.\n\n### Tell me about a hard evening.\n\n#### The lost oven\n\nHook: "It was still raw."\n\n**Situation:** Our oven died at 19:00 with 46 guests seated.\n\n**Task:** I had to feed them.\n\n**Action:** I moved all fish to the grill.\n\n**Result:** Nobody left, and we lost only $120.\n`
    expect(writeBank(stored(readBank(source)))).toMatchInlineSnapshot(`
      "---
      starbeat: 1
      ---

      # Kitchen

      ## Calm under pressure

      > Stays kind when it burns.

      **Questions**

      - Tell me about a hard evening.

      ### The lost oven

      - **Question:** Tell me about a hard evening.

      #### Situation

      - Our oven died at 19:00 with 46 guests seated

      #### Task

      - I had to feed them

      #### Action

      - I moved all fish to the grill

      #### Result

      - Nobody left, and we lost only $120

      #### Notes

      - Hook: "It was still raw."
      "
    `)
  })

  test('keeps what was added by hand: lines below a part are points, all else is other text', () => {
    const text =
      '---\nstarbeat: 1\n---\n\n# Mine\n\nRead aloud.\n\n### Boat\n\n#### Action\n\n- I rowed\n\nThen I swam home\n'
    const { stories, other } = parse(text)
    expect(stories[0]!.points.map((each) => each.text)).toEqual(['I rowed', 'Then I swam home'])
    expect(stories[0]!.points[1]!.lines).toEqual({ from: 15, to: 15 })
    expect(other.map((piece) => piece.text)).toEqual(['Read aloud.'])
  })
})
