import { z } from 'zod'
import { Part } from '../story.ts'

const EXCERPT = 200

/** A text short enough to be kept as a sign of it: its beginning and its length. */
export const excerpt = (text: string): string =>
  text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT)}… (${text.length})`

const Excerpt = z.string().max(EXCERPT + 20)

/**
 * A piece of a parsed bank that a correction is about. The excerpt lets the correction find its piece again when the
 * document was edited and ids have moved.
 */
export const Target = z.object({ id: z.string().min(1).max(200), text: Excerpt })
export type Target = z.infer<typeof Target>

/** A story that a correction is about; `opening` tells stories of the same title apart. */
export const StoryTarget = Target.extend({ opening: Excerpt })
export type StoryTarget = z.infer<typeof StoryTarget>

/** The target that names a piece. */
export const targetOf = ({ id, text }: { id: string; text: string }): Target => ({ id, text: excerpt(text) })

/** The target that names a story. */
export const storyTargetOf = (story: {
  id: string
  title: string
  points: readonly { text: string }[]
}): StoryTarget => ({
  id: story.id,
  text: excerpt(story.title),
  opening: excerpt(story.points[0]?.text ?? ''),
})

/** What a piece of text is; `nothing` belongs to no story and is kept as other text. */
export const Mark = z.enum([...Part.options, 'question', 'definition', 'note', 'nothing'])
export type Mark = z.infer<typeof Mark>

/** One thing that the user set right in what was understood of a document. */
export const Correction = z.discriminatedUnion('kind', [
  /** A point, note, question or other text is something else. */
  z.object({ kind: z.literal('mark'), target: Target, as: Mark }),
  /** A story belongs to the story before it. */
  z.object({ kind: z.literal('merge'), story: StoryTarget }),
  /** A new story begins at a point. */
  z.object({ kind: z.literal('split'), point: Target }),
  /** A story is none; its text is kept as other text. */
  z.object({ kind: z.literal('drop'), story: StoryTarget }),
  /** Other text is a story; its parts are guessed. */
  z.object({ kind: z.literal('make-story'), other: Target }),
  z.object({ kind: z.literal('rename'), story: StoryTarget, title: z.string().min(1).max(500) }),
])
export type Correction = z.infer<typeof Correction>
