import { z } from 'zod'
import { LineRange, Question, Section, Story } from '../story.ts'

export const PROBLEM_CODES = [
  'no-story',
  'empty-part',
  'missing-part',
  'template-skipped',
  'part-guessed',
  'encoding-repaired',
  'not-text',
  'long-point',
] as const

/** Something the importer wants the user to look at. `line` is 1-based. */
export const Problem = z.object({
  line: z.number().int().positive(),
  code: z.enum(PROBLEM_CODES),
  message: z.string(),
})
export type Problem = z.infer<typeof Problem>

/** Text of the source that is neither story, question nor definition; kept, never thrown away. */
export const OtherText = z.object({ lines: LineRange, text: z.string() })
export type OtherText = z.infer<typeof OtherText>

/**
 * What a document was understood to say. Ids are unique within the document and the same at every
 * parse of the same text; storing gives them lasting ids.
 */
export const ParsedBank = z.object({
  title: z.string(),
  sections: z.array(Section),
  questions: z.array(Question),
  stories: z.array(Story),
  other: z.array(OtherText),
  problems: z.array(Problem),
})
export type ParsedBank = z.infer<typeof ParsedBank>
