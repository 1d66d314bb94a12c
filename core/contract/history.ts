import { z } from 'zod'
import { CleanUpRule, CleanUpWhat, KeptReason } from '../domain/history/clean-up.ts'
import { Id, method } from './method.ts'

/** How long a note on an attempt may be, in characters. */
export const MAX_NOTE_LENGTH = 2000

/** Every attempt that there can be at once; lists of them are as long as what they name. */
const AttemptIds = z.array(Id).max(100_000)

/** What cleaning up would take from one story. */
export const CleanUpStory = z.object({
  storyId: z.string(),
  title: z.string(),
  count: z.number().int(),
  bytes: z.number(),
  oldestAt: z.number(),
  newestAt: z.number(),
})
export type CleanUpStory = z.infer<typeof CleanUpStory>

/**
 * What a rule would take now, before anything happens. `stories` with most bytes first; `kept` is what stays though the
 * limit would take it; `audioBytes` is all sound now, `asideBytes` what was put aside before and goes in some minutes.
 */
export const CleanUpPreview = z.object({
  attemptIds: z.array(z.string()),
  bytes: z.number(),
  stories: z.array(CleanUpStory),
  kept: z.record(KeptReason, z.number().int()),
  audioBytes: z.number(),
  asideBytes: z.number(),
})
export type CleanUpPreview = z.infer<typeof CleanUpPreview>

/** Recordings of one form on the disk. */
const StoredForm = z.object({ count: z.number().int(), bytes: z.number() })

/**
 * How recordings lie on the disk: plain (WAV) and compressed (FLAC), as far as they can take the other form; so many
 * (`refusedCount`) cannot, as it turned out since the start. `savedBytes` is what the compressed ones would take more as
 * plain ones; `job` is what compresses or unpacks all of them at the moment.
 */
export const StoredRecordings = z.object({
  plain: StoredForm,
  compressed: StoredForm,
  savedBytes: z.number(),
  refusedCount: z.number().int(),
  job: z.object({ jobId: z.string(), kind: z.enum(['compress', 'unpack']), progress: z.number() }).nullable(),
})
export type StoredRecordings = z.infer<typeof StoredRecordings>

export const historyMethods = {
  'history.setNote': method({ attemptId: Id, note: z.string().max(MAX_NOTE_LENGTH) }),
  'history.setFavourite': method({ attemptId: Id, favourite: z.boolean() }),
  /** Puts attempts aside, as `attempts.remove` does with one; they go for good some minutes later. */
  'history.remove': method({ attemptIds: AttemptIds }),
  'history.restore': method({ attemptIds: AttemptIds }),

  'cleanup.preview': method({ rule: CleanUpRule }, CleanUpPreview),
  /** Puts aside what was previewed, as far as the rule still takes it; answers what it was. */
  'cleanup.run': method(
    { rule: CleanUpRule, attemptIds: AttemptIds },
    z.object({ attemptIds: z.array(z.string()), bytes: z.number() }),
  ),
  /** Brings back what was put aside, as long as it is there. */
  'cleanup.undo': method({ what: CleanUpWhat, attemptIds: AttemptIds }),

  'audio.stored': method({}, StoredRecordings),
  /** Compresses every recording that is not; a job that can be cancelled at any time. */
  'audio.compressAll': method({}, z.object({ jobId: z.string() })),
  'audio.unpackAll': method({}, z.object({ jobId: z.string() })),
}
