import type { Span } from './spans.ts'
import type { PointTerms } from './terms.ts'

/** A part of a point lighter than this is a detail, not an idea of its own. */
const LEAST_IDEA = 0.2

/** The ideas a point joins by "and", a comma or a semicolon, as lists of its terms. */
export function ideasOf({ tokens, terms }: PointTerms): number[][] {
  const groups: { terms: number[]; weight: number }[] = [{ terms: [], weight: 0 }]
  const termAt = new Map(terms.map((term, index) => [term.position, index]))
  for (const [position, token] of tokens.entries()) {
    const opens = token.text === 'and' || (position > 0 && tokens[position - 1]!.clause !== token.clause)
    if (opens && groups.at(-1)!.weight > 0) groups.push({ terms: [], weight: 0 })
    const term = termAt.get(position)
    if (term === undefined) continue
    groups.at(-1)!.terms.push(term)
    groups.at(-1)!.weight += terms[term]!.weight
  }
  const ideas = groups.filter(({ weight }) => weight >= LEAST_IDEA).map((group) => group.terms)
  return ideas.length > 0 ? ideas : [terms.map((_, index) => index)]
}

/** How well the idea was said that was said least, 0-1; of three and more one may be left out. */
export function weakestIdea(point: PointTerms, spans: readonly Span[]): number {
  const shares = ideasOf(point)
    .map((idea) => {
      const weight = idea.reduce((sum, term) => sum + point.terms[term]!.weight, 0)
      const said = idea.reduce(
        (sum, term) =>
          sum + point.terms[term]!.weight * Math.max(0, ...spans.map((span) => span.said.get(term)?.likeness ?? 0)),
        0,
      )
      return said / weight
    })
    .sort((a, b) => a - b)
  return shares[shares.length >= 3 ? 1 : 0]!
}
