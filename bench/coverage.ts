import { judge } from '#domain/coverage/cover'
import { FEATURES, type Features } from '#domain/coverage/features'
import { MODEL, type Model } from '#domain/coverage/model'
import { observe } from '#domain/coverage/observe'
import { fitClauses, fitVerdicts } from './coverage/fit.ts'
import { goldSets, surveyAll, type Told } from './coverage/gold.ts'
import { simulateLearning } from './coverage/learning.ts'
import { kappaOf, macroF1, printTable, trapped, type Verdict } from './coverage/measure.ts'
import { overlapBaseline } from './coverage/overlap.ts'

type Names = readonly (keyof Features)[]

/** A model for some labelled answers. */
function fit(all: readonly Told[], names: Names): Model {
  const clauses = fitClauses(all)
  const cases = all.flatMap((told) =>
    observe(told.survey, clauses).map(({ features }, i) => ({
      features,
      label: told.answer.labels[told.points[i]!.id]!,
    })),
  )
  return { fit: clauses, verdict: fitVerdicts(cases, names) }
}

const verdictsOf = (told: Told, model: Model): Verdict[] =>
  observe(told.survey, model.fit).map((observation, i) => {
    const point = told.points[i]!
    const { status, wrongFacts, evidence } = judge(point, observation, told.survey, i, model.verdict)
    return {
      told,
      pointId: point.id,
      label: told.answer.labels[point.id]!,
      status,
      wrong: wrongFacts.length > 0,
      evidence,
    }
  })

/** Every story judged by a model fitted on the others. */
const leaveStoryOut = (all: readonly Told[], names: Names, also: readonly Told[] = []): Verdict[] =>
  [...new Set(all.map(({ story }) => story))].flatMap((story) => {
    const model = fit([...all.filter((told) => told.story !== story), ...also], names)
    return all.filter((told) => told.story === story).flatMap((told) => verdictsOf(told, model))
  })

const rounded = (model: Model) =>
  JSON.stringify(model, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))

const oneLine = (verdicts: readonly Verdict[]) => {
  const of = (style: string) => kappaOf(verdicts.filter(({ told }) => told.style === style)).toFixed(3)
  return `${kappaOf(verdicts).toFixed(3)} | ${['close', 'paraphrase', 'rambling', 'weak'].map(of).join(' | ')} | ${macroF1(verdicts).toFixed(3)} | ${trapped(verdicts).length}`
}

/** What is lost without each feature, everything fitted again. */
function printAblation(all: readonly Told[], also: readonly Told[]): void {
  console.log('\n| without | kappa | close | paraphrase | rambling | weak | macro F1 | traps covered |')
  console.log('|---|---|---|---|---|---|---|---|')
  console.log(`| nothing | ${oneLine(leaveStoryOut(all, FEATURES, also))} |`)
  for (const name of FEATURES) {
    const names = FEATURES.filter((other) => other !== name)
    console.log(`| ${name} | ${oneLine(leaveStoryOut(all, names, also))} |`)
  }
}

/** What correcting one answer does for the same words told again, and for the other answers of the story. */
function printLearning(all: readonly Told[], also: readonly Told[]): void {
  const models = new Map(
    [...new Set(all.map(({ story }) => story))].map((story) => [
      story,
      fit([...all.filter((told) => told.story !== story), ...also], FEATURES),
    ]),
  )
  const { same, others, lessonCount } = simulateLearning(all, (story) => models.get(story)!)
  console.log(`\nLearning: ${lessonCount} corrections, one answer at a time`)
  console.log('| judged | labels | before: kappa | macro F1 | traps | after: kappa | macro F1 | traps |')
  console.log('|---|---|---|---|---|---|---|---|')
  const cells = (some: readonly Verdict[]) =>
    `${kappaOf(some).toFixed(3)} | ${macroF1(some).toFixed(3)} | ${trapped(some).length}`
  for (const [name, { before, after }] of [
    ['the corrected answer told again', same],
    ['the other answers of the story', others],
  ] as const)
    console.log(`| ${name} | ${before.length} | ${cells(before)} | ${cells(after)} |`)
}

function main(): void {
  const sets = goldSets().map(({ name, gold }) => {
    const began = performance.now()
    const all = surveyAll(gold)
    return { name, all, perAnswerMs: (performance.now() - began) / all.length }
  })
  for (const { name, all, perAnswerMs } of sets) {
    const others = sets.filter((set) => set.name !== name).flatMap((set) => set.all)
    console.log(`\n## ${name}: ${all.length} answers, ${perAnswerMs.toFixed(1)} ms to survey one`)
    printTable('Word overlap, thresholds fitted leaving one story out (baseline)', overlapBaseline(all))
    printTable('Starbeat, fitted leaving one story of this set out', leaveStoryOut(all, FEATURES))
    if (others.length > 0) {
      const foreign = fit(others, FEATURES)
      printTable(
        'Starbeat, fitted on the other set alone',
        all.flatMap((told) => verdictsOf(told, foreign)),
      )
      printTable('Starbeat, fitted on both, leaving one story out', leaveStoryOut(all, FEATURES, others))
    }
    printTable(
      'Starbeat as shipped (its model has seen these answers: optimistic)',
      all.flatMap((told) => verdictsOf(told, MODEL)),
    )
    printLearning(all, others)
    if (process.argv.includes('--ablate')) printAblation(all, [])
  }
  console.log(
    `\nFitted on all: ${rounded(
      fit(
        sets.flatMap(({ all }) => all),
        FEATURES,
      ),
    )}`,
  )
}

main()
