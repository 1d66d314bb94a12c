import type { PointReport, Report } from '#contract/attempts'
import type { DeliveryRow, Measure } from '#domain/compare/delivery'
import type { PointsCompared } from '#domain/compare/points'
import { formatDuration, plural } from '../shared/format.ts'
import { PART_NAMES } from '../shared/parts.ts'

const signed = (count: number): string => `${count > 0 ? '+' : '−'}${Math.abs(count)}`

/** `one wrong fact fewer`, `2 wrong facts more`. */
function moreOrLess(count: number, one: string): string {
  const amount = Math.abs(count) === 1 ? `one ${one}` : plural(Math.abs(count), one)
  return `${amount} ${count > 0 ? 'more' : 'fewer'}`
}

function lengthChange(beforeMs: number, afterMs: number): string {
  const seconds = Math.round(afterMs / 1000) - Math.round(beforeMs / 1000)
  if (seconds === 0) return 'the same length'
  const amount = Math.abs(seconds) < 60 ? `${Math.abs(seconds)} s` : formatDuration(Math.abs(seconds) * 1000)
  return `${amount} ${seconds > 0 ? 'longer' : 'shorter'}`
}

function pointsChange({ covered, partial }: PointsCompared<PointReport>): string | null {
  if (covered === null || partial === null) return null
  if (covered !== 0) return `${signed(covered)} ${Math.abs(covered) === 1 ? 'point' : 'points'}`
  return partial === 0
    ? 'as many points'
    : `as many points, ${Math.abs(partial)} ${partial > 0 ? 'more' : 'fewer'} partly said`
}

/** The line that says the change from A to B: `+3 points, one wrong fact fewer, 12 s shorter`. */
export function changeLine(points: PointsCompared<PointReport>, beforeMs: number, afterMs: number): string {
  const pieces = [
    pointsChange(points),
    points.wrongFacts !== null && points.wrongFacts !== 0 && moreOrLess(points.wrongFacts, 'wrong fact'),
    lengthChange(beforeMs, afterMs),
  ]
  const line = pieces.filter(Boolean).join(', ')
  return `${line[0]!.toUpperCase()}${line.slice(1)}`
}

/** What keeps two attempts from being compared in full, in sentences. */
export function comparisonNotes(before: Report, after: Report, points: PointsCompared<PointReport>): readonly string[] {
  const silent = [before, after].flatMap(({ words }, i) => (words === null ? ['AB'[i]!] : []))
  return [
    before.question !== after.question &&
      `They answer different questions: A ${asked(before.question)}, B ${asked(after.question)}.`,
    points.unshared > 0 &&
      `At least one is a drill: only the ${plural(points.pairs.length, 'point')} that both are about are compared.`,
    silent.length === 1 && `${silent[0]} has no transcript, so points and words cannot be compared.`,
    silent.length === 2 && 'Neither has a transcript, so points and words cannot be compared.',
  ].filter((note) => note !== false)
}

const asked = (question: string | null): string => (question === null ? 'the title of the story' : `“${question}”`)

const MEASURE_NAMES: Readonly<Record<Exclude<Measure, 'part'>, string>> = {
  length: 'Length',
  pace: 'Words a minute',
  fillers: 'Fillers a minute, at least',
  pauses: 'Pauses',
  'long-pauses': 'Pauses of 2 s and more',
  hedges: 'Hedges a minute',
  i: '“I”',
  we: '“We”',
}

/** What a row of the delivery is about. */
export const measureName = ({ measure, part }: DeliveryRow): string =>
  measure === 'part' ? `Time on ${PART_NAMES[part!].label}` : MEASURE_NAMES[measure]

/** A figure of the delivery as it is read. */
export function measureValue(measure: Measure, value: number | null): string {
  if (value === null) return '–'
  return measure === 'length' || measure === 'part' ? formatDuration(value) : String(value)
}

/** How a figure changed from A to B. */
export function measureChange({ measure, before, after }: DeliveryRow): string {
  if (before === null || after === null) return ''
  const isTime = measure === 'length' || measure === 'part'
  const change = isTime ? Math.round(after / 1000) - Math.round(before / 1000) : after - before
  if (change === 0) return 'the same'
  return isTime ? `${signed(change)} s` : signed(Math.round(10 * change) / 10)
}
