import { z } from 'zod'
import { CoverageStatus } from '../domain/coverage/coverage.ts'
import { method } from './method.ts'

/** How many points the user called `user` while Starbeat says `starbeat`. */
export const LabelCell = z.object({ user: CoverageStatus, starbeat: CoverageStatus, count: z.number().int() })
export type LabelCell = z.infer<typeof LabelCell>

/** Agreement of verdicts: the same verdict as a share (0-1), and kappa with linear weights, null where it has no meaning. */
export const VerdictAgreement = z.object({
  labels: z.number().int(),
  agreed: z.number().min(0).max(1),
  kappa: z.number().nullable(),
  cells: z.array(LabelCell),
})
export type VerdictAgreement = z.infer<typeof VerdictAgreement>

/**
 * How well Starbeat agrees with its user. `untaught` judges each answer without what it learned from that same answer,
 * so that it cannot agree by having been told; `taught` is what reports show without the user's own verdicts.
 * `hearing` compares what the engine heard with the transcripts that the user corrected; null without any.
 */
export const Agreement = z.object({
  untaught: VerdictAgreement,
  taught: VerdictAgreement,
  stories: z.array(
    z.object({ storyId: z.string(), title: z.string(), labels: z.number().int(), agreed: z.number().min(0).max(1) }),
  ),
  wordings: z.object({ accepted: z.number().int(), rejected: z.number().int() }),
  hearing: z
    .object({ attempts: z.number().int(), words: z.number().int(), wordErrorRate: z.number().nonnegative() })
    .nullable(),
})
export type Agreement = z.infer<typeof Agreement>

export const labelMethods = {
  /** Agreement between Starbeat and its user over everything the user judged or corrected by hand; a job of that kind. */
  'labels.agreement': method({}, Agreement),
}
