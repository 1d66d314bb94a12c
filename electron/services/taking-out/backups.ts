import type { Backups as BackupsView } from '#contract/backups'
import { wholeName } from '#domain/backup/names'
import { AppError } from '#domain/errors'
import type { EventHub } from '../app/events.ts'
import type { Jobs } from '../app/jobs.ts'
import type { BackupArchives, BackupFolder, DatabaseCopies, Restored, Work } from '../ports/backup.ts'
import type { Clock } from '../ports/stores.ts'
import type { AutomaticBackups } from './automatic-backups.ts'

export interface Backups {
  view(): Promise<BackupsView>
  /** Writes the whole data folder into one archive; the one before it goes. Answers its name. */
  create(requestId: string, includesModels: boolean): Promise<string>
  remove(name: string): Promise<void>
}

/** The part of the work that copying the database is. */
const COPYING = 0.1
/** What stays free on the disk beside a backup. Bytes. */
export const SPARE_BYTES = 50_000_000

/** What is kept in the folder of backups, and archives of everything. */
export function createBackups(deps: {
  copies: DatabaseCopies
  folder: BackupFolder
  archives: BackupArchives
  automatic: Pick<AutomaticBackups, 'failure'>
  restored: Restored | null
  version: string
  jobs: Jobs
  events: EventHub
  now: Clock
}): Backups {
  const { copies, folder, archives, events, now } = deps

  async function checkRoom(includesModels: boolean): Promise<void> {
    const { audioBytes, modelBytes } = await archives.sizes()
    const wanted = 2 * copies.bytes() + audioBytes + (includesModels ? modelBytes : 0)
    if (wanted + SPARE_BYTES > (await folder.freeBytes())) throw new AppError('backup-no-room')
  }

  async function write(includesModels: boolean, { signal, report }: Work): Promise<string> {
    await checkRoom(includesModels)
    const createdAt = now()
    const name = wholeName(createdAt)
    await folder.passing(`${name}.db`, async (database) => {
      await copies.copyTo(database, { signal, report: (part) => report(COPYING * part) })
      const { schemaVersion } = copies
      const head = { appVersion: deps.version, schemaVersion, createdAt, includesModels, counts: copies.counts() }
      await folder.place(name, (path) =>
        archives.write(path, { ...head, database }, { signal, report: (part) => report(COPYING + 0.9 * part) }),
      )
    })
    for (const { kind, name: other } of await folder.list()) {
      if (kind === 'whole' && other !== name) await folder.remove(other)
    }
    return name
  }

  return {
    async view() {
      return {
        backups: (await folder.list()).map((backup) => ({ ...backup })),
        sizes: {
          databaseBytes: copies.bytes(),
          ...(await archives.sizes()),
          freeBytes: await folder.freeBytes(),
        },
        failure: deps.automatic.failure(),
        restored: deps.restored,
      }
    },
    async create(requestId, includesModels) {
      const name = await deps.jobs.run('backup', requestId, (signal, report) =>
        write(includesModels, { signal, report }),
      ).done
      events.emit('backups.changed', {})
      return name
    },
    async remove(name) {
      await folder.remove(name)
      events.emit('backups.changed', {})
    },
  }
}
