import { beforeEach, expect, it } from 'vitest'
import type { CoveragePoint } from '#domain/coverage/cover'
import type { PointCoverage } from '#domain/coverage/coverage'
import { createVerdicts, type Verdicts } from '../../../../electron/services/attempts/verdicts.ts'
import { memoryWordings, storyOf, transcriptOf } from '../fakes.ts'

const STORY = storyOf('s1', { p1: 'One', p2: 'Two' })
const HEARD = transcriptOf('one two')
const wording = (id: string, pointId: string, attemptId: string) => ({
  id,
  pointId,
  kind: 'accepted' as const,
  text: id,
  attemptId,
  learnedAt: 1,
})

let store: ReturnType<typeof memoryWordings>
let judged: (readonly CoveragePoint[])[]
let verdicts: Verdicts
beforeEach(() => {
  store = memoryWordings(STORY)
  judged = []
  const judge = (points: readonly CoveragePoint[]) => {
    judged.push(points)
    return [] as PointCoverage[]
  }
  verdicts = createVerdicts({ wordings: store.store, judge })
})
const lastWordings = () => judged.at(-1)!.map(({ wordings }) => wordings?.map(({ text }) => text))

it('judges by everything that was learned, each point by its own', () => {
  store.store.add(wording('w1', 'p1', 'a1'))
  store.store.add(wording('w2', 'p2', 'a2'))
  verdicts.taught('a1', STORY, HEARD)
  expect(lastWordings()).toEqual([['w1'], ['w2']])
})

it('judges untaught without what was learned from the same attempt', () => {
  store.store.add(wording('w1', 'p1', 'a1'))
  store.store.add(wording('w2', 'p2', 'a2'))
  verdicts.untaught('a1', STORY, HEARD)
  expect(lastWordings()).toEqual([[], ['w2']])
})

it('judges once as long as nothing changes, taught and untaught in turns', () => {
  store.store.add(wording('w1', 'p1', 'a1'))
  for (const _ of [1, 2, 3]) {
    verdicts.taught('a1', STORY, HEARD)
    verdicts.untaught('a1', STORY, HEARD)
  }
  expect(judged).toHaveLength(2)
})

it.each([
  ['words are learned', () => store.store.add(wording('w1', 'p1', 'a2')), STORY, HEARD],
  ['a point is edited', () => {}, storyOf('s1', { p1: 'One!', p2: 'Two' }), HEARD],
  ['the transcript is corrected', () => {}, STORY, transcriptOf('one too')],
])('judges anew when %s', (_what, change, story, transcript) => {
  verdicts.taught('a1', STORY, HEARD)
  change()
  verdicts.taught('a1', story, transcript)
  expect(judged).toHaveLength(2)
})

it('keeps the verdicts of the attempts that were judged last, not of a whole history', () => {
  for (let i = 0; i < 60; i++) verdicts.taught(`a${i}`, STORY, HEARD)
  verdicts.taught('a59', STORY, HEARD)
  expect(judged).toHaveLength(60)
  verdicts.taught('a0', STORY, HEARD)
  expect(judged).toHaveLength(61)
})
