import { judge } from '#domain/coverage/cover'
import { FEATURES, type Features } from '#domain/coverage/features'
import { MODEL, type Model } from '#domain/coverage/model'
import { observe } from '#domain/coverage/observe'
import { fitClauses, fitVerdicts } from './coverage/fit.ts'
import { goldSets, readings, surveyAll, type Told, unseenSet, variations } from './coverage/gold.ts'
import { simulateLearning } from './coverage/learning.ts'
import { kappaOf, macroF1, printTable, trapped, type Verdict } from './coverage/measure.ts'
import { overlapBaseline } from './coverage/overlap.ts'

type Names = readonly (keyof Features)[]

/** A model for some labelled answers. */
function fitModel(all: readonly Told[], names: Names): Model {
  const clauses = fitClauses(all)
  const cases = all.flatMap((told) =>
    observe(told.survey, clauses).flatMap(({ features }, i) => {
      const label = told.answer.labels[told.points[i]!.id]
      return label ? [{ features, label }] : []
    }),
  )
  return { fit: clauses, verdict: fitVerdicts(cases, names) }
}

const verdictsOf = (told: Told, model: Model): Verdict[] =>
  observe(told.survey, model.fit).flatMap((observation, i) => {
    const point = told.points[i]!
    const label = told.answer.labels[point.id]
    if (!label) return []
    const { status, wrongFacts, confidence, evidence } = judge(point, observation, told.survey, i, model.verdict)
    return { told, pointId: point.id, label, status, wrong: wrongFacts.length > 0, confidence, evidence }
  })

/** Every story judged by a model fitted on the others, which are among `material`. */
const leaveStoryOut = (all: readonly Told[], names: Names, material: readonly Told[]): Verdict[] =>
  [...new Set(all.map(({ story }) => story))].flatMap((story) => {
    const model = fitModel(
      material.filter((told) => told.story !== story),
      names,
    )
    return all.filter((told) => told.story === story).flatMap((told) => verdictsOf(told, model))
  })

const rounded = (model: Model) =>
  JSON.stringify(model, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))

const oneLine = (verdicts: readonly Verdict[]) => {
  const of = (style: string) => kappaOf(verdicts.filter(({ told }) => told.style === style)).toFixed(3)
  return `${kappaOf(verdicts).toFixed(3)} | ${['close', 'paraphrase', 'rambling', 'weak'].map(of).join(' | ')} | ${macroF1(verdicts).toFixed(3)} | ${trapped(verdicts).length}`
}

/** What is lost without each feature, everything fitted again. */
function printAblation(all: readonly Told[], material: readonly Told[]): void {
  console.log('\n| without | kappa | close | paraphrase | rambling | weak | macro F1 | traps covered |')
  console.log('|---|---|---|---|---|---|---|---|')
  console.log(`| nothing | ${oneLine(leaveStoryOut(all, FEATURES, material))} |`)
  for (const name of FEATURES) {
    const names = FEATURES.filter((other) => other !== name)
    console.log(`| ${name} | ${oneLine(leaveStoryOut(all, names, material))} |`)
  }
}

/** What correcting one answer does for the same words told again, and for the other answers of the story. */
function printLearning(all: readonly Told[], material: readonly Told[]): void {
  const models = new Map(
    [...new Set(all.map(({ story }) => story))].map((story) => [
      story,
      fitModel(
        material.filter((told) => told.story !== story),
        FEATURES,
      ),
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
    const perAnswerMs = (performance.now() - began) / all.length
    return { name, all, varied: variations(gold), read: readings(gold), perAnswerMs }
  })
  const materialOf = (some: typeof sets) => some.flatMap(({ all, varied, read }) => [...all, ...varied, ...read])
  const everything = materialOf(sets)
  for (const set of sets) {
    const { name, all, varied, read, perAnswerMs } = set
    const others = materialOf(sets.filter((other) => other !== set))
    console.log(`\n## ${name}: ${all.length} answers, ${perAnswerMs.toFixed(1)} ms to survey one`)
    printTable('Word overlap, thresholds fitted leaving one story out (baseline)', overlapBaseline(all))
    printTable('Starbeat, fitted on this set, leaving one story out', leaveStoryOut(all, FEATURES, materialOf([set])))
    if (others.length > 0) {
      const foreign = fitModel(others, FEATURES)
      printTable(
        'Starbeat, fitted on the other sets alone',
        all.flatMap((told) => verdictsOf(told, foreign)),
      )
      printTable('Starbeat, fitted on all sets, leaving one story out', leaveStoryOut(all, FEATURES, everything))
    }
    printTable('Notes read out, whole and every second point', leaveStoryOut(read, FEATURES, everything))
    printTable(
      'The same answers broken off, begun late, or against twice the points',
      leaveStoryOut(varied, FEATURES, everything),
    )
    printTable(
      'Starbeat as shipped (its model has seen these answers: optimistic)',
      all.flatMap((told) => verdictsOf(told, MODEL)),
    )
    printLearning(all, everything)
    if (process.argv.includes('--ablate')) printAblation(all, everything)
  }
  const unseen = surveyAll(unseenSet())
  console.log(`\n## unseen set (test/fixtures/gold/unseen): ${unseen.length} answers`)
  printTable('Word overlap, thresholds fitted leaving one story out (baseline)', overlapBaseline(unseen))
  printTable(
    'Starbeat as shipped',
    unseen.flatMap((told) => verdictsOf(told, MODEL)),
  )
  console.log(`\nFitted on all: ${rounded(fitModel(everything, FEATURES))}`)
}

main()
