import type { Density } from './density.ts'
import type { Sought } from './fit.ts'
import { segmentsOf } from './support.ts'
import type { PointTerms } from './terms.ts'
import type { Token } from './token.ts'

/** A match less good than this is not what is denied. */
const CLEAR = 0.7
/** The least share of a point that must be denied, and said around that. */
const LEAST_DENIED = 0.1
const LEAST_AROUND = 0.25
/** This much is said where a point stands. */
const LEAST_PLACE = 0.33
/** Words that compare or leave aside rather than deny. */
export const SETS_ASIDE = /^(instead|rather|without|hardly|barely|avoided)$/
/** Words that end or turn down what follows. */
const ENDS = /^(stopped|cancelled|canceled|abandoned|scrapped|refused|declined|abolished)$/
/** Words of a point that deny, end or miss something: what stands with them is not affirmed. */
const NOT_AFFIRMED =
  /^(missing|lack|lacked|too|stop|stopped|avoid|prevent|prevented|only|unable|cancelled|refused|without|less|fewer)$/
const SCOPE = 6
/** What is denied and then said this soon after is said: "not the best tools, they had the best people". */
const AFTER = 10
/** Said this densely elsewhere, a word is said after all. */
const SAID = 0.2
const CUTS =
  /^(and|but|so|because|although|though|while|until|which|since|whereas|then|who|that|when|if|where|i|we|he|she|they|you)$/

/** "No" denies the noun behind it, not what is said of it: "no time in the breaks". */
const BEHIND_NOUN = /^(in|on|at|for|to|from|with|by|about|between|during|after|before)$/

/** The stems that a point affirms: those with no denial in the same stretch of it. */
export function affirmedStems({ tokens }: PointTerms): ReadonlySet<string> {
  const segments = segmentsOf(tokens)
  const denied = new Set<number>()
  const deniedStems = new Set<string>()
  for (const [at, token] of tokens.entries()) {
    if (token.negator || NOT_AFFIRMED.test(token.text)) denied.add(segments[at]!)
    if (token.negated) deniedStems.add(token.stem)
  }
  const free = tokens.filter((_, at) => !denied.has(segments[at]!))
  return new Set(free.map((token) => token.stem).filter((stem) => !deniedStems.has(stem)))
}

/** The end (exclusive) of what the token at `at` denies. */
function scopeEnd(tokens: readonly Token[], at: number): number {
  const noun = /^(no|zero)$/.test(tokens[at]!.text)
  let end = at + 1
  while (
    end < tokens.length &&
    end <= at + SCOPE &&
    tokens[end]!.clause === tokens[at]!.clause &&
    (end === at + 1 || !(CUTS.test(tokens[end]!.text) || (noun && BEHIND_NOUN.test(tokens[end]!.text))))
  )
    end++
  return end
}

/** How much of a point stands in a stretch of the answer, by term. */
function termsWithin({ point, matches }: Sought, from: number, to: number): Map<number, number> {
  const found = new Map<number, number>()
  for (const match of matches) {
    const term = point.terms[match.term]!
    if (match.from < from || match.to > to || match.likeness < CLEAR || term.raw !== null) continue
    found.set(match.term, Math.max(found.get(match.term) ?? 0, match.likeness * term.weight))
  }
  return found
}

const total = (shares: Iterable<number>) => [...shares].reduce((sum, share) => sum + share, 0)

/** Whether an answer denies what a point affirms and nowhere says it: "nothing broke", "there was no penalty". */
export function isDenied(
  sought: readonly Sought[],
  index: number,
  densities: readonly Density[],
  tokens: readonly Token[],
): boolean {
  const { point, matches } = sought[index]!
  const density = densities[index]!
  const affirmed = affirmedStems(point)
  const saidAt = (term: number, test: (token: number) => boolean) =>
    matches.some((match) => match.term === term && match.likeness >= CLEAR && !match.negated && test(match.from))
  return tokens.some((token, at) => {
    const denies =
      (token.negator && !token.quantity && !SETS_ASIDE.test(token.text)) || (ENDS.test(token.text) && !token.negated)
    if (!denies) return false
    const end = scopeEnd(tokens, at)
    const denied = [...termsWithin(sought[index]!, at + 1, end)].filter(
      ([term]) =>
        affirmed.has(point.terms[term]!.stem) && !saidAt(term, (place) => place >= end && place <= end + AFTER),
    )
    const around = density.at(at + 2)
    if (total(denied.map(([, share]) => share)) < LEAST_DENIED || around < LEAST_AROUND) return false
    // Its words are said nowhere else, and no other point has more of its own denied here …
    const unsaid = denied.filter(
      ([term]) => !saidAt(term, (place) => (place < at || place >= end) && density.at(place) >= SAID),
    )
    const own = total(unsaid.map(([, share]) => share))
    const rival = sought.some((other, i) => i !== index && total(termsWithin(other, at + 1, end).values()) > own)
    if (own >= LEAST_DENIED && !rival) return true
    // … or here is the place of the point, and of no other.
    if (around < LEAST_PLACE || densities.some((other, i) => i !== index && other.at(at + 2) > around)) return false
    return density.away(at + 2, (other) => tokens[other]!.negated) < around
  })
}
