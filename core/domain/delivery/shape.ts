import type { Token } from '../coverage/token.ts'
import type { Part, TargetBand } from '../story.ts'
import type { WordSpan } from '../transcript.ts'
import type { PartTime, Shape, ShapeFinding } from './delivery.ts'
import { figureSpan, isFigure } from './figures.ts'
import { findHook } from './hook.ts'
import type { PartEvidence } from './part-times.ts'
import type { Spoken } from './spoken.ts'

/** What the shape of an answer is read from; `parts` is the part of every word, `spoken` is empty where it is not English. */
export type ShapeInput = {
  spoken: Spoken
  tokens: readonly Token[]
  coverage: readonly PartEvidence[]
  parts: readonly (Part | null)[]
  partTimes: readonly PartTime[]
  durationMs: number
  target: TargetBand | null
}

const spansOf = (coverage: readonly PartEvidence[], ...parts: readonly Part[]): WordSpan[] =>
  coverage.filter(({ part }) => parts.includes(part)).flatMap(({ evidence }) => evidence)

const earliest = (spans: readonly WordSpan[]): WordSpan | null => spans.toSorted((a, b) => a.from - b.from)[0] ?? null
const latest = (spans: readonly WordSpan[]): WordSpan | null => spans.toSorted((a, b) => b.to - a.to)[0] ?? null

function resultNumber(tokens: readonly Token[], parts: readonly (Part | null)[]): WordSpan | null {
  const at = tokens.findIndex((token) => parts[token.from] === 'result' && isFigure(token))
  return at < 0 ? null : figureSpan(tokens, at)
}

/**
 * Gentle hints on how the answer is built, as the STAR advice of career services has it: a concrete opening, most time
 * for the action, a result with a number, the learning last. Hints that make no sense for the story are left out, and
 * those that only words could tell which nobody heard.
 */
export function findShape(input: ShapeInput): ShapeFinding[] {
  const { spoken, tokens, coverage, parts, partTimes, durationMs, target } = input
  if (parts.length === 0) return []
  const has = (part: Part) => coverage.some((point) => point.part === part)
  const isUnheard = (part: Part) => coverage.some((point) => point.part === part && point.isUnheard)
  const results = spansOf(coverage, 'result')
  const findings: ShapeFinding[] = []
  const add = (shape: Shape, met: boolean, span: WordSpan | null = null) => findings.push({ shape, met, span })

  const hook = findHook(spoken, tokens, results)
  if (hook) add('hook', hook.met, hook.span)
  if (has('action') && partTimes.some(({ part, ms }) => part !== 'action' && ms > 0)) {
    const longest = partTimes.reduce((most, time) => (time.ms > most.ms ? time : most))
    if (longest.part === 'action' || !isUnheard('action')) add('action-longest', longest.part === 'action')
  }
  if (has('result')) {
    add('result-told', results.length > 0 || isUnheard('result'), earliest(results))
    if (results.length > 0) {
      const number = resultNumber(tokens, parts)
      if (number || !isUnheard('result')) add('result-number', number !== null, number)
    }
  }
  if (has('learning')) {
    const learning = latest(spansOf(coverage, 'learning'))
    const other = latest(spansOf(coverage, 'situation', 'task', 'action', 'result'))
    const isLast = learning !== null && learning.to > (other?.to ?? 0)
    if (isLast || !isUnheard('learning')) add('learning-last', isLast, learning)
  }
  if (target) add('length', durationMs >= target.minMs && durationMs <= target.maxMs)
  return findings
}
