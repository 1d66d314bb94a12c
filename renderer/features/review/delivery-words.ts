import type { FillerKind, Mention, Pace, PacePoint, Shape, Trait } from '#domain/delivery/delivery'
import type { PaceBand } from '#domain/delivery/pace'
import { LONG_PAUSE_MS } from '#domain/delivery/pauses'
import { plural } from '../shared/format.ts'

/** Words that were noticed, with every moment they were said at, in order. */
export interface MentionGroup {
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** Mentions of the same words together, the most frequent first. */
export function mentionGroups(mentions: readonly Mention[]): readonly MentionGroup[] {
  const groups = Map.groupBy(mentions, ({ text }) => text.toLowerCase())
  return [...groups.values()]
    .map((said) => ({ text: said[0]!.text, mentions: said }))
    .sort((a, b) => b.mentions.length - a.mentions.length)
}

/** Where the pace stands to the calm band, as a help. */
export function paceWords({ verdict }: Pick<Pace, 'verdict'>, { min, max }: PaceBand): string {
  if (verdict === 'fast') return `brisk, above your calm ${min}–${max}`
  return verdict === 'slow' ? `unhurried, below your calm ${min}–${max}` : `within your calm ${min}–${max}`
}

/** A moment of the curve against the band: `168, within the band`. */
export function momentWords({ wordsPerMinute }: PacePoint, { min, max }: PaceBand): string {
  const place = wordsPerMinute > max ? 'above the band' : wordsPerMinute < min ? 'below the band' : 'within the band'
  return `${Math.round(wordsPerMinute)} words a minute, ${place}`
}

/** The fastest and the slowest moment of a curve; null for none. */
export function paceExtremes(curve: readonly PacePoint[]): { fastest: PacePoint; slowest: PacePoint } | null {
  const sorted = curve.toSorted((a, b) => a.wordsPerMinute - b.wordsPerMinute)
  const [slowest, fastest] = [sorted[0], sorted.at(-1)]
  return slowest && fastest ? { fastest, slowest } : null
}

/** Whether a pause carries a flag. */
export const isLong = ({ startMs, endMs }: { startMs: number; endMs: number }): boolean =>
  endMs - startMs >= LONG_PAUSE_MS

/** What each kind of filler is called, for one and for many. */
export const FILLER_KINDS: Readonly<Record<FillerKind, readonly [one: string, many: string]>> = {
  hesitation: ['hesitation', 'hesitations'],
  phrase: ['filling word', 'filling words'],
  repetition: ['word said twice', 'words said twice'],
  'false-start': ['fresh start', 'fresh starts'],
}

/** How many fillers of a kind there were: `3 hesitations`. */
export const fillerKindWords = (kind: FillerKind, count: number): string => plural(count, ...FILLER_KINDS[kind])

/** A hint on the build of an answer, when it has it and when it does not; length has a row of its own. */
export const SHAPE_WORDS: Readonly<Record<Exclude<Shape, 'length'>, { met: string; open: string }>> = {
  hook: {
    met: 'Opens with something concrete',
    open: 'Could open with something concrete: a number, a name, what was at stake',
  },
  'action-longest': { met: 'Most time for what was done', open: 'What was done could get the most time' },
  'result-told': { met: 'The result is told', open: 'The result was not heard' },
  'result-number': { met: 'The result has a number', open: 'A number would carry the result' },
  'learning-last': { met: 'Ends with the learning', open: 'Could end with the learning' },
}

/** What traits are called. */
export const TRAIT_NAMES: Readonly<Record<Trait, string>> = {
  initiative: 'Initiative',
  collaboration: 'Working together',
  data: 'Use of data',
  credit: 'Credit to others',
  'self-awareness': 'Self-awareness',
  impact: 'Impact in numbers',
  leadership: 'Leading others',
  customer: 'Care for the customer',
  resilience: 'Resilience',
  communication: 'Communication',
}
