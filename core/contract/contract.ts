import { z } from 'zod'
import { appMethods, Job } from './app.ts'
import { attemptMethods } from './attempts.ts'
import { backupMethods } from './backups.ts'
import { bankMethods } from './banks.ts'
import { exportMethods } from './exports.ts'
import { historyMethods } from './history.ts'
import { labelMethods } from './labels.ts'
import { modelMethods } from './models.ts'
import { practiceMethods } from './practice.ts'
import { progressMethods } from './progress.ts'
import { searchMethods } from './search.ts'
import { sessionMethods } from './sessions.ts'
import { storyMethods } from './stories.ts'

/** Everything the renderer can ask. Nothing else crosses. */
export const methods = {
  ...appMethods,
  ...modelMethods,
  ...bankMethods,
  ...storyMethods,
  ...attemptMethods,
  ...labelMethods,
  ...historyMethods,
  ...exportMethods,
  ...backupMethods,
  ...practiceMethods,
  ...sessionMethods,
  ...searchMethods,
  ...progressMethods,
}

/** Everything the core tells unasked, in the past tense; on an event the renderer reads again. */
export const events = {
  'banks.changed': z.object({}),
  'story.changed': z.object({ storyId: z.string() }),
  'attempt.changed': z.object({ attemptId: z.string(), storyId: z.string() }),
  /** Many attempts went or came back at once. */
  'attempts.changed': z.object({}),
  /** What recordings take on the disk: some were deleted for good, compressed or unpacked. */
  'storage.changed': z.object({}),
  'live.changed': z.object({ attemptId: z.string() }),
  /** Scores that lists show were judged anew in the background. */
  'scores.changed': z.object({}),
  'job.changed': Job,
  'models.changed': z.object({}),
  'settings.changed': z.object({}),
  'engine.changed': z.object({}),
  'backups.changed': z.object({}),
  /** The app was closed and opened anew behind the same window: whatever the page knows may be wrong. */
  'app.reopened': z.object({}),
  /** What is due, and when; also sessions that began or ended. */
  'practice.changed': z.object({}),
  'session.changed': z.object({ sessionId: z.string() }),
}

export type MethodName = keyof typeof methods
export type Params<M extends MethodName> = z.infer<(typeof methods)[M]['params']>
export type Result<M extends MethodName> = z.infer<(typeof methods)[M]['result']>
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>

/** One function per method: what a server must supply. */
export type Handlers = { [M in MethodName]: (params: Params<M>) => Result<M> | Promise<Result<M>> }
