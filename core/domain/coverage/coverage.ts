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

/**
 * The verdict on one point. `evidence` are the words it rests on, in order and disjoint, empty when missed;
 * `closest` is the strongest near miss of a missed point; `confidence` is 0-1.
 */
export const PointCoverage = z.object({
  pointId: z.string(),
  status: CoverageStatus,
  confidence: z.number().min(0).max(1),
  evidence: z.array(WordSpan),
  facts: z.array(FactFinding),
  wrongFacts: z.array(WrongFact),
  closest: WordSpan.nullable(),
})
export type PointCoverage = z.infer<typeof PointCoverage>
