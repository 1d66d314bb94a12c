import { describe, expect, test } from 'vitest'
import { linearKappa } from '#domain/coverage/agreement'
import { coverPoints } from '#domain/coverage/cover'
import { type Gold, goldSets, pointsOf, unseenSet, wordsOf } from '../../../../bench/coverage/gold.ts'

/** Every verdict of the matcher as shipped on a labelled set. */
const verdictsOn = (gold: Gold) =>
  gold.answers.flatMap((answer) => {
    const points = pointsOf(gold, answer.storyId)
    return coverPoints(points, wordsOf(answer.transcript).words).map(({ pointId, status, wrongFacts }) => ({
      user: answer.labels[pointId]!,
      starbeat: status,
      isTrap: answer.style.startsWith('trap'),
      isWrong: answer.wrongFacts.some((wrong) => wrong.pointId === pointId),
      isNamed: wrongFacts.length > 0,
    }))
  })

/** What a change must not fall below: a little under what was measured (docs/coverage.md). */
const FLOORS = [
  { name: 'development', kappa: 0.6, precision: 0.85, recall: 0.3, trapped: 0 },
  { name: 'own', kappa: 0.64, precision: 0.9, recall: 0.55, trapped: 0 },
  { name: 'unseen', kappa: 0.5, precision: 0.8, recall: 0.4, trapped: 1 },
]

describe('agreement with labelled answers', () => {
  const sets = [...goldSets(), { name: 'unseen set', gold: unseenSet() }]
  test.for(FLOORS)('no worse than it was: $name set', (floor, { skip }) => {
    const gold = sets.find(({ name }) => name.startsWith(floor.name))?.gold
    if (!gold) return skip('the labelled answers (../shared/gold) are not here')
    const verdicts = verdictsOn(gold)
    const count = (some: (verdict: (typeof verdicts)[number]) => boolean) => verdicts.filter(some).length
    const found = count(({ isNamed, isWrong }) => isNamed && isWrong)
    expect(linearKappa(verdicts)).toBeGreaterThanOrEqual(floor.kappa)
    expect(found / count(({ isNamed }) => isNamed)).toBeGreaterThanOrEqual(floor.precision)
    expect(found / count(({ isWrong }) => isWrong)).toBeGreaterThanOrEqual(floor.recall)
    const trapped = count(({ isTrap, user, starbeat }) => isTrap && starbeat === 'covered' && user !== 'covered')
    expect(trapped).toBeLessThanOrEqual(floor.trapped)
  })
})
