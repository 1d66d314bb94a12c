import { z } from 'zod'
import { Attempt, CueLevel } from '../domain/attempt.ts'
import { CoverageStatus, PointCoverage } from '../domain/coverage/coverage.ts'
import { Score } from '../domain/coverage/score.ts'
import { Delivery } from '../domain/delivery/delivery.ts'
import { ErrorCode } from '../domain/errors.ts'
import { Point, TargetBand } from '../domain/story.ts'
import { Word, WordSpan } from '../domain/transcript.ts'
import { Bytes, Id, method } from './method.ts'

/** Where the transcript of an attempt stands; a failed one keeps its audio and can be tried again. */
export const TranscriptionState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('running'), jobId: z.string(), progress: z.number().min(0).max(1) }),
  z.object({ state: z.literal('failed'), code: ErrorCode }),
  /** `again`: the job in which a larger model hears it once more. */
  z.object({
    state: z.literal('done'),
    modelName: z.string(),
    again: z.object({ jobId: z.string(), progress: z.number().min(0).max(1) }).nullable(),
  }),
])
export type TranscriptionState = z.infer<typeof TranscriptionState>

/** An attempt with its score, which is null until there is a transcript or a point ticked by hand. */
export const AttemptSummary = z.object({
  attempt: Attempt,
  transcription: TranscriptionState,
  score: Score.nullable(),
})
export type AttemptSummary = z.infer<typeof AttemptSummary>

/** The verdict on a point: what the matcher says, what the user says, and `status`, in which the user is right. */
export const PointReport = z.object({
  point: Point,
  judged: PointCoverage.nullable(),
  override: CoverageStatus.nullable(),
  status: CoverageStatus.nullable(),
})
export type PointReport = z.infer<typeof PointReport>

/** Everything the Report screen shows. `points` are in the order of the story. */
export const Report = z.object({
  attempt: Attempt,
  transcription: TranscriptionState,
  storyTitle: z.string(),
  question: z.string().nullable(),
  target: TargetBand,
  points: z.array(PointReport),
  score: Score.nullable(),
  words: z.array(Word).nullable(),
  segmentStarts: z.array(z.number().int()),
  corrected: z.boolean(),
  /** The loudest sound of the recording in dBFS; null where that is not known. */
  loudestDb: z.number().nullable(),
  delivery: Delivery.nullable(),
})
export type Report = z.infer<typeof Report>

/** Loudness of a recording for drawing: one byte (0-255) per frame of `frameMs`. */
export const Waveform = z.object({ frameMs: z.number(), peaks: Bytes, durationMs: z.number() })
export type Waveform = z.infer<typeof Waveform>

/**
 * How the writing down goes while an attempt is being recorded: `off` when nothing listens, `behind` while the machine
 * does not keep up, `stopped` when the engine failed; what is left is done afterwards. `said` are the points found so far.
 */
export const LiveHearing = z.object({
  state: z.enum(['off', 'listening', 'behind', 'stopped']),
  said: z.array(z.object({ pointId: z.string(), status: z.enum(['covered', 'partial']) })),
})
export type LiveHearing = z.infer<typeof LiveHearing>

const AttemptRef = { attemptId: Id }

export const attemptMethods = {
  'recordings.begin': method(
    { storyId: Id, questionId: Id.nullable(), cueLevel: CueLevel, focus: z.array(Id).max(500).nullable() },
    z.object({ attemptId: z.string() }),
  ),
  /** Appends 16 kHz mono 16-bit little-endian PCM; `sequence` counts from 0 without gaps. */
  'recordings.append': method({ ...AttemptRef, sequence: z.number().int().nonnegative(), pcm: Bytes }),
  'recordings.finish': method(AttemptRef, z.object({ durationMs: z.number() })),
  'recordings.live': method(AttemptRef, LiveHearing),

  'attempts.report': method(AttemptRef, Report),
  'attempts.waveform': method(AttemptRef, Waveform),
  /** Puts an attempt aside; it can be restored until the app is next started, then its audio is deleted. */
  'attempts.remove': method(AttemptRef),
  'attempts.restore': method(AttemptRef),
  /**
   * Sets the user's own verdict on a point; null takes it back. With `said`, the words that say it, these become one
   * more accepted wording of the point, whose id is the answer; null when it was known already.
   */
  'attempts.override': method(
    { ...AttemptRef, pointId: Id, status: CoverageStatus.nullable(), said: WordSpan.nullable() },
    z.object({ wordingId: z.string().nullable() }),
  ),
  /** Stores the words of a span as a counter-example: they do not say the point, here or in any other answer. */
  'attempts.reject': method({ ...AttemptRef, pointId: Id, span: WordSpan }, z.object({ wordingId: z.string() })),
  /** Replaces the transcript's text by the user's; null goes back to what the engine heard. */
  'attempts.correct': method({ ...AttemptRef, text: z.string().max(100_000).nullable() }),

  'transcription.start': method(AttemptRef, z.object({ jobId: z.string() })),
  /** Has the larger model hear an attempt once more, when nobody waits for the machine; nothing when none is chosen. */
  'transcription.again': method(AttemptRef),
}
