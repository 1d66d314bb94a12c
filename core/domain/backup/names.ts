import { z } from 'zod'

/**
 * What lies in the folder of backups. `automatic`: a daily copy of the database; `before-update`: the database as it was
 * before its schema changed; `set-aside`: what was here before a restore; `whole`: an archive of the whole data folder.
 */
export const BackupKind = z.enum(['automatic', 'before-update', 'set-aside', 'whole'])
export type BackupKind = z.infer<typeof BackupKind>

/** A moment as it stands in names, in UTC: `2026-11-21T20-21-07Z`. */
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(':', '-').concat('Z')

const STAMP = String.raw`(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)`
const NAMES: readonly (readonly [RegExp, BackupKind])[] = [
  [new RegExp(`^automatic-${STAMP}\\.db$`), 'automatic'],
  [/^before-schema-\d+-(\d{12,14})\.db$/, 'before-update'],
  [new RegExp(`^before-restore-${STAMP}$`), 'set-aside'],
  [new RegExp(`^starbeat-backup-${STAMP}\\.zip$`), 'whole'],
]

export const automaticName = (at: number): string => `automatic-${stamp(at)}.db`
export const setAsideName = (at: number): string => `before-restore-${stamp(at)}`
export const wholeName = (at: number): string => `starbeat-backup-${stamp(at)}.zip`

/** What a name in the folder of backups stands for, and since when (milliseconds since 1970); null for anything else. */
export function readBackupName(name: string): { kind: BackupKind; createdAt: number } | null {
  for (const [pattern, kind] of NAMES) {
    const moment = pattern.exec(name)?.[1]
    const createdAt = moment === undefined ? Number.NaN : timeOf(moment)
    if (!Number.isNaN(createdAt)) return { kind, createdAt }
  }
  return null
}

const timeOf = (moment: string): number =>
  /^\d+$/.test(moment) ? Number(moment) : Date.parse(moment.replace(/(\d\d)-(\d\d)-(\d\d)Z$/, '$1:$2:$3Z'))
