import type { WordSpan } from '../transcript.ts'
import type { Clause } from './clauses.ts'
import type { Span } from './spans.ts'
import type { Sighting } from './survey.ts'
import type { Token } from './token.ts'

/** Evidence reaches this many tokens further to the edge of its clause, so that it reads as a phrase. */
const EDGE = 4
/** With less than this of a point in its words, the clause that tells it by its place is shown instead. */
const LEAST_SAID = 0.15

/** The token up to `EDGE` further in a direction (1 or -1) that still belongs to the clause of the one at `at`. */
function clauseEdge(tokens: readonly Token[], at: number, direction: 1 | -1): Token {
  let edge = at
  for (let step = 1; step <= EDGE; step++) {
    const next = tokens[at + step * direction]
    if (next?.clause !== tokens[at]!.clause) break
    edge = at + step * direction
  }
  return tokens[edge]!
}

/** The words that tell a point, in order, out to the edges of near clauses; spans that touch become one. */
export function evidenceSpans(
  tokens: readonly Token[],
  { spans, said, taught }: Sighting,
  told: Clause | null,
): WordSpan[] {
  if (taught.accepted) return phrases(tokens, [taught.accepted.span])
  if (said < LEAST_SAID && told) return [{ from: tokens[told.from]!.from, to: tokens[told.to - 1]!.to }]
  return phrases(tokens, spans)
}

function phrases(tokens: readonly Token[], spans: readonly Span[]): WordSpan[] {
  const found = spans
    .map(({ from, to }) => ({ from: clauseEdge(tokens, from, -1).from, to: clauseEdge(tokens, to - 1, 1).to }))
    .sort((a, b) => a.from - b.from)
  return found.reduce<WordSpan[]>((merged, span) => {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push(span)
    return merged
  }, [])
}
