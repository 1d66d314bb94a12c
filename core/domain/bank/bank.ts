import { z } from 'zod'
import { LineRange, Point, Question, Section, Story } from '../story.ts'

export const PROBLEM_CODES = [
  'no-story',
  'empty-part',
  'missing-part',
  'template-skipped',
  'part-guessed',
  'encoding-repaired',
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
export const OtherText = z.object({ id: z.string(), lines: LineRange, text: z.string() })
export type OtherText = z.infer<typeof OtherText>

/** A point as it was read. `guessed`: its part was decided by position or by its words, not by a label. */
export const ParsedPoint = Point.extend({ lines: LineRange, guessed: z.boolean() })
export type ParsedPoint = z.infer<typeof ParsedPoint>

/** A hook, tip, rubric or follow-up question that stays with its story and is not said. */
export const ParsedNote = z.object({ id: z.string(), lines: LineRange, text: z.string() })
export type ParsedNote = z.infer<typeof ParsedNote>

export const ParsedStory = Story.extend({
  lines: LineRange,
  points: z.array(ParsedPoint),
  notes: z.array(ParsedNote),
})
export type ParsedStory = z.infer<typeof ParsedStory>

export const ParsedSection = Section.extend({ lines: LineRange })
export type ParsedSection = z.infer<typeof ParsedSection>

export const ParsedQuestion = Question.extend({ lines: LineRange })
export type ParsedQuestion = z.infer<typeof ParsedQuestion>

/**
 * What a document was understood to say. Ids are unique within the document and the same at every
 * parse of the same text; storing gives them lasting ids.
 */
export const ParsedBank = z.object({
  title: z.string(),
  sections: z.array(ParsedSection),
  questions: z.array(ParsedQuestion),
  stories: z.array(ParsedStory),
  other: z.array(OtherText),
  problems: z.array(Problem),
  /** Written in Starbeat's own form: everything is meant as it stands, and nothing was left out. */
  exact: z.boolean(),
})
export type ParsedBank = z.infer<typeof ParsedBank>
