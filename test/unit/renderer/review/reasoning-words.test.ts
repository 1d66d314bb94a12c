import { describe, expect, it } from 'vitest'
import type { PointCoverage, Reasoning } from '#domain/coverage/coverage'
import type { Wording } from '#domain/coverage/wording'
import { basisWords, decidingWording, surenessWords } from '../../../../renderer/features/review/reasoning-words.ts'

const NOW = new Date(2026, 5, 1).getTime()
const wording = (over: Partial<Wording>): Wording => ({
  id: 'w1',
  pointId: 'p1',
  kind: 'accepted',
  text: 'got it down',
  attemptId: 'a1',
  learnedAt: new Date(2026, 4, 3).getTime(),
  ...over,
})
const verdict = (status: PointCoverage['status'], over: Partial<Reasoning>) =>
  ({
    pointId: 'p1',
    status,
    reasoning: { basis: 'said', matches: [], missing: [], note: null, ...over },
  }) as unknown as PointCoverage

describe('what a verdict rests on', () => {
  const accepted = verdict('covered', { basis: 'accepted-wording', note: 'got it down' })
  const rejected = verdict('missed', { basis: 'rejected-wording', note: 'got it down' })

  it.each([
    [accepted, wording({}), 'because you accepted these words on 3 May: “got it down”'],
    [
      accepted,
      wording({ learnedAt: new Date(2024, 4, 3).getTime() }),
      'because you accepted these words on 3 May 2024: “got it down”',
    ],
    [accepted, null, 'because you accepted these words: “got it down”'],
    [rejected, wording({}), 'because you said on 3 May that these words do not say it: “got it down”'],
    [verdict('partial', {}), null, 'some of it was said, some not'],
    [verdict('partial', { basis: 'wrong-fact' }), null, 'because a fact was said with another value'],
    [verdict('covered', { basis: 'judge', note: 'it is a paraphrase' }), null, 'it is a paraphrase'],
  ])('%#', (judged, learned, words) => {
    expect(basisWords(judged, learned, NOW)).toBe(words)
  })

  it('finds the wording that decided: of the same point, kind and words', () => {
    const others = [
      wording({ id: 'other point', pointId: 'p2' }),
      wording({ id: 'other kind', kind: 'rejected' }),
      wording({ id: 'other words', text: 'brought it down' }),
    ]
    expect(decidingWording(accepted, others)).toBeNull()
    expect(decidingWording(accepted, [...others, wording({ id: 'it' })])?.id).toBe('it')
    expect(decidingWording(rejected, others)?.id).toBe('other kind')
  })
})

it.each([
  [1, 'very sure'],
  [0.7, 'fairly sure'],
  [0.5, 'not very sure'],
  [0.2, 'hardly sure'],
])('says how sure a verdict of %d is', (confidence, words) => {
  expect(surenessWords(confidence)).toBe(words)
})
