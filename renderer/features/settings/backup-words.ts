import type { BackupInfo, Backups, RestorePreview } from '#contract/backups'
import type { DataCounts } from '#domain/backup/manifest'
import { formatBytes, formatMoment } from '../shared/format.ts'

/** A time that was spoken: `3 min`, `2 h 5 min`. */
export function spokenTime(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (ms > 0 && minutes === 0) return 'under 1 min'
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** What a backup is called where it is asked about. */
export function backupSubject({ kind, createdAt }: BackupInfo): string {
  const moment = formatMoment(createdAt)
  switch (kind) {
    case 'automatic':
      return `the copy of ${moment}`
    case 'before-update':
      return `the copy from before the update of ${moment}`
    case 'set-aside':
      return `what was set aside on ${moment}`
    case 'whole':
      return `the backup of ${moment}`
  }
}

/** How the counts of a backup stand beside those of what is here. */
export const countRows = (backup: DataCounts, here: DataCounts): readonly (readonly [string, string, string])[] => [
  ['Banks', String(backup.banks), String(here.banks)],
  ['Stories', backup.stories.toLocaleString('en'), here.stories.toLocaleString('en')],
  ['Attempts', backup.attempts.toLocaleString('en'), here.attempts.toLocaleString('en')],
  ['Recorded', spokenTime(backup.recordedMs), spokenTime(here.recordedMs)],
]

/** What a restore does, sentence by sentence. */
export function consequences({ holds }: Pick<RestorePreview, 'holds'>): readonly string[] {
  return [
    holds.recordings
      ? 'Stories, reports, settings and recordings become those of the backup.'
      : 'Stories, reports and settings become those of the copy. Recordings stay as they are: the copy holds none.',
    holds.models ? 'Speech models become those of the backup.' : 'Speech models stay as they are.',
    'What is here now is set aside whole. You can go back to it on this page.',
    'This window loads again by itself.',
  ]
}

/** What an archive of everything would take before it is packed. */
export const wholeBytes = ({ sizes }: Pick<Backups, 'sizes'>, includesModels: boolean): string =>
  formatBytes(sizes.databaseBytes + sizes.audioBytes + (includesModels ? sizes.modelBytes : 0))
