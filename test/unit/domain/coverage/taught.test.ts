import { describe, expect, test } from 'vitest'
import { type CoveragePoint, coverPoints } from '#domain/coverage/cover'
import type { WordingKind } from '#domain/coverage/wording'
import { factOf } from '#domain/facts/facts'

const POINTS: readonly CoveragePoint[] = [
  { id: 'wet', part: 'situation', text: 'The loading dock flooded whenever it rained', facts: [] },
  { id: 'owner', part: 'task', text: 'No one was taking ownership of the drain', facts: [] },
  { id: 'pump', part: 'action', text: 'Rented 2 pumps and dug a trench to the ditch', facts: [factOf('2 pumps')] },
  { id: 'dry', part: 'result', text: 'The dock stayed dry all winter', facts: [] },
]

const heardAs = (text: string) =>
  text.split(' ').map((word, i) => ({ text: word, startMs: i * 400, endMs: i * 400 + 400, probability: 1 }))

const judge = (pointId: string, answer: string, ...wordings: { kind: WordingKind; text: string }[]) => {
  const points = POINTS.map((point) => (point.id === pointId ? { ...point, wordings } : point))
  const words = heardAs(answer)
  const verdict = coverPoints(points, words).find((each) => each.pointId === pointId)!
  const evidence = verdict.evidence.map(({ from, to }) =>
    words
      .slice(from, to)
      .map((word) => word.text)
      .join(' '),
  )
  return { ...verdict, words: evidence.join(' … ') }
}

const accepted = (text: string) => ({ kind: 'accepted' as const, text })
const rejected = (text: string) => ({ kind: 'rejected' as const, text })

const ANSWER =
  'When it rained the loading dock flooded. Honestly everybody pointed at somebody else about that gutter. ' +
  'So I rented two pumps and dug a trench to the ditch. The dock stayed dry all winter.'
const PARAPHRASE = 'everybody pointed at somebody else about that gutter'

describe('accepted wordings', () => {
  test('the same words say the point from then on, and the report says why', () => {
    expect(judge('owner', ANSWER).status).not.toBe('covered')
    const taught = judge('owner', ANSWER, accepted(PARAPHRASE))
    expect(taught).toMatchObject({ status: 'covered', closest: null })
    expect(taught.reasoning).toMatchObject({ basis: 'accepted-wording', note: PARAPHRASE })
    expect(taught.words).toContain('pointed at somebody else')
  })

  test('slightly other words do too', () => {
    const answer = ANSWER.replace(PARAPHRASE, 'everybody just pointed at somebody about the gutter again')
    expect(judge('owner', answer, accepted(PARAPHRASE)).status).toBe('covered')
  })

  test.each([
    ['their denial', 'nobody pointed at the gutter, it was never about somebody else'],
    ['other words', 'we had a nice lunch by the gutter'],
  ])('%s does not', (_, said) => {
    expect(judge('owner', ANSWER.replace(PARAPHRASE, said), accepted(PARAPHRASE)).reasoning.basis).not.toBe(
      'accepted-wording',
    )
  })

  test('words spread over the whole answer are no wording', () => {
    const spread =
      'Everybody was wet. The dock flooded when it rained and we stood there for hours and hours with brooms and pointed. ' +
      'It was cold and dark and somebody cried a little about it and went home. Much later there was a gutter.'
    expect(judge('owner', spread, accepted(PARAPHRASE)).reasoning.basis).not.toBe('accepted-wording')
  })

  test('a wrong fact in them is still wrong', () => {
    const verdict = judge(
      'pump',
      ANSWER.replace('two pumps', 'nine pumps'),
      accepted('rented pumps and dug a trench to the ditch'),
    )
    expect(verdict).toMatchObject({ status: 'partial', wrongFacts: [{ expected: '2 pumps' }] })
  })
})

describe('rejected wordings', () => {
  const said = 'The dock stayed dry all winter.'

  test('the same words no longer say the point', () => {
    expect(judge('dry', ANSWER).status).toBe('covered')
    const verdict = judge('dry', ANSWER, rejected(said))
    expect(verdict).toMatchObject({ status: 'missed', evidence: [] })
    expect(verdict.reasoning).toMatchObject({ basis: 'rejected-wording', note: said })
  })

  test('other words of the answer still can', () => {
    const twice = `${ANSWER} And yes, all winter long the dock stayed dry, every day.`
    expect(judge('dry', twice, rejected(said)).status).not.toBe('missed')
  })

  test('rejecting the place of an accepted wording takes it back', () => {
    const wider = 'Honestly everybody pointed at somebody else about that gutter.'
    const verdict = judge('owner', ANSWER, accepted(PARAPHRASE), rejected(wider))
    expect(verdict.reasoning.basis).not.toBe('accepted-wording')
    expect(verdict.status).not.toBe('covered')
  })

  test('other points keep the words', () => {
    expect(judge('pump', ANSWER, rejected(said)).status).toBe('covered')
  })
})
