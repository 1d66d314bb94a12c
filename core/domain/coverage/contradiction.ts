import { OPPOSITES } from './english.ts'
import type { Contradiction } from './features.ts'
import type { Span } from './spans.ts'
import type { PointTerms } from './terms.ts'
import type { Token } from './token.ts'

/** How far beside what was said a negation or an opposite still belongs to it, in words of the same clause. */
const REACH = 3
/** Less than this much of a point was hardly said, so it cannot be contradicted either. */
const LEAST_SAID = 0.25
/** With this much of a point said, and this share of that denied, the point itself is denied. */
const WELL_SAID = 0.4
const MOSTLY_DENIED = 0.5

/** The share (0-1) of what was said that is denied where the point affirms it, or the other way round. */
function deniedShare({ terms }: PointTerms, spans: readonly Span[]): number {
  let denied = 0
  let all = 0
  for (const { said } of spans)
    for (const [index, match] of said) {
      const term = terms[index]!
      all += term.weight * match.likeness
      if (term.negated !== match.negated) denied += term.weight * match.likeness
    }
  return all === 0 ? 0 : denied / all
}

function around(tokens: readonly Token[], { from, to }: Span, after: number): readonly Token[] {
  const clauses = new Set(tokens.slice(from, to).map((token) => token.clause))
  return tokens.filter((token, i) => i >= from - REACH && i < to + after && clauses.has(token.clause))
}

/** Counting keeps "falls rose" opposite to "falls dropped", where the subject looks like a word of direction. */
function isOpposite(point: PointTerms, tokens: readonly Token[], spans: readonly Span[]): boolean {
  const said = spans.flatMap((span) => around(tokens, span, REACH))
  const count = (some: readonly Token[], list: ReadonlySet<string>) => some.filter(({ stem }) => list.has(stem)).length
  return OPPOSITES.some((pair) =>
    pair.some((own, side) => {
      const other = pair[1 - side]!
      return count(said, own) < count(point.tokens, own) && count(said, other) > 0 && count(point.tokens, other) === 0
    }),
  )
}

/** Whether the words that prove a point speak against it: "we never coupled", "bugs rose" for "fewer bugs". */
export function contradictionOf(
  point: PointTerms,
  tokens: readonly Token[],
  spans: readonly Span[],
  said: number,
): Contradiction {
  if (said < LEAST_SAID) return 'none'
  if (isOpposite(point, tokens, spans)) return 'opposite'
  if (said >= WELL_SAID && deniedShare(point, spans) >= MOSTLY_DENIED) return 'opposite'
  const denies = (some: readonly Token[]) => some.some((token) => token.negator)
  return denies(point.tokens) !== spans.some((span) => denies(around(tokens, span, 0))) ? 'negated' : 'none'
}
