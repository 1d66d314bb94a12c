import { stemmer } from 'stemmer'
import type { Told } from './gold.ts'
import { kappaOf, type Verdict } from './measure.ts'

const stemsOf = (text: string) => (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(stemmer)

/** The share of a point's stems that occur anywhere in an answer. */
function wordOverlap(point: string, transcript: string): number {
  const said = new Set(stemsOf(transcript))
  const wanted = [...new Set(stemsOf(point))]
  return wanted.filter((stem) => said.has(stem)).length / wanted.length
}

type Case = Omit<Verdict, 'status'> & { overlap: number }

const judged = (cases: readonly Case[], partial: number, covered: number): Verdict[] =>
  cases.map(({ overlap, ...rest }) => ({
    ...rest,
    status: overlap >= covered ? 'covered' : overlap >= partial ? 'partial' : 'missed',
  }))

/** The naive baseline, with its two thresholds chosen on the other stories. */
export function overlapBaseline(all: readonly Told[]): Verdict[] {
  const cases = all.flatMap((told) =>
    told.points.map(({ id, text }) => ({
      told,
      pointId: id,
      label: told.answer.labels[id]!,
      wrong: false,
      confidence: 1,
      evidence: [],
      overlap: wordOverlap(text, told.answer.transcript),
    })),
  )
  const grid = Array.from({ length: 19 }, (_, i) => (i + 1) / 20)
  const pairs = grid.flatMap((partial) =>
    grid.filter((covered) => covered >= partial).map((covered) => [partial, covered] as const),
  )
  return [...new Set(all.map(({ story }) => story))].flatMap((story) => {
    const others = cases.filter(({ told }) => told.story !== story)
    const own = cases.filter(({ told }) => told.story === story)
    const best = pairs
      .map(([partial, covered]) => ({ partial, covered, kappa: kappaOf(judged(others, partial, covered)) }))
      .reduce((a, b) => (b.kappa > a.kappa ? b : a))
    return judged(own, best.partial, best.covered)
  })
}
