import { beforeEach, expect, it } from 'vitest'
import type { Score } from '#domain/coverage/score'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createScores, type Scores } from '../../../../electron/services/attempts/scores.ts'
import type { KnownScore, ScoreStore } from '../../../../electron/services/ports/stores.ts'
import { memoryAttempts, memoryStories, storyOf } from '../fakes.ts'

const STORIES = [storyOf('s1', { p1: 'One' }), storyOf('s2', { p2: 'Two' })]
const scored = (covered: number): Score => ({ covered, partial: 0, missed: 0, total: 9, wrongFacts: 0 })
const OLD = scored(1)
const NEW = scored(2)

/** Scores in memory: a map in the order of the answers. */
function memoryScores() {
  const rows = new Map<string, { storyId: string; score: Score | null; isCurrent: boolean }>()
  const known = ([attemptId, { score, isCurrent }]: [string, { score: Score | null; isCurrent: boolean }]) =>
    ({ attemptId, score, isCurrent }) satisfies KnownScore
  const saves: string[][] = []
  const store: ScoreStore = {
    newest: () => new Map([...rows].toReversed().map((row) => [row[1].storyId, known(row)])),
    ofStory: (storyId) =>
      new Map([...rows].filter(([, row]) => row.storyId === storyId).map((row) => [row[0], known(row)])),
    save(scores) {
      saves.push([...scores.keys()])
      for (const [id, { score }] of scores) rows.set(id, { ...rows.get(id)!, score, isCurrent: true })
    },
    outdate: (id) => void rows.set(id, { ...rows.get(id)!, isCurrent: false }),
    outdated: () => [...rows].filter(([, { isCurrent }]) => !isCurrent).map(([id]) => id),
    answers: () => [],
    verdicts: () => [],
  }
  return { store, rows, saves }
}

let kept: ReturnType<typeof memoryScores>
let judged: string[]
let clockMs: number
let judgingMs: number
/** Lets the background go on by a slice. */
let go: () => void
let events: ReturnType<typeof createEventHub>
let told: number
let failing: unknown
let errors: unknown[]
let scores: Scores

beforeEach(() => {
  kept = memoryScores()
  judged = []
  clockMs = 0
  judgingMs = 0
  told = 0
  failing = null
  errors = []
  events = createEventHub()
  events.subscribe((name) => {
    if (name === 'scores.changed') told++
  })
  const attempts = memoryAttempts()
  const add = (id: string, storyId: string, isCurrent: boolean) => {
    attempts.store.add({ id, storyId, questionId: null, cueLevel: 'full', focus: null, startedAt: 0 })
    kept.rows.set(id, { storyId, score: OLD, isCurrent })
  }
  add('a3', 's1', false)
  add('a2', 's1', false)
  add('a1', 's1', true)
  add('b1', 's2', false)
  scores = createScores({
    store: kept.store,
    attempts: attempts.store,
    stories: memoryStories(...STORIES),
    reports: {
      assess({ id }) {
        if (failing) throw failing
        judged.push(id)
        clockMs += judgingMs
        return { score: NEW, statuses: {}, habits: null }
      },
    },
    events,
    now: () => clockMs,
    pause: () =>
      new Promise((resolve) => {
        go = resolve
      }),
    logError: (error) => errors.push(error),
  })
})

/** Everything that can run without another slice has run. */
const settled = () => new Promise((resolve) => setImmediate(resolve))
async function slice() {
  go()
  await settled()
}

it('judges at once what a slice holds, and keeps it in one go', () => {
  expect(scores.newest()).toEqual(
    new Map([
      ['s2', NEW],
      ['s1', NEW],
    ]),
  )
  expect(kept.saves).toEqual([['b1', 'a3']])
  scores.newest()
  expect([judged, told]).toEqual([['b1', 'a3'], 0])
})

it('shows what was known of the rest, judges that in the background, and tells when it is done', async () => {
  judgingMs = 12
  expect([...scores.ofStory('s1').values()]).toEqual([NEW, OLD, OLD])
  expect(told).toBe(0)
  await slice()
  expect([judged, told]).toEqual([['a3', 'a2'], 1])
  expect([...scores.ofStory('s1').values()]).toEqual([NEW, NEW, OLD])
  expect(judged).toHaveLength(2)
})

it('judges first what is looked at now', async () => {
  judgingMs = 12
  scores.ofStory('s1')
  scores.ofStory('s2')
  expect(judged).toEqual(['a3', 'b1'])
  await slice()
  expect(judged).toEqual(['a3', 'b1', 'a2'])
})

it('tells those who wait also what another reader had judged meanwhile', async () => {
  judgingMs = 12
  expect(scores.catchUp()).toBe(3)
  scores.ofStory('s1')
  scores.ofStory('s1')
  scores.newest()
  expect([judged, told]).toEqual([['a3', 'a2', 'b1'], 0])
  await slice()
  expect(told).toBe(1)
})

it('tells once a second while it lasts', async () => {
  judgingMs = 600
  for (const id of ['c1', 'c2', 'c3', 'c4']) kept.rows.set(id, { storyId: 's1', score: OLD, isCurrent: false })
  for (const id of ['a1', 'a2', 'a3']) kept.store.outdate(id)
  scores.ofStory('s1')
  expect(told).toBe(0)
  await slice()
  expect(told).toBe(0)
  await slice()
  expect(told).toBe(1)
})

it('logs what cannot be judged in the background, and asks again when it is looked at', async () => {
  judgingMs = 12
  scores.ofStory('s1')
  failing = new Error('no')
  await slice()
  expect([errors, told]).toEqual([[failing], 0])
  failing = null
  scores.ofStory('s1')
  expect(judged).toEqual(['a3', 'a2'])
})

it('writes nothing any more once it is closed', async () => {
  judgingMs = 12
  scores.ofStory('s1')
  const closed = scores.close()
  go()
  await closed
  expect(kept.saves).toEqual([['a3']])
})
