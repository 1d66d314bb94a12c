import { z } from 'zod'
import { findFacts } from '../facts/facts.ts'
import { Fact, type Part, type Point } from '../story.ts'

// Starbeat's own form of a bank, as canonical-write.ts writes it and canonical-read.ts reads it.

/** What the front matter of a document in Starbeat's own form says. */
export const CANONICAL_MARK = { key: 'starbeat', version: '1' } as const

export const PART_HEADINGS: Readonly<Record<Part, string>> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  learning: 'Learning',
  other: 'Other',
}
export const NOTES_HEADING = 'Notes'
export const QUESTIONS_LABEL = '**Questions**'
export const NO_SECTION = 'Stories without a section'

const PUNCTUATION = '[!-/:-@[-`{-~]'
const SPECIAL = new RegExp(`\\\\(?=${PUNCTUATION})|[\`*<[]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])`, 'gu')
const ESCAPED = new RegExp(`\\\\(${PUNCTUATION})`, 'g')

/** Text that Markdown shows as it is. */
export const escapeText = (text: string): string => text.replace(SPECIAL, '\\$&')

/** Undoes {@link escapeText}. */
export const unescapeText = (text: string): string => text.replace(ESCAPED, '$1')

/** What a comment behind a line says beyond its text; `index` counts from 1 among all sections or questions. */
const Remark = z
  .strictObject({
    weight: z.enum(['key', 'optional']),
    facts: z.array(Fact),
    kind: z.literal('quick-answer'),
    index: z.number().int().positive(),
  })
  .partial()
export type Remark = z.infer<typeof Remark>

const REMARK_ON = '<!-- '
const REMARK_OFF = ' -->'

/** A line's text with its remark as a comment, which Markdown does not show. */
export function withRemark(text: string, remark: Remark): string {
  if (Object.keys(remark).length === 0) return text
  return `${text} ${REMARK_ON}${JSON.stringify(remark).replaceAll('>', '\\u003e')}${REMARK_OFF}`
}

/** A line's text and its remark; a comment that is no remark stays text. */
export function splitRemark(line: string): { text: string; remark: Remark } {
  const at = line.endsWith(`}${REMARK_OFF}`) ? remarkAt(line) : -1
  if (at < 0) return { text: line, remark: {} }
  try {
    const said: unknown = JSON.parse(line.slice(at + REMARK_ON.length, -REMARK_OFF.length))
    return { text: line.slice(0, at).trimEnd(), remark: Remark.parse(said) }
  } catch {
    return { text: line, remark: {} }
  }
}

/** Where the first comment opens that no backslash takes for words. */
function remarkAt(line: string): number {
  let at = line.indexOf(`${REMARK_ON}{`)
  while (line[at - 1] === '\\') at = line.indexOf(`${REMARK_ON}{`, at + 1)
  return at
}

/** What has to be remarked of a point: its weight, and facts that its words do not give by themselves. */
export function remarkOf({ text, weight, facts }: Point): Remark {
  const found = JSON.stringify(findFacts(text)) === JSON.stringify(facts.map(({ kind, text }) => ({ kind, text })))
  return { ...(weight === 'normal' ? {} : { weight }), ...(found ? {} : { facts }) }
}
