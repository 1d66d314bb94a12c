import type { Token } from '../coverage/token.ts'
import type { WordSpan } from '../transcript.ts'

/** Whether a token is a figure that can show a result; "one manager", "in 2019", "the second" are none. */
export function isFigure({ quantity }: Token): boolean {
  if (!quantity || quantity.dimension === 'ordinal') return false
  if (quantity.dimension !== 'bare' && quantity.dimension !== 'count') return true
  return quantity.raw !== 1 && !(quantity.raw >= 1950 && quantity.raw < 2100)
}

/** The words of the figure at a position with its unit: "48 hours". */
export function figureSpan(tokens: readonly Token[], at: number): WordSpan {
  const [figure, unit] = [tokens[at]!, tokens[at + 1]]
  return { from: figure.from, to: unit && unit.clause === figure.clause && !unit.stop ? unit.to : figure.to }
}
