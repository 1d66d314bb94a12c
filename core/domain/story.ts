import { z } from 'zod'

export const PARTS = ['situation', 'task', 'action', 'result', 'learning', 'other'] as const
/** The part of a story that a point belongs to; `other` keeps what fits nowhere else. */
export const Part = z.enum(PARTS)
export type Part = z.infer<typeof Part>

export const FACT_KINDS = ['number', 'money', 'percentage', 'duration', 'date', 'range', 'change', 'name'] as const
export const FactKind = z.enum(FACT_KINDS)
export type FactKind = z.infer<typeof FactKind>

/** A number, name or date that must be said right; `text` stands verbatim in its point. */
export const Fact = z.object({ kind: FactKind, text: z.string().min(1) })
export type Fact = z.infer<typeof Fact>

export const PointWeight = z.enum(['key', 'normal', 'optional'])
export type PointWeight = z.infer<typeof PointWeight>

/** Where something stands in the bank's source: 1-based lines, both inclusive. */
export const LineRange = z.object({ from: z.number().int().positive(), to: z.number().int().positive() })
export type LineRange = z.infer<typeof LineRange>

/** One thing to say. `lines` is where it stands in the bank's source, null for points added by hand. */
export const Point = z.object({
  id: z.string(),
  part: Part,
  text: z.string().min(1),
  weight: PointWeight,
  facts: z.array(Fact),
  lines: LineRange.nullable(),
})
export type Point = z.infer<typeof Point>

/** `quick-answer`: a story told in one paragraph under a common question. */
export const StoryKind = z.enum(['story', 'quick-answer'])
export type StoryKind = z.infer<typeof StoryKind>

/** How long an answer should be. Milliseconds. */
export const TargetBand = z.object({ minMs: z.number().int().positive(), maxMs: z.number().int().positive() })
export type TargetBand = z.infer<typeof TargetBand>

/** A competency, pillar, dimension or theme, with what the bank says it means. */
export const Section = z.object({ id: z.string(), title: z.string(), definition: z.string().nullable() })
export type Section = z.infer<typeof Section>

/** What an interviewer asks. */
export const Question = z.object({ id: z.string(), text: z.string(), sectionId: z.string().nullable() })
export type Question = z.infer<typeof Question>

/** One experience, told in points. `notes` keeps hooks, tips and rubrics that are not said. */
export const Story = z.object({
  id: z.string(),
  kind: StoryKind,
  title: z.string(),
  sectionId: z.string().nullable(),
  questionIds: z.array(z.string()),
  notes: z.array(z.string()),
  target: TargetBand.nullable(),
  lines: LineRange.nullable(),
  points: z.array(Point),
})
export type Story = z.infer<typeof Story>
