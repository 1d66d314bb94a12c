import { beforeEach, describe, expect, it } from 'vitest'
import { Agreement } from '#contract/labels'
import type { CoveragePoint } from '#domain/coverage/cover'
import type { PointCoverage } from '#domain/coverage/coverage'
import { transcriptText, type Word } from '#domain/transcript'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createJobs } from '../../../../electron/services/app/jobs.ts'
import { createLabels, type Labels } from '../../../../electron/services/attempts/labels.ts'
import { createVerdicts } from '../../../../electron/services/attempts/verdicts.ts'
import {
  memoryAttempts,
  memoryOverrides,
  memoryStories,
  memoryTranscripts,
  memoryWordings,
  storyOf,
  transcriptOf,
} from '../fakes.ts'

const FIRST = storyOf('s1', { p1: 'pipeline', p2: 'bottleneck' })
const SECOND = storyOf('s2', { q1: 'bakery' })

/** Says covered where the text of the point, or words accepted for it, were said. */
const judge = (points: readonly CoveragePoint[], words: readonly Word[]) => {
  const said = transcriptText(words)
  return points.map(({ text, wordings = [] }) => {
    const isSaid = [text, ...wordings.map((wording) => wording.text)].some((each) => said.includes(each))
    return { status: isSaid ? 'covered' : 'missed' } as PointCoverage
  })
}

let attempts: ReturnType<typeof memoryAttempts>
let overrides: ReturnType<typeof memoryOverrides>
let transcripts: ReturnType<typeof memoryTranscripts>
let wordings: ReturnType<typeof memoryWordings>
let labels: Labels
let pauses: number
let time: number
beforeEach(() => {
  attempts = memoryAttempts()
  overrides = memoryOverrides()
  transcripts = memoryTranscripts()
  wordings = memoryWordings(FIRST, SECOND)
  pauses = 0
  time = 0
  labels = createLabels({
    attempts: attempts.store,
    stories: memoryStories(FIRST, SECOND),
    transcripts: transcripts.store,
    overrides: overrides.store,
    wordings: wordings.store,
    verdicts: createVerdicts({ wordings: wordings.store, judge }),
    jobs: createJobs({ events: createEventHub(), newId: () => 'job', logError: () => {} }),
    now: () => (time += 5),
    pause: async () => void pauses++,
  })
})

function told(id: string, storyId: string, text: string | null): void {
  attempts.store.add({ id, storyId, questionId: null, cueLevel: 'full', focus: null, startedAt: 1 })
  if (text !== null) transcripts.store.save(id, { heard: transcriptOf(text), corrected: null, modelName: 'micro' }, 1)
}
const judged = (id: string, pointId: string, status: 'covered' | 'partial' | 'missed') =>
  overrides.store.set(id, pointId, status, 1)
const taught = (id: string, pointId: string, text: string, attemptId: string, kind: 'accepted' | 'rejected') =>
  wordings.store.add({ id, pointId, kind, text, attemptId, learnedAt: 1 })

describe('agreement', () => {
  it('has nothing to say before anything was judged by hand', async () => {
    told('a1', 's1', 'the pipeline')
    const agreement = await labels.agreement()
    expect(Agreement.parse(agreement)).toMatchObject({
      untaught: { labels: 0, kappa: null },
      taught: { labels: 0, kappa: null },
      stories: [],
      wordings: { accepted: 0, rejected: 0 },
      hearing: null,
    })
  })

  it('never agrees untaught because of words from that same answer, but does by those from another', async () => {
    for (const id of ['a1', 'a2']) {
      told(id, 's1', 'the slow part of the build')
      judged(id, 'p2', 'covered')
    }
    taught('w1', 'p2', 'slow part', 'a1', 'accepted')
    const { untaught, taught: known } = await labels.agreement()
    // a1 taught it, so only a2 counts as agreed without having been told.
    expect([untaught.labels, untaught.agreed]).toEqual([2, 0.5])
    expect([known.labels, known.agreed]).toEqual([2, 1])
    expect(untaught.cells.find(({ user, starbeat }) => user === 'covered' && starbeat === 'missed')?.count).toBe(1)
  })

  it('leaves out what was judged without a transcript, and points that are no more', async () => {
    told('silent', 's1', null)
    judged('silent', 'p1', 'covered')
    told('a1', 's1', 'the pipeline')
    judged('a1', 'gone', 'missed')
    judged('a1', 'p1', 'covered')
    told('homeless', 's9', 'the pipeline')
    judged('homeless', 'p1', 'covered')
    expect((await labels.agreement()).untaught.labels).toBe(1)
  })

  it('lists the stories, the most judged first', async () => {
    told('a1', 's1', 'the pipeline')
    judged('a1', 'p1', 'covered')
    judged('a1', 'p2', 'covered')
    told('b1', 's2', 'a bakery')
    judged('b1', 'q1', 'covered')
    expect((await labels.agreement()).stories).toEqual([
      { storyId: 's1', title: 'Story s1', labels: 2, agreed: 0.5 },
      { storyId: 's2', title: 'Story s2', labels: 1, agreed: 1 },
    ])
  })

  it('counts what was learned', async () => {
    taught('w1', 'p1', 'one', 'a1', 'accepted')
    taught('w2', 'q1', 'two', 'a1', 'accepted')
    taught('w3', 'p1', 'three', 'a1', 'rejected')
    wordings.store.setRemoved('w2', 1)
    expect((await labels.agreement()).wordings).toEqual({ accepted: 1, rejected: 1 })
  })

  it('lets others have their turn between the answers', async () => {
    for (let i = 0; i < 40; i++) {
      told(`a${i}`, 's1', 'the pipeline')
      judged(`a${i}`, 'p1', 'covered')
    }
    expect((await labels.agreement()).untaught.labels).toBe(40)
    expect(pauses).toBeGreaterThan(5)
  })
})

describe('hearing', () => {
  it('is measured over all corrected transcripts, case and punctuation aside', async () => {
    told('a1', 's1', 'We cut the bill')
    transcripts.store.setCorrected('a1', transcriptOf('we cut the build.'))
    told('a2', 's2', 'a bakery of ours')
    transcripts.store.setCorrected('a2', transcriptOf('A bakery, of hours and more'))
    told('a3', 's2', 'never looked at')
    expect((await labels.agreement()).hearing).toEqual({ attempts: 2, words: 10, wordErrorRate: 0.4 })
  })
})
