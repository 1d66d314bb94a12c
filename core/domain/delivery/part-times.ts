import type { CoverageStatus } from '../coverage/coverage.ts'
import { PARTS, type Part } from '../story.ts'
import type { Word, WordSpan } from '../transcript.ts'
import type { PartTime } from './delivery.ts'

/** The words that prove a point of some part; `isUnheard`: the user calls it said, and no words were found. */
export type PartEvidence = { part: Part; evidence: readonly WordSpan[]; isUnheard?: boolean }

/** A point as a report tells it; `status` is what counts, the user's word before Starbeat's. */
export type ReportedPoint = {
  readonly point: { readonly part: Part }
  readonly judged: { readonly evidence: readonly WordSpan[] } | null
  readonly status: CoverageStatus | null
}

/** What a point tells of its part, by the status that counts: what the user calls missed proves nothing. */
export function partEvidence({ point: { part }, judged, status }: ReportedPoint): PartEvidence {
  const isTold = status !== null && status !== 'missed'
  const evidence = isTold ? (judged?.evidence ?? []) : []
  return { part, evidence, isUnheard: isTold && evidence.length === 0 }
}

/** The part that most points give each word as evidence; a draw goes to the part of the word before. */
function votedParts(count: number, coverage: readonly PartEvidence[]): (Part | null)[] {
  const votes = Array.from({ length: count }, () => new Map<Part, number>())
  for (const { part, evidence } of coverage)
    for (const span of evidence)
      for (let i = span.from; i < Math.min(span.to, count); i++) votes[i]!.set(part, (votes[i]!.get(part) ?? 0) + 1)
  let previous: Part | null = null
  return votes.map((voted) => {
    const most = Math.max(0, ...voted.values())
    const leading = PARTS.filter((part) => most > 0 && voted.get(part) === most)
    const part = leading.find((candidate) => candidate === previous) ?? leading[0] ?? null
    previous = part ?? previous
    return part
  })
}

/** Where the words `from` to `to` between two parts divide: at the sentence end nearest their middle, else there. */
function boundary(words: readonly Word[], from: number, to: number): number {
  const middle = (from + to) / 2
  let best: number | null = null
  for (let i = from; i <= to; i++)
    if (/[.!?]["')]*$/.test(words[i - 1]!.text) && (best === null || Math.abs(i - middle) < Math.abs(best - middle)))
      best = i
  return best ?? Math.round(middle)
}

/** The part every word belongs to; null before the first evidence and after the last. */
export function wordParts(words: readonly Word[], coverage: readonly PartEvidence[]): (Part | null)[] {
  const parts = votedParts(words.length, coverage)
  let last = -1
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] === null) continue
    if (last >= 0 && i > last + 1) {
      const divide = parts[last] === parts[i] ? i : boundary(words, last + 1, i)
      parts.fill(parts[last]!, last + 1, divide)
      parts.fill(parts[i]!, divide, i)
    }
    last = i
  }
  return parts
}

/**
 * The share of time that each part usually takes. Career services name points, such as 20 % situation, 10 % task, 60 %
 * action and 10 % result (University of Washington, Career & Internship Center, "STAR Method of Interviewing"); the
 * bands lie around these and leave room for a learning.
 */
export const USUAL_SHARES: Readonly<Record<Part, { min: number; max: number } | null>> = {
  situation: { min: 0.1, max: 0.2 },
  task: { min: 0.05, max: 0.1 },
  action: { min: 0.5, max: 0.6 },
  result: { min: 0.1, max: 0.25 },
  learning: { min: 0.05, max: 0.15 },
  other: null,
}

/** Speaking time per part, in the order of a story: of the parts that the story has or that were told; none without any. */
export function partTimes(
  words: readonly Word[],
  parts: readonly (Part | null)[],
  coverage: readonly PartEvidence[],
): PartTime[] {
  const ms = new Map<Part, number>()
  for (const [i, part] of parts.entries())
    if (part) ms.set(part, (ms.get(part) ?? 0) + Math.max(0, words[i]!.endMs - words[i]!.startMs))
  const total = [...ms.values()].reduce((sum, each) => sum + each, 0)
  if (total === 0) return []
  const had = new Set(coverage.map(({ part }) => part))
  return PARTS.filter((part) => ms.has(part) || (had.has(part) && USUAL_SHARES[part] !== null)).map((part) => {
    const own = ms.get(part) ?? 0
    return { part, ms: own, share: own / total, usual: USUAL_SHARES[part] }
  })
}
