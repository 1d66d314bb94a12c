import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Asked, chooseQuestion, type MockQuestion, type MockStory } from '#domain/practice/mock'
import { seeded } from '../schedule/learner.ts'

const question = (
  id: string,
  sectionId: string | null,
  storyIds: string[],
  lastAskedAt: number | null = null,
): MockQuestion => ({
  id,
  sectionId,
  storyIds,
  lastAskedAt,
})
const story = (id: string, sectionId: string | null = null, readiness: number | null = null): MockStory => ({
  id,
  sectionId,
  readiness,
})

/** A whole interview: questions with the stories planned for them. */
function interview(questions: MockQuestion[], stories: MockStory[], count: number, random: () => number): Asked[] {
  const asked: Asked[] = []
  while (asked.length < count) {
    const choice = chooseQuestion(questions, stories, asked, random)
    if (!choice) break
    asked.push(choice)
  }
  return asked
}

describe('a mock interview', () => {
  const bank = fc
    .record({ sections: fc.integer({ min: 1, max: 4 }), stories: fc.integer({ min: 1, max: 6 }) })
    .chain(({ sections, stories }) =>
      fc.record({
        stories: fc.constant(Array.from({ length: stories }, (_, i) => story(`s${i}`, `c${i % sections}`))),
        questions: fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: sections - 1 }),
            fc.uniqueArray(fc.integer({ min: 0, max: stories - 1 }), { maxLength: 3 }),
          ),
          { minLength: 1, maxLength: 12 },
        ),
        seed: fc.integer(),
      }),
    )

  it('asks no question twice, and the same story twice in a row only when nothing else is left', () => {
    fc.assert(
      fc.property(bank, ({ stories, questions: shapes, seed }) => {
        const questions = shapes.map(([section, own], i) =>
          question(
            `q${i}`,
            `c${section}`,
            own.map((s) => `s${s}`),
          ),
        )
        const asked = interview(questions, stories, 20, seeded(seed))
        expect(new Set(asked.map(({ questionId }) => questionId)).size).toBe(questions.length)
        for (let i = 1; i < asked.length; i++) {
          const last = asked[i - 1]!.storyId
          const left = questions.filter(({ id }) => !asked.slice(0, i).some(({ questionId }) => questionId === id))
          const own = left.find(({ id }) => id === asked[i]!.questionId)!
          if (own.storyIds.length === 1 && own.storyIds[0] === last)
            for (const each of left) expect(each.storyIds).toEqual([last])
        }
      }),
    )
  })

  it('goes by what was told before, not by what was planned', () => {
    const questions = [question('q1', null, ['s1']), question('q2', null, ['s2'])]
    const stories = [story('s1'), story('s2')]
    const nextAfter = (storyId: string) =>
      chooseQuestion([...questions, question('q0', null, [])], stories, [{ questionId: 'q0', storyId }], () => 0)
    expect([nextAfter('s1')?.questionId, nextAfter('s2')?.questionId]).toEqual(['q2', 'q1'])
  })

  it('asks for weak competencies more often, and most for those without any practice', () => {
    const questions = [question('ready', 'c1', ['s1']), question('weak', 'c2', ['s2']), question('none', 'c3', [])]
    const stories = [story('s1', 'c1', 0.9), story('s2', 'c2', 0.4), story('s3', 'c2', 0.1)]
    const random = seeded(7)
    const counts = { ready: 0, weak: 0, none: 0 }
    for (let i = 0; i < 1700; i++)
      counts[chooseQuestion(questions, stories, [], random)!.questionId as keyof typeof counts]++
    expect(
      Object.entries(counts)
        .toSorted((a, b) => a[1] - b[1])
        .map(([id]) => id),
    ).toEqual(['ready', 'weak', 'none'])
    expect(counts.ready).toBeGreaterThan(50)
  })

  it('asks first what earlier interviews did not ask, then what they asked longest ago', () => {
    const questions = [
      question('a', 'c', [], 300),
      question('b', 'c', [], 100),
      question('d', 'c', []),
      question('e', 'c', [], 200),
    ]
    expect(interview(questions, [], 9, seeded(1)).map(({ questionId }) => questionId)).toEqual(['d', 'b', 'e', 'a'])
  })

  it('plans a story of the question, else of its section, else any, the one told longest ago', () => {
    const stories = [story('other', 'x'), story('near', 'c'), story('own1', 'y'), story('own2', 'y')]
    const planned = (own: string[], section: string | null, ...told: string[]) =>
      chooseQuestion(
        [question('q', section, own)],
        stories,
        told.map((storyId) => ({ questionId: null, storyId })),
        () => 0,
      )!.storyId
    expect(planned(['own1', 'own2'], 'c')).toBe('own1')
    expect(planned(['own1', 'own2'], 'c', 'own1')).toBe('own2')
    expect(planned(['own1', 'own2'], 'c', 'own2', 'own1')).toBe('own2')
    expect(planned([], 'c')).toBe('near')
    expect(planned([], 'z', 'other')).toBe('near')
    expect(chooseQuestion([question('q', null, [])], [], [], () => 0)).toEqual({ questionId: 'q', storyId: null })
  })

  it('ends when everything was asked', () => {
    expect(chooseQuestion([question('q', null, [])], [], [{ questionId: 'q', storyId: null }], () => 0.99)).toBeNull()
  })
})
