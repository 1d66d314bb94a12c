import type { Delivery } from '../delivery/delivery.ts'
import { PARTS, type Part, type TargetBand } from '../story.ts'

/** What of the delivery is compared; `part` for the time spent on one. */
export type Measure = 'length' | 'pace' | 'fillers' | 'long-pauses' | 'pauses' | 'hedges' | 'i' | 'we' | 'part'

/**
 * One figure of both answers: milliseconds, words a minute, fillers and hedges a minute, else a count; null where an
 * answer has none.
 */
export interface DeliveryRow {
  readonly measure: Measure
  readonly part: Part | null
  readonly before: number | null
  readonly after: number | null
  /** Only where there is a direction: towards a band, or fewer. */
  readonly verdict: 'better' | 'worse' | null
}

/** What listeners take as a break (see the delivery of a report). Milliseconds. */
const LONG_PAUSE_MS = 2000
const SECOND_MS = 1000
const MINUTE_MS = 60_000

/** The less, the better; null where both are the same or one is not known. */
function fewer(before: number | null, after: number | null): DeliveryRow['verdict'] {
  if (before === null || after === null || before === after) return null
  return after < before ? 'better' : 'worse'
}

/** How far a figure is from a band; 0 within it. */
const off = (value: number, min: number, max: number): number => Math.max(0, min - value, value - max)

const whole = (value: number | null, step = 1): number | null =>
  value === null ? null : Math.round(value / step) * step

/** What is heard more often in a longer answer is compared by the minute, to a tenth. */
const perMinute = (count: number, { durationMs }: Delivery): number =>
  Math.round((10 * count * MINUTE_MS) / Math.max(1, durationMs)) / 10

/** Compares how two answers were delivered; habits are left out where one of them is not in English. */
export function compareDelivery(
  before: Delivery,
  after: Delivery,
  bands: { readonly target: TargetBand; readonly pace: { readonly min: number; readonly max: number } },
): readonly DeliveryRow[] {
  const row = (
    measure: Measure,
    of: (delivery: Delivery) => number | null,
    verdict: (before: number | null, after: number | null) => DeliveryRow['verdict'] = () => null,
    part: Part | null = null,
  ): DeliveryRow => {
    const [a, b] = [of(before), of(after)]
    return { measure, part, before: a, after: b, verdict: verdict(a, b) }
  }
  const towards = (min: number, max: number, step: number) => (a: number | null, b: number | null) =>
    a === null || b === null ? null : fewer(off(whole(a, step)!, min, max), off(whole(b, step)!, min, max))
  const habit = (measure: Measure, of: (delivery: Delivery) => readonly unknown[]) =>
    row(measure, (each) => perMinute(of(each).length, each), fewer)
  const voice = (measure: 'i' | 'we') =>
    row(measure, (each) => each.voices.find(({ part }) => part === null)?.[measure] ?? 0)
  const isEnglish = before.isEnglish && after.isEnglish
  const toldParts = PARTS.filter((part) =>
    [before, after].some(({ partTimes }) => partTimes.some((each) => each.part === part && each.ms > 0)),
  )
  return [
    row('length', (each) => each.durationMs, towards(bands.target.minMs, bands.target.maxMs, SECOND_MS)),
    row('pace', (each) => whole(each.pace.wordsPerMinute), towards(bands.pace.min, bands.pace.max, 1)),
    ...(isEnglish ? [habit('fillers', (each) => each.fillers)] : []),
    row('pauses', (each) => each.pauses.count),
    row(
      'long-pauses',
      (each) => each.pauses.shown.filter(({ startMs, endMs }) => endMs - startMs >= LONG_PAUSE_MS).length,
      fewer,
    ),
    ...(isEnglish ? [habit('hedges', (each) => each.hedges), voice('i'), voice('we')] : []),
    ...toldParts.map((part) =>
      row('part', (each) => each.partTimes.find((time) => time.part === part)?.ms ?? 0, undefined, part),
    ),
  ]
}
