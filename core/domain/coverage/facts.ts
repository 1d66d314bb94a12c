import type { Fact } from '../story.ts'
import type { WordSpan } from '../transcript.ts'
import type { Bound } from './claims.ts'
import type { FactFinding } from './coverage.ts'
import { type NameScope, readName } from './name-facts.ts'
import type { Token } from './token.ts'
import { tokenizeText } from './tokens.ts'
import type { Value } from './value.ts'
import { isNone, readNone } from './zero-facts.ts'

/** The share of a fact's values that were said, and the finding with words `say` cut out of the answer. */
export type FactReading = { finding: FactFinding; credit: number }

/** Where in an answer a fact is looked for, and what was said in place of the values of its point. */
export type FactScope = NameScope & {
  bound: ReadonlyMap<Value, Bound>
  say: (span: WordSpan) => string
}

/** Values further apart than this many tokens are not shown as one span. */
const WIDEST_SPAN = 10

const spanOf = (tokens: readonly Token[], places: readonly { from: number; to: number }[]): WordSpan => {
  const to = Math.max(...places.map((place) => place.to))
  const from = Math.min(...places.map((place) => place.from).filter((place) => to - place <= WIDEST_SPAN))
  return { from: tokens[Math.min(from, to - 1)]!.from, to: tokens[to - 1]!.to }
}

const reading = (
  fact: Fact,
  status: FactFinding['status'],
  credit: number,
  span: WordSpan | null,
  say: FactScope['say'],
): FactReading => ({ finding: { fact, status, said: span && say(span), span }, credit })

/** What became of a fact with values in it: right, approximately right, another value, or not said. */
function readValuesOf(fact: Fact, wanted: readonly Value[], { bound, tokens, say }: FactScope): FactReading {
  const found = wanted.flatMap((value) => bound.get(value) ?? [])
  const wrong = found.filter(({ closeness }) => closeness === 'other')
  const credit = (found.length - wrong.length) / wanted.length
  const shown = (wrong.length > 0 ? wrong : found).map(({ said }) => said)
  if (wrong.length > 0) return reading(fact, 'wrong', credit, spanOf(tokens, shown), say)
  if (credit < 1) return reading(fact, 'absent', credit, null, say)
  const rough = found.some(({ closeness }) => closeness === 'approximate')
  return reading(fact, rough ? 'approximate' : 'right', credit, spanOf(tokens, shown), say)
}

/** What became of a fact in an answer; `wanted` are the values it names. */
export function readFact(fact: Fact, wanted: readonly Value[], scope: FactScope): FactReading {
  const tokens = tokenizeText(fact.text)
  const none = isNone(tokens) ? readNone(tokens, scope) : null
  if (none)
    return reading(fact, none.status, none.status === 'right' ? 1 : 0, spanOf(scope.tokens, [none.place]), scope.say)
  if (wanted.length > 0) return readValuesOf(fact, wanted, scope)
  const { status, credit, place } = readName(fact.text, tokens, scope)
  return reading(fact, status, credit, place && spanOf(scope.tokens, [place]), scope.say)
}
