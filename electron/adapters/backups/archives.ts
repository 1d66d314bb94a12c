import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DATABASE_PATH, isBackupPath } from '#domain/backup/manifest'
import type { BackupArchives } from '../../services/ports/backup.ts'
import { folderBytes } from '../disk.ts'
import { openArchive } from './read-archive.ts'
import { type ArchiveEntry, writeArchive } from './write-archive.ts'

/** Archives of a data folder as zip files, written and read piece by piece: the size of what they hold does not matter. */
export function createBackupArchives(dataDir: string): BackupArchives {
  async function entriesOf(folder: 'audio' | 'models'): Promise<ArchiveEntry[]> {
    const entries = await readdir(join(dataDir, folder), { withFileTypes: true }).catch(() => [])
    return entries
      .filter((entry) => entry.isFile() && isBackupPath(`${folder}/${entry.name}`))
      .map(({ name }) => ({ path: `${folder}/${name}`, file: join(dataDir, folder, name), isPacked: false }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  return {
    sizes: async () => ({
      audioBytes: await folderBytes(join(dataDir, 'audio')),
      modelBytes: await folderBytes(join(dataDir, 'models')),
    }),
    async write(path, { database, ...wanted }, work) {
      // Without any, a restore must not take away those of the other machine.
      const includesModels = wanted.includesModels && (await entriesOf('models')).length > 0
      await writeArchive(path, {
        head: { ...wanted, includesModels },
        entries: async () => [
          { path: DATABASE_PATH, file: database, isPacked: true },
          ...(await entriesOf('audio')),
          ...(includesModels ? await entriesOf('models') : []),
        ],
        work,
      })
    },
    open: openArchive,
  }
}
