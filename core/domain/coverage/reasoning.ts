import { spanText, type Word } from '../transcript.ts'
import type { Basis, Reasoning, TermMatch } from './coverage.ts'
import type { Match } from './match.ts'
import type { Sighting } from './survey.ts'
import type { Token } from './token.ts'

/** A match less good than this is no word of the point. */
const LEAST_MATCH = 0.5
/** Lighter words of a point are not worth naming as missing. */
const LEAST_MISSING = 0.03

const plain = (text: string) => text.replace(/^[^\p{L}\p{N}$£€]+|[^\p{L}\p{N}%+]+$/gu, '')

/** Why a point was judged as it was: which of its words were heard where it is told, how, and which were not. */
export function reasonsOf(
  { point, spans }: Sighting,
  text: string,
  tokens: readonly Token[],
  words: readonly Word[],
  basis: Basis,
  note: string | null = null,
): Reasoning {
  const written = text.split(/\s+/).filter((word) => word !== '')
  const nameOf = (term: number) => {
    const { from, to } = point.tokens[point.terms[term]!.position]!
    return plain(written.slice(from, to).join(' '))
  }
  const saidBy = ({ from, to }: Match) => plain(spanText(words, { from: tokens[from]!.from, to: tokens[to - 1]!.to }))
  const matches: TermMatch[] = []
  const missing: string[] = []
  for (const [index, term] of point.terms.entries()) {
    const best = spans
      .flatMap(({ said }) => said.get(index) ?? [])
      .reduce<Match | null>((a, b) => (a && a.likeness >= b.likeness ? a : b), null)
    if (best && best.likeness >= LEAST_MATCH) matches.push({ term: nameOf(index), said: saidBy(best), kind: best.kind })
    else if (term.weight >= LEAST_MISSING) missing.push(nameOf(index))
  }
  // "Cross-functional" is one written word of two terms.
  const heard = new Set(matches.map(({ term }) => term))
  return { basis, matches, missing: [...new Set(missing)].filter((name) => !heard.has(name)), note }
}
