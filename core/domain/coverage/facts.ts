import type { Fact } from '../story.ts'
import type { WordSpan } from '../transcript.ts'
import type { FactFinding } from './coverage.ts'
import type { Quantity, Token } from './token.ts'
import { tokenizeText } from './tokens.ts'
import { type Closeness, compareValues, isBound, sameDimension, sameMeasure, shareNoun } from './values.ts'

/** Where in an answer a fact is looked for: `near` states the point, `wide` surrounds it; token indices. */
export type FactScope = {
  tokens: readonly Token[]
  near: (token: number) => boolean
  wide: (token: number) => boolean
  /** Whether a word of the point, by its stem, was said where the point is stated. */
  isSaid: (stem: string) => boolean
  /** Tokens that already stand for another fact of the point. */
  used: Set<number>
  /** Whether a quantity is what another fact of the story expects. */
  takenElsewhere: (said: Quantity) => boolean
}

type Found = { closeness: Closeness; token: number }

function findValue(expected: Quantity, scope: FactScope): Found | null {
  const found: Found[] = []
  for (const [token, { quantity }] of scope.tokens.entries()) {
    if (!quantity || scope.used.has(token) || !scope.wide(token) || !sameDimension(expected, quantity)) continue
    const closeness = compareValues(expected, quantity)
    if (closeness === 'approximate' && scope.takenElsewhere(quantity)) continue
    if (closeness !== 'other') {
      if (isBound(expected, quantity, scope.near(token))) found.push({ closeness, token })
    } else if (scope.near(token) && sameMeasure(expected, quantity) && !scope.takenElsewhere(quantity)) {
      found.push({ closeness, token })
    }
  }
  const rank = { right: 0, approximate: 1, other: 2 }
  return found.sort((a, b) => rank[a.closeness] - rank[b.closeness] || b.token - a.token)[0] ?? null
}

/** "Zero incidents" is also said as "no incidents". */
function findDenied(expected: Quantity, scope: FactScope): number | null {
  if (expected.raw !== 0) return null
  const at = scope.tokens.findIndex(
    (token, i) => scope.wide(i) && token.negated && shareNoun(expected.nouns, [token.stem]),
  )
  return at < 0 ? null : at
}

/** Values further apart than this many tokens are not shown as one span. */
const WIDEST_SPAN = 10

const spanOf = (tokens: readonly Token[], indices: readonly number[]): WordSpan => {
  const last = Math.max(...indices)
  const from = Math.min(...indices.filter((index) => last - index <= WIDEST_SPAN))
  const unit = tokens[last + 1]
  const reach = unit && tokens[last]!.quantity && unit.clause === tokens[last]!.clause ? last + 1 : last
  return { from: tokens[from]!.from, to: tokens[reach]!.to }
}

/** The share of a fact's values that were said, and the finding with words `say` cut out of the answer. */
export type FactReading = { finding: FactFinding; credit: number }

/** What became of a fact with numbers in it: right, approximately right, another value, or not said. */
function readNumbers(
  fact: Fact,
  wanted: readonly Quantity[],
  scope: FactScope,
  say: (span: WordSpan) => string,
): FactReading {
  const found: Found[] = []
  for (const expected of wanted) {
    const value = findValue(expected, scope)
    const denied = value?.closeness === 'right' ? null : findDenied(expected, scope)
    const hit = denied === null ? value : { closeness: 'right' as const, token: denied }
    if (!hit) continue
    found.push(hit)
    scope.used.add(hit.token)
  }
  const wrong = found.filter(({ closeness }) => closeness === 'other')
  const good = found.length - wrong.length
  const shown = wrong.length > 0 ? wrong : found
  const status =
    wrong.length > 0
      ? 'wrong'
      : good < wanted.length
        ? 'absent'
        : found.some(({ closeness }) => closeness === 'approximate')
          ? 'approximate'
          : 'right'
  const span =
    status === 'absent'
      ? null
      : spanOf(
          scope.tokens,
          shown.map(({ token }) => token),
        )
  return { finding: { fact, status, said: span && say(span), span }, credit: good / wanted.length }
}

/** What became of a fact without numbers: the share of its content words said with the point decides. */
function readName(
  fact: Fact,
  tokens: readonly Token[],
  scope: FactScope,
  say: (span: WordSpan) => string,
): FactReading {
  const wanted = tokens.filter((token) => !token.stop)
  const credit = wanted.length === 0 ? 1 : wanted.filter((token) => scope.isSaid(token.stem)).length / wanted.length
  const places = [...scope.tokens.keys()].filter((i) => scope.near(i))
  if (credit <= 0.5 || places.length === 0)
    return { finding: { fact, status: 'absent', said: null, span: null }, credit }
  const exact = places.filter((i) => wanted.some((token) => token.stem === scope.tokens[i]!.stem))
  const span = spanOf(scope.tokens, exact.length > 0 ? exact : places)
  return { finding: { fact, status: credit === 1 ? 'right' : 'approximate', said: say(span), span }, credit }
}

/** What became of a fact in an answer. */
export function readFact(fact: Fact, scope: FactScope, say: (span: WordSpan) => string): FactReading {
  const tokens = tokenizeText(fact.text)
  const wanted = tokens.flatMap((token) => token.quantity ?? [])
  return wanted.length > 0 ? readNumbers(fact, wanted, scope, say) : readName(fact, tokens, scope, say)
}
