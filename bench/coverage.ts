import { existsSync, readFileSync } from 'node:fs'
import { stemmer } from 'stemmer'
import { judge } from '#domain/coverage/cover'
import type { CoverageStatus } from '#domain/coverage/coverage'
import { MODEL, type Model } from '#domain/coverage/decide'
import { FEATURES, type Features } from '#domain/coverage/features'
import { type CoveragePoint, type Observation, observe } from '#domain/coverage/observe'
import { factOf } from '#domain/facts/facts'
import type { Word, WordSpan } from '#domain/transcript'

const GOLD = new URL('../../shared/gold/coverage-dev.json', import.meta.url)
const STATUSES: readonly CoverageStatus[] = ['missed', 'partial', 'covered']
const STYLES = ['close', 'paraphrase', 'rambling', 'weak', 'traps'] as const

type Gold = {
  stories: { id: string; points: { id: string; part: CoveragePoint['part']; text: string; facts: string[] }[] }[]
  answers: {
    id: string
    storyId: string
    style: string
    transcript: string
    labels: Record<string, CoverageStatus>
    evidence: Record<string, [number, number][]>
    wrongFacts: { pointId: string; expected: string; said: string }[]
  }[]
}

/** One point of one answer: what was observed and what is true. */
type Case = {
  story: string
  style: string
  pointId: string
  answer: string
  text: string
  overlap: number
  observation: Observation
  words: Word[]
  label: CoverageStatus
  wrong: boolean
  evidence: [number, number][]
  offsets: [number, number][]
}

const wordsOf = (transcript: string): { words: Word[]; offsets: [number, number][] } => {
  const found = [...transcript.matchAll(/\S+/g)]
  return {
    words: found.map(([text], i) => ({ text, startMs: i * 400, endMs: i * 400 + 400, probability: 1 })),
    offsets: found.map((match) => [match.index, match.index + match[0].length]),
  }
}

const stemsOf = (text: string) => (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(stemmer)

/** The baseline: the share of the point's stems that occur anywhere in the answer. */
function wordOverlap(point: string, transcript: string): number {
  const said = new Set(stemsOf(transcript))
  const wanted = [...new Set(stemsOf(point))]
  return wanted.filter((stem) => said.has(stem)).length / wanted.length
}

function casesOf(gold: Gold): Case[] {
  return gold.answers.flatMap((answer) => {
    const story = gold.stories.find(({ id }) => id === answer.storyId)!
    const points = story.points.map((point) => ({
      ...point,
      facts: point.facts.map(factOf),
    }))
    const { words, offsets } = wordsOf(answer.transcript)
    return observe(points, words).map((observation, i) => ({
      story: story.id,
      style: answer.style.startsWith('trap') ? 'traps' : answer.style,
      answer: answer.id,
      pointId: points[i]!.id,
      text: points[i]!.text,
      overlap: wordOverlap(points[i]!.text, answer.transcript),
      observation,
      words,
      label: answer.labels[points[i]!.id]!,
      wrong: answer.wrongFacts.some(({ pointId }) => pointId === points[i]!.id),
      evidence: answer.evidence[points[i]!.id] ?? [],
      offsets,
    }))
  })
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** Ordinal logistic regression with a ridge, by gradient descent with momentum. */
function fitModel(cases: readonly Case[], names: readonly (keyof Features)[], ridge = 0.003, steps = 1500): Model {
  const rows = cases.map(({ observation, label }) => ({
    x: names.map((name) => observation.features[name]),
    label: STATUSES.indexOf(label),
  }))
  const parameters = [...names.map(() => 0), 1, 2]
  const speed = parameters.map(() => 0)
  const n = names.length
  for (let step = 0; step < steps; step++) {
    const slope = parameters.map((value, i) => (i < n ? ridge * value : 0))
    for (const { x, label } of rows) {
      const sum = x.reduce((total, value, i) => total + value * parameters[i]!, 0)
      const above = [1, logistic(sum - parameters[n]!), logistic(sum - parameters[n + 1]!), 0]
      const p = Math.max(1e-9, above[label]! - above[label + 1]!)
      const change = [0, 1, 2, 3].map((k) => above[k]! * (1 - above[k]!))
      const bySum = (change[label]! - change[label + 1]!) / p
      for (let i = 0; i < n; i++) slope[i]! -= (bySum * x[i]!) / rows.length
      if (label > 0) slope[n + label - 1]! += change[label]! / p / rows.length
      if (label < 2) slope[n + label]! -= change[label + 1]! / p / rows.length
    }
    for (const [i, value] of slope.entries()) {
      speed[i] = 0.95 * speed[i]! - 0.3 * value
      parameters[i]! += speed[i]!
    }
  }
  const weights = Object.fromEntries(
    FEATURES.map((name) => [name, names.includes(name) ? parameters[names.indexOf(name)]! : 0]),
  )
  return { weights: weights as Features, partial: parameters[n]!, covered: parameters[n + 1]! }
}

type Verdict = { item: Case; status: CoverageStatus; wrong: boolean; evidence: WordSpan[] }

/** Every story judged by a model fitted on the others. */
function leaveStoryOut(cases: readonly Case[], names: readonly (keyof Features)[]): Verdict[] {
  return [...new Set(cases.map(({ story }) => story))].flatMap((story) => {
    const model = fitModel(
      cases.filter((item) => item.story !== story),
      names,
    )
    return cases.filter((item) => item.story === story).map((item) => verdictOf(item, model))
  })
}

function verdictOf(item: Case, model: Model): Verdict {
  const point = { id: item.pointId, part: 'other' as const, text: item.text, facts: [] }
  const { status, wrongFacts, evidence } = judge(point, item.observation, item.words, model)
  return { item, status, wrong: wrongFacts.length > 0, evidence }
}

function weightedKappa(pairs: readonly (readonly [CoverageStatus, CoverageStatus])[]): number {
  const place = (status: CoverageStatus) => STATUSES.indexOf(status)
  const seen = pairs.reduce((sum, [a, b]) => sum + Math.abs(place(a) - place(b)), 0)
  const count = (side: 0 | 1, status: CoverageStatus) => pairs.filter((pair) => pair[side] === status).length
  let chance = 0
  for (const a of STATUSES)
    for (const b of STATUSES) chance += (Math.abs(place(a) - place(b)) * count(0, a) * count(1, b)) / pairs.length
  return chance === 0 ? 1 : 1 - seen / chance
}

const pairsOf = (verdicts: readonly Verdict[]) => verdicts.map(({ item, status }) => [item.label, status] as const)

function f1(hits: number, found: number, real: number): number {
  return found + real === 0 ? 1 : (2 * hits) / (found + real)
}

function classF1(verdicts: readonly Verdict[], status: CoverageStatus): number {
  return f1(
    verdicts.filter((verdict) => verdict.status === status && verdict.item.label === status).length,
    verdicts.filter((verdict) => verdict.status === status).length,
    verdicts.filter((verdict) => verdict.item.label === status).length,
  )
}

/** Overlap in characters of found and labelled evidence, as F1, over points with both. */
function evidenceOverlap(verdicts: readonly Verdict[]): number {
  let both = 0
  let found = 0
  let labelled = 0
  for (const { item, evidence } of verdicts) {
    if (item.evidence.length === 0 || evidence.length === 0) continue
    const mine = evidence.map(({ from, to }) => [item.offsets[from]![0], item.offsets[to - 1]![1]] as const)
    const length = (spans: readonly (readonly [number, number])[]) =>
      spans.reduce((sum, [from, to]) => sum + to - from, 0)
    found += length(mine)
    labelled += length(item.evidence)
    for (const [a, b] of mine) for (const [c, d] of item.evidence) both += Math.max(0, Math.min(b, d) - Math.max(a, c))
  }
  return found === 0 ? Number.NaN : f1(both, found, labelled)
}

const overlap = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(2)).padStart(6)
const share = (part: number, whole: number) => (whole === 0 ? '-' : `${(part / whole).toFixed(2)} (${part}/${whole})`)

function print(title: string, verdicts: readonly Verdict[]): void {
  console.log(`\n${title}`)
  console.log('style       n    kappa  F1 covered  partial  missed  macro  evidence')
  for (const style of ['all', ...STYLES]) {
    const some = style === 'all' ? verdicts : verdicts.filter(({ item }) => item.style === style)
    const scores = ['covered', 'partial', 'missed'].map((status) => classF1(some, status as CoverageStatus))
    const macro = scores.reduce((sum, score) => sum + score, 0) / 3
    console.log(
      `${style.padEnd(10)} ${String(some.length).padStart(3)}   ${weightedKappa(pairsOf(some)).toFixed(3).padStart(6)}  ` +
        `${scores.map((score) => score.toFixed(2).padStart(8)).join('')}   ${macro.toFixed(2).padStart(6)}  ${overlap(evidenceOverlap(some))}`,
    )
  }
  const named = verdicts.filter(({ wrong }) => wrong)
  const sure = named.filter(({ item }) => item.wrong).length
  const recall = (title: string, real: readonly Verdict[]) =>
    `${title} ${share(real.filter(({ wrong }) => wrong).length, real.length)}`
  const wrong = verdicts.filter(({ item }) => item.wrong)
  const otherValue = wrong.filter(({ item }) => item.label === 'partial')
  console.log(
    `wrong facts: precision ${share(sure, named.length)}, ${recall('recall of other values', otherValue)}, ` +
      `${recall('with denials', wrong)}`,
  )
  const trapped = verdicts.filter(
    ({ item, status }) => item.style === 'traps' && status === 'covered' && item.label !== 'covered',
  )
  console.log(`covered on a trap: ${trapped.length}`)
}

/** The baseline with its two thresholds chosen on the other stories. */
function overlapBaseline(cases: readonly Case[]): Verdict[] {
  const grid = Array.from({ length: 19 }, (_, i) => (i + 1) / 20)
  const judged = (some: readonly Case[], partial: number, covered: number): Verdict[] =>
    some.map((item) => ({
      item,
      status: item.overlap >= covered ? 'covered' : item.overlap >= partial ? 'partial' : 'missed',
      wrong: false,
      evidence: [],
    }))
  return [...new Set(cases.map(({ story }) => story))].flatMap((story) => {
    const others = cases.filter((item) => item.story !== story)
    const pairs = grid.flatMap((partial) =>
      grid.filter((covered) => covered >= partial).map((covered) => [partial, covered] as const),
    )
    const scored = pairs.map(([partial, covered]) => ({
      partial,
      covered,
      kappa: weightedKappa(pairsOf(judged(others, partial, covered))),
    }))
    const best = scored.reduce((a, b) => (b.kappa > a.kappa ? b : a))
    return judged(
      cases.filter((item) => item.story === story),
      best.partial,
      best.covered,
    )
  })
}

const rounded = (model: Model) =>
  JSON.stringify(model, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))

function main(): void {
  if (!existsSync(GOLD)) {
    console.log('The labelled answers (../shared/gold) are not here; nothing to measure.')
    return
  }
  const gold: Gold = JSON.parse(readFileSync(GOLD, 'utf8'))
  const began = performance.now()
  const cases = casesOf(gold)
  const perAnswerMs = (performance.now() - began) / gold.answers.length
  print('Word overlap, thresholds fitted leaving one story out (baseline)', overlapBaseline(cases))
  print('Starbeat, fitted leaving one story out', leaveStoryOut(cases, FEATURES))
  print(
    'Starbeat as shipped (fitted on all of these: optimistic)',
    cases.map((item) => verdictOf(item, MODEL)),
  )
  console.log(`\n${perAnswerMs.toFixed(1)} ms per answer`)
  if (process.argv.includes('--ablate')) {
    console.log('\nkappa without one feature, leaving one story out')
    for (const name of FEATURES) {
      const verdicts = leaveStoryOut(
        cases,
        FEATURES.filter((other) => other !== name),
      )
      console.log(`${name.padEnd(10)} ${weightedKappa(pairsOf(verdicts)).toFixed(3)}`)
    }
  }
  console.log(`\nFitted on all: ${rounded(fitModel(cases, FEATURES))}`)
}

main()
