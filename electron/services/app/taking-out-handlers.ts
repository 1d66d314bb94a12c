import type { Handlers } from '#contract/contract'
import type { Backups } from '../taking-out/backups.ts'
import type { Exports } from '../taking-out/exports.ts'
import type { Restores } from '../taking-out/restores.ts'

export interface TakingOut {
  readonly exports: Exports
  readonly backups: Backups
  readonly restores: Restores
}

type Answered = Extract<keyof Handlers, `exports.${string}` | `backups.${string}`>

/** Which service answers what takes data out of the app, or brings it back. */
export const takingOutHandlers = ({ exports, backups, restores }: TakingOut): Pick<Handlers, Answered> => ({
  'exports.report': ({ attemptId, format }) => exports.report(attemptId, format),
  'exports.scorecard': ({ sessionId, format }) => exports.scorecard(sessionId, format),
  'exports.transcript': ({ attemptId, format }) => exports.transcript(attemptId, format),
  'exports.audio': ({ attemptId }) => exports.audio(attemptId),
  'exports.history': () => exports.history(),

  'backups.view': () => backups.view(),
  'backups.create': async ({ requestId, includesModels }) => ({
    name: await backups.create(requestId, includesModels),
  }),
  'backups.remove': async ({ name }) => {
    await backups.remove(name)
    return null
  },
  'backups.beginUpload': ({ sizeBytes }) => restores.beginUpload(sizeBytes),
  'backups.append': async ({ uploadId, sequence, bytes }) => {
    await restores.append(uploadId, sequence, bytes)
    return null
  },
  'backups.cancelUpload': async ({ uploadId }) => {
    await restores.cancelUpload(uploadId)
    return null
  },
  'backups.examine': ({ requestId, source }) => restores.examine(requestId, source),
  'backups.dismiss': async ({ restoreId }) => {
    await restores.dismiss(restoreId)
    return null
  },
  'backups.restore': async ({ restoreId }) => {
    await restores.restore(restoreId)
    return null
  },
})
