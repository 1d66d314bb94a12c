import { z } from 'zod'
import { Part } from '../story.ts'

/**
 * A piece of a parsed bank that a correction is about. The text lets the correction find its piece again when the
 * document was edited and ids have moved.
 */
export const Target = z.object({ id: z.string().min(1).max(64), text: z.string().max(20_000) })
export type Target = z.infer<typeof Target>

/** What a piece of text is; `nothing` belongs to no story and is kept as other text. */
export const Mark = z.enum([...Part.options, 'question', 'definition', 'note', 'nothing'])
export type Mark = z.infer<typeof Mark>

/** One thing that the user set right in what was understood of a document. */
export const Correction = z.discriminatedUnion('kind', [
  /** A point, note, question or other text is something else. */
  z.object({ kind: z.literal('mark'), target: Target, as: Mark }),
  /** A story belongs to the story before it. */
  z.object({ kind: z.literal('merge'), story: Target }),
  /** A new story begins at a point. */
  z.object({ kind: z.literal('split'), point: Target }),
  /** A story is none; its text is kept as other text. */
  z.object({ kind: z.literal('drop'), story: Target }),
  /** Other text is a story; its parts are guessed. */
  z.object({ kind: z.literal('make-story'), other: Target }),
  z.object({ kind: z.literal('rename'), story: Target, title: z.string().min(1).max(500) }),
])
export type Correction = z.infer<typeof Correction>
