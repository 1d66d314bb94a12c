import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Question, VerdictModel } from '#domain/coverage/decide'
import { FEATURES, type Features } from '#domain/coverage/features'
import { FIT_FEATURES, type FitModel } from '#domain/coverage/fit'
import type { Told } from './gold.ts'

export const STATUSES: readonly CoverageStatus[] = ['missed', 'partial', 'covered']

/** Scaled columns bear a long stride. */
const STRIDE = 0.2
const VERDICT_RIDGE = 0.003
const VERDICT_STEPS = 400
const CLAUSE_STEPS = 200

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** Mean and standard deviation of each column. */
function scales(rows: readonly (readonly number[])[]): { mean: number[]; deviation: number[] } {
  const columns = rows[0]!.map((_, i) => rows.map((row) => row[i]!))
  const mean = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length)
  const deviation = columns.map((column, i) =>
    Math.max(1e-6, Math.sqrt(column.reduce((sum, value) => sum + (value - mean[i]!) ** 2, 0) / column.length)),
  )
  return { mean, deviation }
}

type Slope = (parameters: readonly number[], slope: number[]) => void

/** Gradient descent with momentum from a start; `slope` adds to a list of zeros. */
function descend(start: readonly number[], steps: number, slope: Slope): number[] {
  const parameters = [...start]
  const speed = parameters.map(() => 0)
  for (let step = 0; step < steps; step++) {
    const here = parameters.map(() => 0)
    slope(parameters, here)
    for (const [i, value] of here.entries()) {
      speed[i] = 0.95 * speed[i]! - STRIDE * value
      parameters[i]! += speed[i]!
    }
  }
  return parameters
}

/** Weights on scaled columns as weights on the columns themselves, and what they add to the sum. */
function unscaled(weights: readonly number[], { mean, deviation }: ReturnType<typeof scales>) {
  const plain = weights.map((weight, i) => weight / deviation[i]!)
  return { plain, shift: plain.reduce((sum, weight, i) => sum + weight * mean[i]!, 0) }
}

/** Logistic regression with a ridge on scaled columns, as weights on the columns themselves. */
function regress(rows: readonly (readonly number[])[], yes: readonly boolean[], ridge: number, steps: number) {
  const scale = scales(rows)
  const scaled = rows.map((row) => row.map((value, i) => (value - scale.mean[i]!) / scale.deviation[i]!))
  const n = scale.mean.length
  const parameters = descend([...scale.mean.map(() => 0), 0], steps, (at, slope) => {
    for (let i = 0; i < n; i++) slope[i]! += ridge * at[i]!
    for (const [index, x] of scaled.entries()) {
      let sum = at[n]!
      for (let i = 0; i < n; i++) sum += x[i]! * at[i]!
      const error = (logistic(sum) - (yes[index] ? 1 : 0)) / rows.length
      for (let i = 0; i < n; i++) slope[i]! += error * x[i]!
      slope[n]! += error
    }
  })
  const { plain, shift } = unscaled(parameters.slice(0, n), scale)
  return { plain, bias: parameters[n]! - shift }
}

export type Labelled = { features: Features; label: CoverageStatus }

/** The two questions of a verdict, each by logistic regression with a ridge. */
export function fitVerdicts(cases: readonly Labelled[], names: readonly (keyof Features)[]): VerdictModel {
  const rows = cases.map(({ features }) => names.map((name) => features[name]))
  const question = (isYes: (label: CoverageStatus) => boolean): Question => {
    const { plain, bias } = regress(
      rows,
      cases.map(({ label }) => isYes(label)),
      VERDICT_RIDGE,
      VERDICT_STEPS,
    )
    const weights = FEATURES.map((name) => [name, names.includes(name) ? plain[names.indexOf(name)]! : 0])
    return { weights: Object.fromEntries(weights), bias }
  }
  return { some: question((label) => label !== 'missed'), whole: question((label) => label === 'covered') }
}

/** Whether a clause lies mostly in labelled evidence, or holds most of a piece of it. */
function isEvidence(told: Told, pointId: string, clause: number): boolean {
  const { from, to } = told.survey.clauses[clause]!
  const { tokens } = told.survey
  const start = told.offsets[tokens[from]!.from]![0]
  const end = told.offsets[tokens[to - 1]!.to - 1]![1]
  return (told.answer.evidence[pointId] ?? []).some(([a, b]) => {
    const both = Math.max(0, Math.min(end, b) - Math.max(start, a))
    return both > 0.4 * (end - start) || both > 0.6 * (b - a)
  })
}

/** Logistic regression of whether a clause states a point. */
export function fitClauses(all: readonly Told[]): FitModel {
  const rows: number[][] = []
  const labels: boolean[] = []
  for (const told of all)
    for (const [index, row] of told.survey.fits.entries())
      for (const [clause, features] of row.entries()) {
        rows.push(FIT_FEATURES.map((name) => features[name]))
        labels.push(isEvidence(told, told.points[index]!.id, clause))
      }
  const { plain, bias } = regress(rows, labels, 0, CLAUSE_STEPS)
  return { ...Object.fromEntries(FIT_FEATURES.map((name, i) => [name, plain[i]!])), bias } as FitModel
}
