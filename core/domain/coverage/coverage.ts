import { z } from 'zod'
import { Fact } from '../story.ts'
import { WordSpan } from '../transcript.ts'

export const CoverageStatus = z.enum(['covered', 'partial', 'missed'])
export type CoverageStatus = z.infer<typeof CoverageStatus>

/** How a fact was said: `approximate` is near enough for a listener, `wrong` is another value in its place. */
export const FactStatus = z.enum(['right', 'approximate', 'wrong', 'absent'])
export type FactStatus = z.infer<typeof FactStatus>

/** What became of one fact; `said` and `span` are set unless it is absent. */
export const FactFinding = z.object({
  fact: Fact,
  status: FactStatus,
  said: z.string().nullable(),
  span: WordSpan.nullable(),
})
export type FactFinding = z.infer<typeof FactFinding>

/** A fact said with another value: "you said ten weeks, the story says 6 weeks". */
export const WrongFact = z.object({ expected: z.string(), said: z.string(), span: WordSpan })
export type WrongFact = z.infer<typeof WrongFact>

/** How a word of a point was heard: the word itself, a form or synonym, its sound or spelling, a number. */
export const MatchKind = z.enum(['same', 'synonym', 'sound', 'number'])
export type MatchKind = z.infer<typeof MatchKind>

/** A word of a point and the words that say it. */
export const TermMatch = z.object({ term: z.string(), said: z.string(), kind: MatchKind })
export type TermMatch = z.infer<typeof TermMatch>

/**
 * What decided a verdict: how much of the point was said; words the user accepted or rejected earlier; a wrong fact;
 * words that say the opposite; the stronger judge.
 */
export const Basis = z.enum(['said', 'accepted-wording', 'rejected-wording', 'wrong-fact', 'opposite', 'judge'])
export type Basis = z.infer<typeof Basis>

/**
 * Why a verdict is what it is. `matches` and `missing` are words of the point in its order; `note` is the accepted or
 * rejected wording, or what the stronger judge says.
 */
export const Reasoning = z.object({
  basis: Basis,
  matches: z.array(TermMatch),
  missing: z.array(z.string()),
  note: z.string().nullable(),
})
export type Reasoning = z.infer<typeof Reasoning>

/**
 * The verdict on one point. `evidence` are the words it rests on, in order and disjoint, empty when missed;
 * `closest` is the strongest near miss of a missed point; `confidence` is 0-1; `reasoning` says why.
 */
export const PointCoverage = z.object({
  pointId: z.string(),
  status: CoverageStatus,
  confidence: z.number().min(0).max(1),
  evidence: z.array(WordSpan),
  facts: z.array(FactFinding),
  wrongFacts: z.array(WrongFact),
  closest: WordSpan.nullable(),
  reasoning: Reasoning,
})
export type PointCoverage = z.infer<typeof PointCoverage>
