import type { Fact } from '../story.ts'
import { spanText, type Word, type WordSpan } from '../transcript.ts'
import type { CoverageStatus, PointCoverage } from './coverage.ts'

/** What a stronger judge is asked: a point, and the words of an answer that may say it. */
export interface Doubt {
  readonly point: { readonly text: string; readonly facts: readonly Fact[] }
  readonly spans: readonly string[]
}

/** What it says, and why in one sentence. */
export interface Opinion {
  readonly status: CoverageStatus
  readonly reason: string
}

/** A judge that knows more than word matching does, such as a language model on the user's machine; null: it cannot tell. */
export interface PointJudge {
  judge(point: Doubt['point'], spans: Doubt['spans'], signal: AbortSignal): Promise<Opinion | null>
}

/** Below this confidence a second opinion is worth its time. */
const DOUBTFUL = 0.6

const spansOf = ({ evidence, closest }: PointCoverage): readonly WordSpan[] =>
  evidence.length > 0 ? evidence : closest ? [closest] : []

/** What to ask about a verdict; null when it is sure, or rests on what the user taught, or has no words to look at. */
export function doubtOf(
  point: Doubt['point'],
  coverage: PointCoverage,
  words: readonly Pick<Word, 'text'>[],
): Doubt | null {
  if (coverage.confidence >= DOUBTFUL || coverage.reasoning.basis !== 'said') return null
  const spans = spansOf(coverage).map((span) => spanText(words, span))
  return spans.length === 0 ? null : { point: { text: point.text, facts: point.facts }, spans }
}

/** A verdict as the stronger judge sees it, with its reason; wrong facts stay as they were heard. */
export function withOpinion(coverage: PointCoverage, { status, reason }: Opinion): PointCoverage {
  const spans = [...spansOf(coverage)]
  const missed = status === 'missed'
  return {
    ...coverage,
    status,
    evidence: missed ? [] : spans,
    closest: missed ? (spans[0] ?? null) : null,
    reasoning: { ...coverage.reasoning, basis: 'judge', note: reason },
  }
}
