import { copyFile, mkdir, open, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { RestoreSwap } from '../../services/backup-ports.ts'
import { asDiskError } from '../disk.ts'

/** How folders are called in which restores are prepared. */
export const PREPARED = 'restore-'
const JOURNAL = 'restore.json'
const DATABASE = 'starbeat.db'
/** What of the data folder a restore may replace, in the order in which it is moved. */
const ITEMS = ['audio', 'models', DATABASE] as const
/** What belongs to the database beside it: left there, SQLite would play it into another one. */
const BESIDE = [`${DATABASE}-wal`, `${DATABASE}-shm`] as const

const Journal = z.object({ from: z.string(), aside: z.string(), items: z.array(z.enum(ITEMS)) })
type Journal = z.infer<typeof Journal>

/** The few things that a swap does to the disk; each can be the last before a crash. */
export interface SwapDisk {
  exists(path: string): Promise<boolean>
  makeFolder(path: string): Promise<void>
  move(from: string, to: string): Promise<void>
  /** Puts the text there whole or not at all, and for good. */
  write(path: string, text: string): Promise<void>
  read(path: string): Promise<string | null>
  remove(path: string): Promise<void>
  removeEmptyFolder(path: string): Promise<void>
  /** Makes what was moved in a folder last. */
  sync(folder: string): Promise<void>
}

/**
 * Replaces what lies in a data folder. The journal is the moment of decision: without it nothing was changed, with it
 * the swap is done to its end, by `recoverSwap` at the next start if need be.
 */
export async function swapData(dataDir: string, from: string, aside: string, disk: SwapDisk): Promise<void> {
  const source = join(dataDir, 'backups', from)
  const present = await Promise.all(ITEMS.map((item) => disk.exists(join(source, item))))
  const items = ITEMS.filter((_, index) => present[index])
  await disk.makeFolder(join(dataDir, 'backups', aside))
  await disk.write(join(dataDir, JOURNAL), JSON.stringify({ from, aside, items } satisfies Journal))
  await carryOut(dataDir, { from, aside, items }, disk)
}

/** Ends a swap that a crash cut off; false when there was none. */
export async function recoverSwap(dataDir: string, disk: SwapDisk = realDisk): Promise<boolean> {
  const text = await disk.read(join(dataDir, JOURNAL))
  if (text === null) return false
  await carryOut(dataDir, Journal.parse(JSON.parse(text)), disk)
  return true
}

/** Each step looks at what is there first, so that it can be begun again anywhere. */
async function carryOut(dataDir: string, { from, aside, items }: Journal, disk: SwapDisk): Promise<void> {
  const source = join(dataDir, 'backups', from)
  const kept = join(dataDir, 'backups', aside)
  for (const item of items) {
    // As long as the new one waits, what is in its place is the old one.
    if (!(await disk.exists(join(source, item)))) continue
    const olds = item === DATABASE ? [...BESIDE, item] : [item]
    for (const old of olds) {
      if (await disk.exists(join(dataDir, old))) await disk.move(join(dataDir, old), join(kept, old))
    }
    await disk.sync(kept)
    await disk.move(join(source, item), join(dataDir, item))
  }
  await disk.sync(dataDir)
  await disk.remove(join(dataDir, JOURNAL))
  await disk.sync(dataDir)
  await disk.removeEmptyFolder(source)
}

/** Prepares restores in the folder of backups of a data folder, on the same disk: moving is all that is left to do. */
export function createRestoreSwap(dataDir: string, disk: SwapDisk = realDisk): RestoreSwap {
  const folderOf = (id: string) => join(dataDir, 'backups', `${PREPARED}${id}`)
  return {
    async prepare(id) {
      await asDiskError(mkdir(folderOf(id), { recursive: true }))
      return { name: `${PREPARED}${id}`, path: folderOf(id) }
    },
    copyDatabase: (file, folder) => asDiskError(copyFile(file, join(folder, DATABASE))),
    has: (folder, item) => disk.exists(join(folder, item)),
    discard: (id) => rm(folderOf(id), { recursive: true, force: true }),
    swap: (from, aside) => swapData(dataDir, from, aside, disk),
  }
}

export const realDisk: SwapDisk = {
  exists: (path) =>
    stat(path).then(
      () => true,
      () => false,
    ),
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  move: rename,
  async write(path, text) {
    const passing = `${path}.part`
    const file = await open(passing, 'w')
    await file
      .writeFile(text)
      .then(() => file.sync())
      .finally(() => file.close())
    await rename(passing, path)
    await syncFolder(join(path, '..'))
  },
  read: (path) =>
    readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    }),
  remove: (path) => rm(path, { force: true }),
  // Something in it is somebody's; it stays.
  removeEmptyFolder: (path) => rmdir(path).catch(() => {}),
  sync: (folder) => syncFolder(folder),
}

/** Windows has no handle on folders and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
