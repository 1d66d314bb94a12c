import { judge } from '#domain/coverage/cover'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Model } from '#domain/coverage/model'
import { observe } from '#domain/coverage/observe'
import { survey } from '#domain/coverage/survey'
import type { Wording } from '#domain/coverage/wording'
import { spanText } from '#domain/transcript'
import { type Told, wordsOf } from './gold.ts'
import type { Verdict } from './measure.ts'

type Lesson = Pick<Wording, 'kind' | 'text'>
type Lessons = ReadonlyMap<string, readonly Lesson[]>

/** Judges an answer, or other words in its place, with what was taught about its points. */
function judged(told: Told, transcript: string, lessons: Lessons, model: Model): Verdict[] {
  const { words, offsets } = wordsOf(transcript)
  const points = told.points.map((point) => ({ ...point, wordings: lessons.get(point.id) ?? [] }))
  const found = survey(points, words)
  return observe(found, model.fit).map((observation, i) => {
    const { status, wrongFacts, confidence, evidence } = judge(points[i]!, observation, found, i, model.verdict)
    const label = told.answer.labels[points[i]!.id] as CoverageStatus
    return {
      told: { ...told, survey: found, offsets },
      pointId: points[i]!.id,
      label,
      status,
      wrong: wrongFacts.length > 0,
      confidence,
      evidence,
    }
  })
}

/** What a user teaches by correcting every verdict on an answer: the words that say a point, or those that do not. */
function lessonsOf(told: Told, model: Model): Map<string, Lesson[]> {
  const lessons = new Map<string, Lesson[]>()
  for (const { pointId, label, status, evidence, told: heard } of judged(
    told,
    told.answer.transcript,
    new Map(),
    model,
  )) {
    if (label === 'covered' && status !== 'covered') {
      const text = (told.answer.evidence[pointId] ?? []).map(([a, b]) => told.answer.transcript.slice(a, b)).join(' ')
      if (text !== '') lessons.set(pointId, [{ kind: 'accepted', text }])
    } else if (label === 'missed' && status !== 'missed') {
      const texts = evidence.map(({ from, to }) => spanText(heard.survey.words, { from, to }))
      lessons.set(
        pointId,
        texts.map((text) => ({ kind: 'rejected', text })),
      )
    }
  }
  return lessons
}

/** The same answer told again: without punctuation, and without every sixth word. */
const toldAgain = (transcript: string) =>
  transcript
    .split(/\s+/)
    .filter((_, i) => i % 6 !== 5)
    .map((word) => word.toLowerCase().replace(/[.,;:!?]+$/, ''))
    .join(' ')

/** Verdicts before and after the user corrected one answer of the story. */
export type Learned = { before: Verdict[]; after: Verdict[] }

/**
 * Corrects one answer of each story at a time: `same` judges the corrected answer told again in slightly other words,
 * `others` the other answers of the story.
 */
export function simulateLearning(all: readonly Told[], modelOf: (story: string) => Model) {
  const same: Learned = { before: [], after: [] }
  const others: Learned = { before: [], after: [] }
  let lessonCount = 0
  for (const taught of all.filter(({ style }) => style !== 'traps')) {
    const model = modelOf(taught.story)
    const lessons = lessonsOf(taught, model)
    lessonCount += [...lessons.values()].flat().length
    const add = (to: Learned, told: Told, transcript: string) => {
      to.before.push(...judged(told, transcript, new Map(), model))
      to.after.push(...judged(told, transcript, lessons, model))
    }
    add(same, taught, toldAgain(taught.answer.transcript))
    for (const other of all)
      if (other.story === taught.story && other !== taught) add(others, other, other.answer.transcript)
  }
  return { same, others, lessonCount }
}
