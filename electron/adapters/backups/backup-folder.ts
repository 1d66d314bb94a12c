import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { damaged } from '#domain/backup/manifest'
import { readBackupName } from '#domain/backup/names'
import { AppError } from '#domain/errors'
import type { BackupFolder, StoredBackup } from '../../services/ports/backup.ts'
import { asDiskError, folderBytes, writeAt } from '../disk.ts'
import { PREPARED } from './restore-swap.ts'

/** What does not outlive the app: copies and uploads that were never whole. */
const PASSING = '.part'
/** The same with what SQLite leaves beside a copy that was cut off. */
const HALF_DONE = /\.part(?:-\w+)?$/

/** The backups of a data folder; only whole ones have a name of their own. */
export function createBackupFolder(folder: string): BackupFolder {
  const path = (name: string) => join(folder, name)
  const names = () => readdir(folder).catch((): string[] => [])

  async function describe(name: string): Promise<StoredBackup[]> {
    const known = readBackupName(name)
    const entry = known && (await stat(path(name)).catch(() => null))
    if (!known || !entry) return []
    return [{ name, ...known, bytes: entry.isDirectory() ? await treeBytes(path(name)) : entry.size }]
  }

  async function passing<T>(name: string, use: (path: string) => Promise<T>): Promise<T> {
    await asDiskError(mkdir(folder, { recursive: true }))
    const file = path(`${name}${PASSING}`)
    try {
      return await use(file)
    } finally {
      await rm(file, { force: true })
    }
  }

  return {
    path,
    passing,
    async list() {
      const found = await Promise.all((await names()).map(describe))
      return found.flat().sort((a, b) => b.createdAt - a.createdAt || a.name.localeCompare(b.name))
    },
    async remove(name) {
      if (!readBackupName(name) || !(await names()).includes(name)) throw new AppError('not-found')
      await asDiskError(rm(path(name), { recursive: true }))
    },
    place: (name, write) =>
      passing(name, async (file) => {
        const answer = await write(file)
        await syncFile(file)
        await asDiskError(rename(file, path(name)))
        return answer
      }),
    async freeBytes() {
      await asDiskError(mkdir(folder, { recursive: true }))
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
    async receive(sizeBytes) {
      await asDiskError(mkdir(folder, { recursive: true }))
      return receive(path(`incoming-${Date.now()}.zip${PASSING}`), sizeBytes)
    },
    async removeLeftovers() {
      const left = (await names()).filter((name) => HALF_DONE.test(name) || PREPARED.test(name))
      // What cannot be deleted now is tried again at the next start.
      await Promise.all(left.map((name) => rm(path(name), { recursive: true, force: true }).catch(() => {})))
    },
  }
}

async function receive(path: string, sizeBytes: number) {
  const file = await asDiskError(open(path, 'wx'))
  let received = 0
  const close = () => file.close().catch(() => {})
  return {
    path,
    async append(bytes: Uint8Array) {
      if (received + bytes.byteLength > sizeBytes) throw new AppError('bad-request', { detail: 'more than announced' })
      const position = received
      received += bytes.byteLength
      await writeAt(file, bytes, position)
    },
    async finish() {
      await close()
      if (received !== sizeBytes) throw damaged('incomplete')
    },
    async abandon() {
      await close()
      await rm(path, { force: true })
    },
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await asDiskError(file.sync()).finally(() => file.close())
}

/** What was set aside holds the database and folders of files, no deeper. */
async function treeBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const below = await Promise.all(
    entries.filter((entry) => entry.isDirectory()).map(({ name }) => folderBytes(join(folder, name))),
  )
  const own = await Promise.all(
    entries.filter((entry) => entry.isFile()).map(async ({ name }) => (await stat(join(folder, name))).size),
  )
  return [...below, ...own].reduce((sum, bytes) => sum + bytes, 0)
}
