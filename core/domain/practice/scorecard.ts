import { readinessOf, type Score } from '../coverage/score.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { LONG_PAUSE_MS } from '../delivery/pauses.ts'

/** Figures of one answer or of a whole interview; null where they were not measured. */
export interface Figures {
  readonly durationMs: number
  readonly wordsPerMinute: number | null
  readonly fillersPerMinute: number | null
  readonly longPauses: number | null
}

/** Points and wrong facts of some answers added up; null when none has a score. */
export function sumOfScores(scores: readonly (Score | null)[]): Score | null {
  const known = scores.filter((score) => score !== null)
  if (known.length === 0) return null
  const sum = (of: (score: Score) => number) => known.reduce((total, score) => total + of(score), 0)
  return {
    covered: sum((score) => score.covered),
    partial: sum((score) => score.partial),
    missed: sum((score) => score.missed),
    total: sum((score) => score.total),
    wrongFacts: sum((score) => score.wrongFacts),
  }
}

const perMinute = (count: number, ms: number): number | null => (ms > 0 ? (count * 60_000) / ms : null)

/** How some answers were delivered; those without a transcript count for the time alone. */
export function figuresOf(answers: readonly { durationMs: number; delivery: Delivery | null }[]): Figures {
  const measured = answers.flatMap(({ delivery }) => delivery ?? [])
  const measuredMs = measured.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const english = measured.filter(({ isEnglish }) => isEnglish)
  const englishMs = english.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const long = measured.flatMap(({ pauses }) => pauses.shown).filter((p) => p.endMs - p.startMs >= LONG_PAUSE_MS)
  return {
    durationMs: answers.reduce((sum, { durationMs }) => sum + durationMs, 0),
    wordsPerMinute: perMinute(
      measured.reduce((sum, { wordCount }) => sum + wordCount, 0),
      measuredMs,
    ),
    fillersPerMinute: perMinute(
      english.reduce((sum, { fillers }) => sum + fillers.length, 0),
      englishMs,
    ),
    longPauses: measured.length === 0 ? null : long.length,
  }
}

/** A question that was asked, under its competency; `score` is null until the answer has one. */
export interface Graded {
  readonly sectionId: string | null
  readonly section: string
  readonly storyId: string | null
  readonly story: string
  readonly isAnswered: boolean
  readonly score: Score | null
}

const readiness = (graded: readonly Graded[]) => readinessOf(sumOfScores(graded.map(({ score }) => score)))

/** How each competency went, in the order in which they were asked. */
export const competenciesOf = (graded: readonly Graded[]) =>
  [...Map.groupBy(graded, ({ sectionId }) => sectionId)].map(([sectionId, own]) => ({
    sectionId,
    title: own[0]!.section,
    asked: own.length,
    answered: own.filter(({ isAnswered }) => isAnswered).length,
    readiness: readiness(own),
  }))

/** The stories that were told, in the order of their first telling. */
export const storiesOf = (graded: readonly Graded[]) =>
  [
    ...Map.groupBy(
      graded.filter((each) => each.isAnswered && each.storyId !== null),
      ({ storyId }) => storyId!,
    ),
  ].map(([storyId, own]) => ({ storyId, title: own[0]!.story, times: own.length, readiness: readiness(own) }))
