import { describe, expect, test } from 'vitest'
import { coverPoints } from '#domain/coverage/cover'
import type { PointCoverage } from '#domain/coverage/coverage'
import type { Opinion, PointJudge } from '#domain/coverage/opinion'
import type { Point } from '#domain/story'
import { createOpinions } from '../../../../electron/services/attempts/opinions.ts'

const POINT: Point = {
  id: 'p',
  part: 'action',
  text: 'I called the plumber',
  weight: 'normal',
  facts: [],
  lines: null,
}
const words = 'then I rang somebody about it'
  .split(' ')
  .map((text, i) => ({ text, startMs: i * 400, endMs: i * 400 + 400, probability: 1 }))
const base = coverPoints([POINT], words)[0]!
const doubtful: PointCoverage = {
  ...base,
  status: 'missed',
  confidence: 0.4,
  evidence: [],
  closest: { from: 1, to: 4 },
}
const COVERED: Opinion = { status: 'covered', reason: 'Ringing somebody is calling.' }

/** A judge that answers when it is told to. */
function createJudge() {
  const asked: string[] = []
  const answers: ((opinion: Opinion | null) => void)[] = []
  const judge: PointJudge = {
    judge(point, spans) {
      asked.push(`${point.text}: ${spans.join(' / ')}`)
      return new Promise((resolve) => answers.push(resolve))
    },
  }
  return { judge, asked, answers }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('second opinions', () => {
  test('without a judge verdicts stay the same objects', () => {
    const verdicts = [doubtful]
    const opinions = createOpinions({ judge: null, logError: () => {} })
    expect(opinions.applied([POINT], verdicts, words, () => {})).toBe(verdicts)
  })

  test('a doubtful verdict is asked about once, and changes when the answer is there', async () => {
    const { judge, asked, answers } = createJudge()
    const opinions = createOpinions({ judge, logError: () => {} })
    let changes = 0
    const read = () => opinions.applied([POINT], [doubtful], words, () => changes++)[0]!
    expect(read()).toBe(doubtful)
    read()
    await settle()
    expect(asked).toEqual(['I called the plumber: I rang somebody'])
    answers[0]!(COVERED)
    await settle()
    expect(changes).toBe(1)
    expect(read()).toMatchObject({
      status: 'covered',
      evidence: [{ from: 1, to: 4 }],
      closest: null,
      reasoning: { basis: 'judge', note: COVERED.reason },
    })
  })

  test.each([
    ['sure', { ...doubtful, confidence: 0.9 }],
    ['taught', { ...doubtful, reasoning: { ...doubtful.reasoning, basis: 'accepted-wording' as const } }],
    ['without words', { ...doubtful, closest: null }],
  ])('a verdict that is %s is not asked about', async (_, verdict) => {
    const { judge, asked } = createJudge()
    createOpinions({ judge, logError: () => {} }).applied([POINT], [verdict], words, () => {})
    await settle()
    expect(asked).toEqual([])
  })

  test('lists only show what is known', async () => {
    const { judge, asked } = createJudge()
    createOpinions({ judge, logError: () => {} }).applied([POINT], [doubtful], words, null)
    await settle()
    expect(asked).toEqual([])
  })

  test('a judge that fails or cannot tell leaves the verdict, and the failure is logged', async () => {
    const logged: unknown[] = []
    const failure = new Error('out of memory')
    const failing: PointJudge = { judge: () => Promise.reject(failure) }
    const opinions = createOpinions({ judge: failing, logError: (error) => logged.push(error) })
    opinions.applied([POINT], [doubtful], words, () => expect.unreachable())
    await settle()
    expect(logged).toEqual([failure])
    expect(opinions.applied([POINT], [doubtful], words, null)[0]).toBe(doubtful)
  })

  test('nothing is asked after closing', async () => {
    const { judge, asked } = createJudge()
    const opinions = createOpinions({ judge, logError: () => {} })
    opinions.close()
    opinions.applied([POINT], [doubtful], words, () => {})
    await settle()
    expect(asked).toEqual([])
  })
})
