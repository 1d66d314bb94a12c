import { linearKappa } from '#domain/coverage/agreement'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { WordSpan } from '#domain/transcript'
import { STATUSES } from './fit.ts'
import type { Told } from './gold.ts'

/** A verdict on one labelled point; evidence where the method shows some. */
export type Verdict = {
  told: Told
  pointId: string
  label: CoverageStatus
  status: CoverageStatus
  wrong: boolean
  confidence: number
  evidence: readonly WordSpan[]
}

const STYLES = ['close', 'paraphrase', 'rambling', 'weak', 'traps'] as const

export const kappaOf = (verdicts: readonly Verdict[]): number =>
  linearKappa(verdicts.map(({ label, status }) => ({ user: label, starbeat: status }))) ?? Number.NaN

const f1 = (hits: number, found: number, real: number) => (found + real === 0 ? 1 : (2 * hits) / (found + real))

function classF1(verdicts: readonly Verdict[], status: CoverageStatus): number {
  const count = (test: (verdict: Verdict) => boolean) => verdicts.filter(test).length
  return f1(
    count((each) => each.status === status && each.label === status),
    count((each) => each.status === status),
    count((each) => each.label === status),
  )
}

/** Overlap in characters of found and labelled evidence, as F1, over points with both. */
function evidenceF1(verdicts: readonly Verdict[]): number {
  let both = 0
  let found = 0
  let real = 0
  const length = (spans: readonly (readonly [number, number])[]) => spans.reduce((sum, [a, b]) => sum + b - a, 0)
  for (const { told, pointId, evidence } of verdicts) {
    const labelled = told.answer.evidence[pointId] ?? []
    if (labelled.length === 0 || evidence.length === 0) continue
    const mine = evidence.map(({ from, to }) => [told.offsets[from]![0], told.offsets[to - 1]![1]] as const)
    found += length(mine)
    real += length(labelled)
    for (const [a, b] of mine) for (const [c, d] of labelled) both += Math.max(0, Math.min(b, d) - Math.max(a, c))
  }
  return found === 0 ? Number.NaN : f1(both, found, real)
}

export const macroF1 = (verdicts: readonly Verdict[]): number =>
  STATUSES.reduce((sum, status) => sum + classF1(verdicts, status), 0) / STATUSES.length

/** Points that are called covered on a trap and are not. */
export const trapped = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.filter(({ told, status, label }) => told.style === 'traps' && status === 'covered' && label !== 'covered')

const share = (part: number, whole: number) => (whole === 0 ? '-' : `${(part / whole).toFixed(2)} (${part}/${whole})`)
const number = (value: number, digits = 2) => (Number.isNaN(value) ? '-' : value.toFixed(digits))

/** Precision and recall of wrong facts: where another value was said, and with denied ideas counted too. */
export function wrongFactLine(verdicts: readonly Verdict[]): string {
  const isWrong = ({ told, pointId }: Verdict) => told.answer.wrongFacts.some((wrong) => wrong.pointId === pointId)
  const named = verdicts.filter(({ wrong }) => wrong)
  const real = verdicts.filter(isWrong)
  const values = real.filter(({ label }) => label === 'partial')
  const recall = (some: readonly Verdict[]) => share(some.filter(({ wrong }) => wrong).length, some.length)
  return `wrong facts: precision ${share(named.filter(isWrong).length, named.length)}, recall of other values ${recall(values)}, with denials ${recall(real)}`
}

export function printTable(title: string, verdicts: readonly Verdict[]): void {
  console.log(`\n${title}`)
  console.log('| style | labels | kappa | F1 covered | partial | missed | macro F1 | evidence F1 |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const style of ['all', ...STYLES]) {
    const some = style === 'all' ? verdicts : verdicts.filter(({ told }) => told.style === style)
    if (some.length === 0) continue
    const f1s = (['covered', 'partial', 'missed'] as const).map((status) => number(classF1(some, status)))
    console.log(
      `| ${[style, some.length, number(kappaOf(some), 3), ...f1s, number(macroF1(some)), number(evidenceF1(some))].join(' | ')} |`,
    )
  }
  console.log(`${wrongFactLine(verdicts)}; covered on a trap: ${trapped(verdicts).length}`)
  if (verdicts.some(({ confidence }) => confidence < 1)) console.log(calibrationLine(verdicts))
}

/** How often verdicts of about the same confidence are right. */
export function calibrationLine(verdicts: readonly Verdict[]): string {
  const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]
  const bins = edges.slice(1).flatMap((to, i) => {
    const some = verdicts.filter(({ confidence }) => confidence >= edges[i]! && confidence < to)
    const said = some.reduce((sum, { confidence }) => sum + confidence, 0) / some.length
    const right = some.filter(({ status, label }) => status === label).length
    return some.length === 0 ? [] : [`${said.toFixed(2)} -> ${share(right, some.length)}`]
  })
  return `confidence -> right: ${bins.join(', ')}`
}
