import { z } from 'zod'
import { DataCounts } from '../domain/backup/manifest.ts'
import { BackupKind } from '../domain/backup/names.ts'
import { ErrorCode } from '../domain/errors.ts'
import { Bytes, Id, method } from './method.ts'

const BackupName = z.string().min(1).max(100)

/** Something in the folder of backups. `createdAt` is milliseconds since 1970. */
export const BackupInfo = z.object({
  name: z.string(),
  kind: BackupKind,
  createdAt: z.number(),
  bytes: z.number(),
})
export type BackupInfo = z.infer<typeof BackupInfo>

/** Everything the page of backups shows. Sizes are bytes; backups are in order, newest first. */
export const Backups = z.object({
  backups: z.array(BackupInfo),
  sizes: z.object({
    databaseBytes: z.number(),
    audioBytes: z.number(),
    modelBytes: z.number(),
    freeBytes: z.number(),
  }),
  /** Why the last automatic backup failed; null when it did not. */
  failure: z.object({ at: z.number(), code: ErrorCode }).nullable(),
  /** The restore with which the app was opened anew; `aside` null: the restored data did not open, nothing was changed. */
  restored: z.object({ madeAt: z.number(), aside: z.string().nullable() }).nullable(),
})
export type Backups = z.infer<typeof Backups>

/** What a restore takes its data from: a file that was sent, or something in the folder of backups. */
export const RestoreSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('upload'), uploadId: Id }),
  z.object({ from: z.literal('stored'), name: BackupName }),
])
export type RestoreSource = z.infer<typeof RestoreSource>

/** A checked backup beside what is here now. `appVersion` is null where it is not known. */
export const RestorePreview = z.object({
  restoreId: z.string(),
  madeAt: z.number(),
  appVersion: z.string().nullable(),
  holds: z.object({ database: z.literal(true), recordings: z.boolean(), models: z.boolean() }),
  backup: DataCounts,
  here: DataCounts,
  backupBytes: z.number(),
})
export type RestorePreview = z.infer<typeof RestorePreview>

export const backupMethods = {
  'backups.view': method({}, Backups),
  /**
   * Writes the whole data folder into one archive in the folder of backups, from where it is served as `/backups/NAME`;
   * a job of kind `backup` with `requestId` as its subject. The archive before it goes.
   */
  'backups.create': method({ requestId: Id, includesModels: z.boolean() }, z.object({ name: z.string() })),
  'backups.remove': method({ name: BackupName }),
  'backups.beginUpload': method({ sizeBytes: z.number().int().nonnegative() }, z.object({ uploadId: z.string() })),
  'backups.append': method({ uploadId: Id, sequence: z.number().int().nonnegative(), bytes: Bytes }),
  'backups.cancelUpload': method({ uploadId: Id }),
  /** Checks a backup and prepares it; a job of kind `restore-check` with `requestId` as its subject. */
  'backups.examine': method({ requestId: Id, source: RestoreSource }, RestorePreview),
  /** Forgets what was prepared. */
  'backups.dismiss': method({ restoreId: Id }),
  /**
   * Puts a prepared backup in the place of what is here, which is set aside. The app closes for it: no answer follows
   * then, but `app.reopened`. Throws `restore-while-recording`.
   */
  'backups.restore': method({ restoreId: Id }),
}
