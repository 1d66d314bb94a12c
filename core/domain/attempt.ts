import { z } from 'zod'

export const CUE_LEVELS = ['full', 'keywords', 'off-book'] as const
/** How much of the story the screen shows while it is told. */
export const CueLevel = z.enum(CUE_LEVELS)
export type CueLevel = z.infer<typeof CueLevel>

/** `recording`: its file is still growing. `recorded`: the file is whole and final. */
export const AttemptStatus = z.enum(['recording', 'recorded'])

/** One recorded answer. `recovered`: it was cut off by a crash and finished at the next start. */
export const Attempt = z.object({
  id: z.string(),
  storyId: z.string(),
  questionId: z.string().nullable(),
  cueLevel: CueLevel,
  status: AttemptStatus,
  recovered: z.boolean(),
  /** The points it was about; null for the whole story. With a focus it says nothing of how ready the story is. */
  focus: z.array(z.string()).nullable(),
  /** What the user noted of it. */
  note: z.string(),
  favourite: z.boolean(),
  /** When its sound was cleaned up to free space; null while the sound is kept. */
  audioRemovedAt: z.number().nullable(),
  startedAt: z.number(),
  durationMs: z.number(),
})
export type Attempt = z.infer<typeof Attempt>
