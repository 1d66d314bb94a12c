import type { Clause } from './clauses.ts'
import { generality } from './generality.ts'
import type { Match } from './match.ts'
import { type PointTerms, toldShare } from './terms.ts'
import type { Token } from './token.ts'

/**
 * How a clause fits a point: the share of the point that it says, how far that is above the share it says of any other
 * point, how generally it talks, how long it is.
 */
export const FIT_FEATURES = ['share', 'margin', 'general', 'length'] as const
export type FitFeatures = Record<(typeof FIT_FEATURES)[number], number>
/** Weights of the features and what to add: the log-odds that the clause states the point. */
export type FitModel = FitFeatures & { bias: number }

/** From here on longer clauses are no likelier to say something. Tokens. */
const LONG_ENOUGH = 15

/** A point and all that may say its terms. */
export type Sought = { point: PointTerms; matches: readonly Match[] }

/** For each clause the share (0-1) of a point that it says. */
function sharesOf({ point, matches }: Sought, clauses: readonly Clause[], clauseAt: Int32Array): number[] {
  const best = clauses.map(() => new Map<number, number>())
  for (const match of matches) {
    const said = best[clauseAt[match.from]!]!
    said.set(match.term, Math.max(said.get(match.term) ?? 0, match.likeness))
  }
  return best.map((said) =>
    toldShare(
      point,
      [...said].reduce((sum, [term, likeness]) => sum + point.terms[term]!.weight * likeness, 0),
    ),
  )
}

/** The fit of each clause (second index) to each point (first index). */
export function fitFeatures(
  sought: readonly Sought[],
  tokens: readonly Token[],
  clauses: readonly Clause[],
): FitFeatures[][] {
  const clauseAt = new Int32Array(tokens.length)
  for (const [index, { from, to }] of clauses.entries()) clauseAt.fill(index, from, to)
  const shares = sought.map((each) => sharesOf(each, clauses, clauseAt))
  const general = clauses.map(({ from, to }) => generality(tokens.slice(from, to)))
  return shares.map((own, point) =>
    own.map((share, clause) => {
      let other = 0
      for (const [index, row] of shares.entries()) if (index !== point) other = Math.max(other, row[clause]!)
      const length = Math.min(1, (clauses[clause]!.to - clauses[clause]!.from) / LONG_ENOUGH)
      return { share, margin: share - other, general: general[clause]!, length }
    }),
  )
}

/** The log-odds that a clause states a point. */
export const logOdds = (features: FitFeatures, model: FitModel): number =>
  FIT_FEATURES.reduce((sum, name) => sum + model[name] * features[name], model.bias)
