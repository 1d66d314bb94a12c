import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Answer {
  readonly id: string
  readonly storyId: string
  readonly style: string
  readonly transcript: string
  readonly labels: Readonly<Record<string, string>>
  readonly evidence: Readonly<Record<string, readonly (readonly [number, number])[]>>
  readonly wrongFacts: readonly { readonly pointId: string; readonly expected: string; readonly said: string }[]
  readonly order: string
}

interface Gold {
  readonly version: number
  readonly stories: readonly {
    readonly id: string
    readonly question: string
    readonly points: readonly {
      readonly id: string
      readonly part: string
      readonly text: string
      readonly facts: readonly string[]
    }[]
  }[]
  readonly answers: readonly Answer[]
}

const FOLDER = new URL('../../../fixtures/gold/', import.meta.url)
const PARTS = ['situation', 'task', 'action', 'result', 'learning']
const STYLES = /^(close|paraphrase|rambling|weak|trap-(other-story|opposite|topic|question|fillers))$/

const goldsIn = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Gold)

const known = goldsIn(FOLDER)
const unseen = goldsIn(new URL('unseen/', FOLDER))
const golds = [...known, ...unseen]
const stories = golds.flatMap((gold) => gold.stories)
const answers = golds.flatMap((gold) => gold.answers)

const pointsOf = (answer: Answer) => stories.find(({ id }) => id === answer.storyId)!.points

/** A part may not be heard before an earlier one: the first evidence of each point decides. */
function spokenOrder(answer: Answer): string {
  const heard = pointsOf(answer)
    .filter(({ id }) => answer.evidence[id])
    .map(({ id, part }) => ({ part: PARTS.indexOf(part), start: answer.evidence[id]![0]![0] }))
  const isBefore = heard.some((a) => heard.some((b) => a.part < b.part && b.start < a.start))
  return isBefore ? 'out-of-order' : 'in-order'
}

test.each([
  { set: 'known', part: known, storyCount: 10, trapCount: 8 },
  { set: 'unseen', part: unseen, storyCount: 5, trapCount: 3 },
])('$set: $storyCount stories, each with one answer of every style and $trapCount traps in all', (row) => {
  const ids = row.part.flatMap((gold) => gold.stories.map(({ id }) => id))
  const given = row.part.flatMap((gold) => gold.answers)
  expect(row.part.map(({ version }) => version)).toEqual(row.part.map(() => 1))
  expect(ids).toHaveLength(row.storyCount)
  for (const style of ['close', 'paraphrase', 'rambling', 'weak']) {
    const told = given.filter((answer) => answer.style === style).map(({ storyId }) => storyId)
    expect(told.sort()).toEqual(ids.sort())
  }
  expect(given.filter(({ style }) => style.startsWith('trap-'))).toHaveLength(row.trapCount)
})

test('ids are unique', () => {
  for (const ids of [
    stories.map(({ id }) => id),
    answers.map(({ id }) => id),
    ...stories.map(({ points }) => points.map(({ id }) => id)),
  ])
    expect(new Set(ids).size).toBe(ids.length)
})

describe.each(stories)('story $id', ({ points, question }) => {
  test('asks a question, has 8 to 11 points in known parts, and its facts stand in their points', () => {
    expect(question).not.toBe('')
    expect(points.length).toBeGreaterThanOrEqual(8)
    expect(points.length).toBeLessThanOrEqual(11)
    for (const { part, text, facts } of points) {
      expect(PARTS).toContain(part)
      for (const fact of facts) expect(text).toContain(fact)
    }
  })
})

describe.each(answers)('answer $id', (answer) => {
  const { labels, evidence, transcript, wrongFacts } = answer

  test('labels every point of its story once', () => {
    expect(answer.style).toMatch(STYLES)
    expect(Object.keys(labels)).toEqual(pointsOf(answer).map(({ id }) => id))
    for (const label of Object.values(labels)) expect(['covered', 'partial', 'missed']).toContain(label)
  })

  test('shows evidence for said points only: inside the transcript, on word borders, never overlapping', () => {
    const said = Object.keys(labels).filter((id) => labels[id] !== 'missed')
    expect(Object.keys(evidence)).toEqual(said)
    for (const spans of Object.values(evidence)) {
      expect(spans.length).toBeGreaterThan(0)
      let free = 0
      for (const [start, end] of spans) {
        expect(start).toBeGreaterThanOrEqual(free)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(transcript.length)
        expect(transcript.slice(start, end)).toMatch(/^\w.*[\w!?]$/)
        expect(transcript.slice(start - 1, start) + transcript.slice(end, end + 1)).not.toMatch(/\w/)
        free = end
      }
    }
  })

  test('quotes its wrong facts from point and transcript, and never on a covered point', () => {
    for (const { pointId, expected, said } of wrongFacts) {
      expect(pointsOf(answer).find(({ id }) => id === pointId)!.text).toContain(expected)
      expect(transcript).toContain(said)
      expect(labels[pointId]).not.toBe('covered')
    }
  })

  test('is plain ASCII, and its order is the order of its evidence', () => {
    expect(transcript).toMatch(/^[ -~]+$/)
    expect(answer.order).toBe(spokenOrder(answer))
  })
})
