import { OPPOSITES } from './english.ts'
import type { Span } from './spans.ts'
import type { PointTerms } from './terms.ts'
import type { Token } from './tokens.ts'

/** A negation this many words before what was said can still deny it. */
const REACH = 3

/** The share (0-1) of what was said that is denied where the point affirms it, or the other way round. */
export function deniedShare({ terms }: PointTerms, spans: readonly Span[]): number {
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

const around = (tokens: readonly Token[], { from, to }: Span): readonly Token[] => {
  const clauses = new Set(tokens.slice(from, to).map((token) => token.clause))
  return tokens.filter((token, i) => i >= from - REACH && i < to && clauses.has(token.clause))
}

/** Whether the words that prove a point hold a negation where the point has none, or none where it has one. */
export function negationDiffers(point: PointTerms, tokens: readonly Token[], spans: readonly Span[]): boolean {
  const denies = (some: readonly Token[]) => some.some((token) => token.negator)
  return spans.length > 0 && denies(point.tokens) !== spans.some((span) => denies(around(tokens, span)))
}

/** Whether what was said goes the opposite way ("rose" for "reduced") and nowhere the point's own. */
export function isOpposite(point: PointTerms, tokens: readonly Token[], spans: readonly Span[]): boolean {
  const said = spans.flatMap((span) => around(tokens, span)).map((token) => token.stem)
  const wanted = point.tokens.map((token) => token.stem)
  return OPPOSITES.some((pair) =>
    pair.some((own, side) => {
      const other = pair[1 - side]!
      const has = (words: readonly string[], list: ReadonlySet<string>) => words.some((word) => list.has(word))
      return has(wanted, own) && !has(wanted, other) && has(said, other) && !has(said, own)
    }),
  )
}
