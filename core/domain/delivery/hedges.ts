import type { WordSpan } from '../transcript.ts'
import type { Filler, Mention } from './delivery.ts'
import { kindOfUse } from './fillers.ts'
import { ABSOLUTES, HEDGES, SET_PHRASES, SOFTENED } from './hedge-words.ts'
import { disjoint, findPattern, mentionOf, type Spoken } from './spoken.ts'

const matches = (spoken: Spoken, patterns: readonly RegExp[]) =>
  patterns.flatMap((pattern) => findPattern(spoken, pattern))

const mentions = (spoken: Spoken, spans: readonly WordSpan[]): Mention[] =>
  disjoint(spans).map(({ from, to }) => mentionOf(spoken, from, to))

/**
 * Words that soften a statement (Lakoff 1972 named them hedges), in order; what already counts as a filler is left out.
 */
export function findHedges(spoken: Spoken, fillers: readonly Filler[]): Mention[] {
  const kinds = [...spoken.words.keys()]
    .filter((at) => kindOfUse(spoken.words, at) === 'hedge')
    .map((at) => ({ from: at, to: at + 2 }))
  const filled = new Set(fillers.map(({ span }) => span.from))
  return mentions(spoken, [...matches(spoken, HEDGES), ...kinds]).filter(({ span }) => !filled.has(span.from))
}

/** Words that leave no room for an exception, in order; "not everyone" and "nearly always" do leave room. */
export function findAbsolutes(spoken: Spoken): Mention[] {
  const found = matches(spoken, ABSOLUTES).filter(({ from }) => {
    const offset = spoken.offsets[from]!
    return (
      !SOFTENED.test(spoken.text.slice(Math.max(0, offset - 14), offset)) &&
      !SET_PHRASES.test(spoken.text.slice(offset, offset + 20))
    )
  })
  return mentions(spoken, found)
}
