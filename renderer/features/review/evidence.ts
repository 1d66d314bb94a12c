import type { PointReport } from '#contract/attempts'
import { partEvidence, wordParts } from '#domain/delivery/part-times'
import type { Part } from '#domain/story'
import type { Word, WordSpan } from '#domain/transcript'

/** A stretch of a recording. Milliseconds. */
export interface TimeSpan {
  readonly startMs: number
  readonly endMs: number
}

/** When words were said; null when the transcript has no such words. */
export function spanTime(words: readonly Word[], { from, to }: WordSpan): TimeSpan | null {
  const said = words.slice(from, to)
  const [first] = said
  if (!first) return null
  return { startMs: first.startMs, endMs: Math.max(...said.map((word) => word.endMs)) }
}

// Word times are estimates: a little room on both sides keeps first and last sounds.
const LEAD_MS = 150
const TAIL_MS = 250

/** What to play so that a stretch is heard whole. */
export const withRoom = ({ startMs, endMs }: TimeSpan): TimeSpan => ({
  startMs: Math.max(0, startMs - LEAD_MS),
  endMs: endMs + TAIL_MS,
})

/** The index of the word that is said at a moment; -1 before the first. A gap belongs to the word before. */
export function wordAt(words: readonly Word[], timeMs: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.startMs <= timeMs) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** What a word is evidence of. */
export interface WordMark {
  readonly pointId: string
  readonly part: Part
}

const RANK = { covered: 0, partial: 1 } as const

/**
 * For each word the point it is evidence of, by the status that counts: where points share a word, the one said best,
 * then the surer one. What the user calls missed is no evidence.
 */
export function wordMarks(points: readonly PointReport[], count: number): readonly (WordMark | null)[] {
  const marks: (WordMark | null)[] = Array.from({ length: count }, () => null)
  const said = points.flatMap(({ point, judged, status }) =>
    judged && status && status !== 'missed' ? [{ point, judged, rank: RANK[status] }] : [],
  )
  said.sort((a, b) => a.rank - b.rank || b.judged.confidence - a.judged.confidence)
  for (const { point, judged } of said)
    for (const { from, to } of judged.evidence)
      for (let i = from; i < Math.min(to, count); i++) marks[i] ??= { pointId: point.id, part: point.part }
  return marks
}

/** The words that one point rests on; for a missed one its closest words. */
export function evidenceWords(points: readonly PointReport[], pointId: string | null): ReadonlySet<number> {
  const judged = points.find(({ point }) => point.id === pointId)?.judged
  const spans = judged && judged.evidence.length === 0 && judged.closest ? [judged.closest] : (judged?.evidence ?? [])
  return new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
}

/** Neighbouring words that are evidence of the same point, or of none. */
export interface Run {
  readonly mark: WordMark | null
  readonly span: WordSpan
}

/** The transcript as runs of equally marked words. */
export function runsOf(marks: readonly (WordMark | null)[]): readonly Run[] {
  const runs: { mark: WordMark | null; span: { from: number; to: number } }[] = []
  for (const [i, mark] of marks.entries()) {
    const last = runs.at(-1)
    if (last && last.mark?.pointId === mark?.pointId) last.span.to = i + 1
    else runs.push({ mark, span: { from: i, to: i + 1 } })
  }
  return runs
}

/** A stretch of the recording that tells one part. */
export interface PartRegion extends TimeSpan {
  readonly part: Part
}

/** Where each part is told, in order of time; the same division as the share of time per part. */
export function partRegions(points: readonly PointReport[], words: readonly Word[]): readonly PartRegion[] {
  const regions: { part: Part; startMs: number; endMs: number }[] = []
  let before: Part | null = null
  for (const [i, part] of wordParts(words, points.map(partEvidence)).entries()) {
    const { startMs, endMs } = words[i]!
    const last = regions.at(-1)
    if (part && last && part === before) last.endMs = Math.max(last.endMs, endMs)
    else if (part) regions.push({ part, startMs, endMs })
    before = part
  }
  return regions
}

/** When a point is first said; null when no words prove it. */
export function pointMoment({ judged }: Pick<PointReport, 'judged'>, words: readonly Word[]): TimeSpan | null {
  const times = (judged?.evidence ?? []).flatMap((span) => spanTime(words, span) ?? [])
  return times.toSorted((a, b) => a.startMs - b.startMs)[0] ?? null
}
