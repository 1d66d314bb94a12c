import { z } from 'zod'
import { CueLevel } from '../domain/attempt.ts'
import { ErrorCode } from '../domain/errors.ts'
import { MirrorUrl } from '../domain/models/mirror.ts'
import { TargetBand } from '../domain/story.ts'
import { Id, method } from './method.ts'

export const Theme = z.enum(['system', 'light', 'dark'])

/** The pace that an audience follows without effort. Words a minute. */
export const PaceBand = z.object({ min: z.number().int().min(60).max(300), max: z.number().int().min(60).max(300) })
export type PaceBand = z.infer<typeof PaceBand>

/** What the user has chosen. `microphoneId` is the browser's device id, null for the system's default. */
export const Settings = z.object({
  theme: Theme,
  microphoneId: z.string().nullable(),
  cueLevel: CueLevel,
  thinkingTimeMs: z.number().int().min(0).max(300_000),
  target: TargetBand,
  pace: PaceBand,
  playbackRate: z.number().min(0.5).max(2),
  /** Writes down while the user speaks. */
  liveTranscription: z.boolean(),
  /** Ticks points while the user speaks. */
  liveTicks: z.boolean(),
  /** A server that keeps the model files under the same paths; null for the official one. */
  modelMirror: MirrorUrl.nullable(),
  /** How many prompts that were never rated come up on a day. */
  newPerDay: z.number().int().min(0).max(100),
  /** How many prompts come up on a day, new ones left out. */
  reviewsPerDay: z.number().int().min(1).max(500),
  /** The day for which every story is to be fresh: a date of the local calendar. */
  interviewOn: z.iso.date().nullable(),
  /** Stores finished recordings as FLAC: the same sound in less space. */
  compressAudio: z.boolean(),
  welcomed: z.boolean(),
})
export type Settings = z.infer<typeof Settings>

/** The speech engine: `missing` when it was never built, `asleep` until it is needed and after idle minutes. */
export const EngineState = z.enum(['missing', 'asleep', 'loading', 'ready'])
export type EngineState = z.infer<typeof EngineState>

export const AppInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  dataDir: z.string(),
  engine: z.object({ state: EngineState, version: z.string().nullable() }),
  storage: z.object({ audioBytes: z.number(), databaseBytes: z.number(), modelBytes: z.number() }),
  /** Attempts that a crash had cut off and that were finished at this start. */
  recoveredAttemptIds: z.array(z.string()),
})
export type AppInfo = z.infer<typeof AppInfo>

/** Work of more than 200 ms. `progress` is 0-1 and never falls back; it ends once. */
export const Job = z.object({
  id: z.string(),
  kind: z.enum([
    'transcription',
    'second-pass',
    'model-check',
    'import',
    'agreement',
    'download',
    'benchmark',
    'compression',
    'export',
    'backup',
    'restore-check',
  ]),
  subjectId: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  code: ErrorCode.nullable(),
})
export type Job = z.infer<typeof Job>

export const appMethods = {
  'app.info': method({}, AppInfo),
  'settings.get': method({}, Settings),
  'settings.set': method({ patch: Settings.partial() }, Settings),
  'jobs.cancel': method({ jobId: Id }),
}
